/** Words that stand beside figures and instants. */
export const WORDS = {
  free: 'free',
  request: 'request',
  and: 'and',
  /** `figure`: as it is written. */
  counted: (figure: string, noun: string, isOne: boolean): string => figure + ' ' + noun + (isOne ? '' : 's'),
  justNow: 'just now',
  minutesAgo: (minutes: number): string => minutes + ' min ago',
  hoursAgo: (hours: number): string => hours + ' h ago',
};
