/** Words that stand beside figures and instants. */
export const WORDS = {
  free: 'free',
  /** `figure`: as it is written. */
  requests: (figure: string, isOne: boolean): string => figure + (isOne ? ' request' : ' requests'),
  and: 'and',
  or: 'or',
  justNow: 'just now',
  minutesAgo: (minutes: number): string => minutes + ' min ago',
  hoursAgo: (hours: number): string => hours + ' h ago',
};
