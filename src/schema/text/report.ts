/** What the sheets of reports, comparisons and fit scores say. */
export const reportTextEn = () => ({
  /** Names of sheets, and titles in them. */
  audience: 'audience',
  comparison: 'Compare audiences',
  profiles: 'Compare creators',
  fit: 'Fit score',

  creator: 'Creator',
  platform: 'Platform',
  country: 'Country',
  figures: {
    followers: 'Followers',
    engagement: 'Engagement',
    growth: 'Growth a month',
    medianViews: 'Median views',
    avgLikes: 'Avg. likes',
    profileScore: 'Profile score',
    avgComments: 'Avg. comments',
  },
  women: 'Women',
  men: 'Men',
  /** Behind an age. */
  female: 'female',
  male: 'male',
  largestAge: 'Largest age',
  topCountry: 'Top country',
  median: 'Median',
  verified: 'verified',

  /** Sections of an audience: as charts are called, as the data beside them calls them, and where one is missing. */
  charts: {
    gender: 'Gender',
    age: 'Age',
    ageGender: 'Age by gender',
    countries: 'Top countries',
    cities: 'Top cities',
    interests: 'Interests',
    languages: 'Languages',
    quality: 'Follower quality',
  },
  sections: {
    gender: 'Gender',
    age: 'Age',
    ageGender: 'Age by gender',
    countries: 'Countries',
    cities: 'Cities',
    languages: 'Languages',
    interests: 'Interests',
    quality: 'Follower quality',
  },
  missing: {
    gender: 'gender',
    age: 'age',
    countries: 'countries',
    cities: 'cities',
    languages: 'languages',
    interests: 'interests',
    quality: 'follower quality',
  },
  /** Of an audience's accounts, by influData's names. */
  accounts: {
    'Real people': 'Real people',
    Influencers: 'Influencers',
    'Mass followers': 'Mass followers',
    Suspicious: 'Suspicious',
    Credibility: 'Credibility',
  },

  audienceHeading: 'Audience',
  growthHeading: 'Growth',
  mentionsHeading: 'Collaborations mentioned',
  growthChart: 'Followers over time, with collaborations',
  behindCharts: 'Data behind the charts',
  section: 'Section',
  label: 'Label',
  share: 'Share',
  people: 'People',
  date: 'Date',
  collaboration: 'Collaboration',
  mentioned: 'Mentioned',

  yearOfGrowth: 'Followers over a year',
  weeks: 'Followers a week, newest last',
  barOptions: 'Options of the bars',

  targets: 'Targets',
  kinds: { countries: 'Countries', age: 'Ages', gender: 'Gender', languages: 'Languages' },
  fitColumn: 'Fit',
  notThere: 'not in the report',

  /** Columns of an offer check; what its cells say is English for everybody. */
  offer: {
    fee: 'Fee read',
    views: 'Views a post',
    engagements: 'Engagements a post',
    cpm: 'CPM',
    cpe: 'Cost per engagement',
    cpmMedian: 'CPM against median',
    cpeMedian: 'Cost per engagement against median',
    note: 'Offer check',
  },

  folded: 'The data behind it is folded away: click + above the columns on the right.',
  fetched: (first: string, last: string): string =>
    `Source: influData, fetched ${first === last ? first : `${first} to ${last}`}.`,
  sharesAsGiven: 'Shares are as influData gives them: they may overlap, and need not add up to 100%.',
  noAudiences: 'influData has no audience data for these creators.',
  noAudience: 'influData has no audience data for this creator.',
  notCompared: (parts: string): string => ` Not compared, because the scale is unclear: ${parts}.`,
  sectionOf: (section: string, creators: string): string => `${section} of ${creators}`,
  fitHint: 'How well each audience matches your targets. Change a target, and everything below is recalculated.',
  fitProduct: (fetched: string): string =>
    `Fit multiplies the shares you ask for, as if they were independent. ${fetched}`,
  targetsHint: 'one per cell, in the words of the column Label on the right; leave blank what does not matter',
  notInReport: (parts: string): string => `Not in this report: ${parts}.`,
  noTimeline: 'This report has no growth timeline.',
  untold: (parts: string): string => `Shown as influData gave it, because its scale is unclear: ${parts}.`,
  counts: (parts: string): string => `Numbers, not shares: ${parts}.`,
  list: (label: string, parts: string): string => `${label}: ${parts}.`,
  unknown: (parts: string): string => `Further sections, as influData gave them: ${parts}.`,
  source: (dataOf: string, fetched: string): string =>
    `Source: influData${dataOf === '' ? '' : `, data of ${dataOf}`}, fetched ${fetched}.`,
});
