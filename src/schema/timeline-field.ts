import { parseMentions, tellsMentions } from './mention';
import { monthlyGrowth, type MonthGrowth } from './monthly-growth';
import type { Profile } from './profile';
import { MONTHS } from './text/count';
import type { Scalar } from './wire';

/** What is read of a timeline: with its answer, unless only the weekly points are kept of it. */
type Source = Pick<Profile, 'timeline'> & { body?: Profile['body'] };

/** A single value out of the growth timeline, for a column. It comes with the profile: 1 request a creator. */
export interface TimelineField {
  name: string;
  label: string;
  /** Blank where the timeline doesn't have it; undefined: what has it is not kept. */
  read: (profile: Source) => Scalar | undefined;
}

/** `2026-05` is `May 2026`. */
const monthName = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

type Pick12 = (months: readonly MonthGrowth[]) => MonthGrowth | undefined;
const best: Pick12 = ([first, ...rest]) =>
  first && rest.reduce((top, each) => (each.percent > top.percent ? each : top), first);
const worst: Pick12 = ([first, ...rest]) =>
  first && rest.reduce((low, each) => (each.percent < low.percent ? each : low), first);

const percentOf =
  (choose: Pick12) =>
  ({ timeline }: Source): Scalar =>
    choose(monthlyGrowth(timeline))?.percent ?? '';
const monthOf =
  (choose: Pick12) =>
  ({ timeline }: Source): Scalar => {
    const month = choose(monthlyGrowth(timeline))?.month;
    return month === undefined ? '' : monthName(month);
  };

const NO_MENTIONS = 'none';
const MOST_NAMES = 60;
/** Last in a list that is longer: who isn't in it may have been mentioned all the same. */
export const MORE = '…';
/** These stand between names and around their months. */
const plain = (name: string): string =>
  name
    .replace(/[,()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^@/, '');

/** `nike (May 2026), adidas (Mar 2026)`: each name once, with the last month, the newest first. */
function mentionList({ body }: Source): string | undefined {
  if (body === undefined) return undefined;
  if (!tellsMentions(body)) return '';
  const last = new Map<string, string>();
  for (const { date, name } of parseMentions(body).reverse()) {
    const text = plain(name);
    if (text !== '' && !last.has(text.toLowerCase())) last.set(text.toLowerCase(), `${text} (${monthName(date)})`);
  }
  const names = [...last.values()];
  const more = names.length > MOST_NAMES ? [MORE] : [];
  return [...names.slice(0, MOST_NAMES), ...more].join(', ') || NO_MENTIONS;
}

export const TIMELINE_FIELDS: readonly TimelineField[] = [
  { name: 'bestMonthGrowth', label: 'Best month %', read: percentOf(best) },
  { name: 'bestMonth', label: 'Best month', read: monthOf(best) },
  { name: 'worstMonthGrowth', label: 'Worst month %', read: percentOf(worst) },
  { name: 'worstMonth', label: 'Worst month', read: monthOf(worst) },
  { name: 'mentions', label: 'Brands mentioned', read: mentionList },
];

export const timelineField = (name: string): TimelineField | undefined =>
  TIMELINE_FIELDS.find((field) => field.name.toLowerCase() === name.trim().toLowerCase());
