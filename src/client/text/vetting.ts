import { count, list, number } from '../format';
import type { Flag } from '../../sidebar/vetting-calls';

const FLAGS: Record<Flag, string> = {
  suspicious: 'Suspicious followers',
  engagement: 'Engagement far from the median',
  growth: 'Growth spikes and losses',
  elsewhere: 'Audience elsewhere',
  brands: 'Brands mentioned',
  stale: 'Old data',
  private: 'Private accounts',
};

/** *Vetting flags*: lights and their reasons beside a list. */
export const VETTING = {
  title: 'Vetting flags',
  hint: 'Green, amber and red beside each creator, with the reason in words. A missing figure is unknown, never green.',
  toVet: 'to get figures for the flags',
  flags: FLAGS,
  hints: {
    suspicious: 'Suspicious and inactive accounts',
    engagement: 'Of creators of the same size in this list',
    growth: 'The best and the worst of the last 12 months',
    elsewhere: 'Outside the countries that you type in',
    brands: 'Yours and your competitors’, once you type them in',
    stale: 'By the last refresh',
    private: 'Their posts can’t be seen',
  } satisfies Record<Flag, string>,
  withReport: (hint: string, each: number): string => hint + '. Up to ' + count(each, 'request') + ' per creator.',
  reading: 'Reading the list…',
  list: (sheet: string, area: string, creators: number): string =>
    '“' + sheet + '”, ' + area + ': ' + count(creators, 'creator') + '.',
  there: (flags: readonly Flag[]): string =>
    'In this list: ' + list(flags.map((flag) => FLAGS[flag].toLowerCase())) + '.',
  choose: 'Flags to add',
  none: 'Choose at least one flag.',
  what: (rows: number, known: number): string =>
    rows === 0
      ? 'All figures are there.'
      : 'Figures for ' + count(rows, 'row') + (known > 0 ? ', ' + number(known) + ' saved' : '') + '.',
  occupied: 'Finish or end the run under Enrich to get more figures.',
  add: 'Add flags',
  update: 'Update flags',
  moved: 'The list has changed. Look at the price and try again.',
  laid: (rows: number, settings: string): string =>
    'Flags for ' + count(rows, 'row') + '. Thresholds, countries and brands are in “' + settings + '”.',
  filling: 'Figures are on their way: see Enrich. The flags follow.',
};
