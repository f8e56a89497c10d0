/** Flags by name, in the order of their columns, with the fields that their figures come from. */
const FLAGS = {
  suspicious: ['followers', 'audienceSuspicious'],
  engagement: ['followers', 'engagement'],
  growth: ['bestMonthGrowth', 'bestMonth', 'worstMonthGrowth', 'worstMonth'],
  elsewhere: ['audienceCountries'],
  brands: ['mentions'],
  stale: ['lastRefreshDate'],
  private: ['private'],
} as const satisfies Record<string, readonly string[]>;

export type FlagName = keyof typeof FLAGS;
export const FLAG_NAMES = Object.keys(FLAGS) as [FlagName, ...FlagName[]];
export type FigureName = (typeof FLAGS)[FlagName][number];

/** The fields that these flags need, each once. */
export const fieldsOf = (flags: readonly FlagName[]): FigureName[] => [
  ...new Set(FLAG_NAMES.filter((name) => flags.includes(name)).flatMap((name): FigureName[] => [...FLAGS[name]])),
];

/** In the order of their columns. */
export const inOrder = (flags: Iterable<FlagName>): FlagName[] => {
  const wanted = new Set(flags);
  return FLAG_NAMES.filter((name) => wanted.has(name));
};

/** The columns of ours: figures that formulas make of others, the flags, and what they come to. */
export type VettingColumn = FlagName | 'median' | 'wanted' | 'light' | 'why';

/** The columns that flags need, in their order. */
export const columnsOf = (flags: readonly FlagName[]): VettingColumn[] => [
  'light',
  'why',
  ...inOrder(flags).flatMap((name): VettingColumn[] =>
    name === 'engagement' ? ['median', name] : name === 'elsewhere' ? ['wanted', name] : [name],
  ),
];

const MARK = 'vetting:';
export const vettingMark = (name: VettingColumn): string => MARK + name;
/** The flags that have a column, by its mark. */
export const flagsThere = (marks: ReadonlyMap<string, number>): FlagName[] =>
  FLAG_NAMES.filter((name) => marks.has(vettingMark(name)));
