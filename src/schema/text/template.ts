import { STATUSES } from './status';

/** What templates say, in the sheets and when one is made. */
export const templateEn = () => ({
  inserted: (sheet: string): string => `“${sheet}” is ready. Nothing was charged.`,
  tick: 'Get figures',
  ticked: 'Ticking costs up to',
  requests: ['" request"', '" requests"'],
  withinDays: ['"up to "', '" days"'],
  beyondDays: ['"over "', '" days"'],
  example: 'Example',
  exampleFee: 'Example, invented fee',

  creator: 'Creator',
  platform: 'Platform',
  light: 'Light',
  followers: 'Followers',
  engagement: 'Engagement %',
  country: 'Country',
  growth: 'Growth % a month',
  refreshed: 'Data from',
  status: 'Status',
  fee: 'Fee',
  fees: 'Fees',
  cpm: 'CPM',
  notes: 'Notes',

  statuses: STATUSES,

  examples: {
    name: 'Example creators',
    handle: 'Handle',
  },

  shortlist: {
    name: 'Shortlist',
    hint: 'These rows are examples with invented fees: type over them. Tick A4 for the figures, 1 request per creator. Creators you already have cost nothing.',
    lastContact: 'Last contact',
    creators: 'Creators',
    agreedCreators: 'Agreed',
    agreedFees: 'Fees agreed',
  },

  vetting: {
    name: 'Vetting',
    hint: 'These rows are examples: type over them. Set your own thresholds in D3:G4, then tick A4, 1 request per creator. A missing figure is unknown, never green.',
    greenFrom: 'Green from',
    redBelow: 'Red below',
    why: 'Not green because of',
    missing: ' (missing)',
    parts: { followers: 'followers', engagement: 'engagement', growth: 'growth', refreshed: 'age of data' },
  },

  plan: {
    name: 'Media plan',
    hint: 'These rows are examples with invented fees: type over them. Tick A4 for the figures, 1 request per creator. The budget and the reach of a post are yours to set.',
    posts: 'Posts',
    expectedReach: 'Expected reach',
    budget: 'Budget',
    left: 'Left of budget',
    reachShare: 'Reach per post, % of followers',
  },
});
