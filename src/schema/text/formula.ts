/** Where formulas have nothing to show: values of cells. */
export const FORMULA_VALUE = {
  notGiven: 'influData has no such field',
  noCount: 'influData did not say how many match',
  noAudience: 'no audience data',
  noTimeline: 'no timeline',
  noCities: 'no cities found',
  noCreators: 'no creators found',
  noPosts: 'no posts found',
  /** Beside what is no share. */
  asGiven: {
    counts: 'a number, not a share',
    list: 'a list without shares',
    untold: 'as influData gave it: its scale is unclear',
    unknown: 'as influData gave it',
  },
};

/** What formulas say of their arguments. */
export const formulaEn = () => ({
  noHandle:
    'The handle is missing. Write the platform, then a handle or a range of them, for example ("instagram", "adidas").',
  otherShapes: 'The ranges of platforms and handles have different shapes. Give one platform, or as many as handles.',
  oneCreator: (name: string): string => `${name} shows one creator at a time. Give one handle.`,
  likeHeader: (text: string): string => `"${text}" looks like a header. If it is an account, write @${text}.`,
  manyFields: (most: number): string => `Give at most ${most} fields at once.`,
  longField: (start: string): string => `"${start}…" is too long for the name or path of a field.`,
  noFilters: 'The filters are missing. Write them as text, for example "platform=tiktok; tags=fashion".',
  noFilter: (part: string): string => `"${part}" is not a filter. Write name=value, for example country=Germany.`,
  twice: (name: string): string => `The filter ${name} is there twice. Remove one.`,
  pages: (most: number): string =>
    `pages must be a whole number from 1 to ${most}. For more, use Extensions › influData › Find creators.`,
  posts: (most: number): string =>
    `posts must be a whole number from 1 to ${most}. For more, use Extensions › influData › Find posts.`,
  oneCountry: 'INFLU_CITIES shows one country at a time. Give one name.',
  noCountry: 'The country is missing. Write its name, for example "Germany".',
  noSection: (wanted: string, sections: string): string =>
    `This report has no section "${wanted}". It has ${sections}.`,
  noMetric: (wanted: string, metrics: string): string => `This timeline has no "${wanted}". It has ${metrics}.`,
  /** What is spelled almost like one: it would be paid for, and not be there. */
  likeSection: (text: string, guess: string): string => `There is no section "${text}". Did you mean ${guess}?`,
  likeMetric: (text: string, guess: string): string => `There is no measure "${text}". Did you mean ${guess}?`,
  oneMetric: (metrics: string): string => `INFLU_TIMELINE shows one measure at a time: ${metrics}.`,
  fieldText: 'Write the fields as text, for example "followers, country".',
  noField: (text: string, guess: string): string => `There is no field "${text}". Did you mean ${guess}?`,
});
