import { lazy } from '../core/lazy';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/time';
import type { AnswerState } from './answer';
import type { AnswerKind } from './price';

/** How long a paid answer counts as fresh, in days. These are settings. */
export interface FreshDays {
  profileFreshDays: number;
  searchFreshDays: number;
  contentFreshDays: number;
  audienceFreshDays: number;
}

/** How long states count that are no paid answer. These are no settings. */
const STATE_FRESH_MS: Partial<Record<AnswerState, number>> = {
  queued: DAY_MS,
  audiencePending: DAY_MS,
  notFound: DAY_MS,
  unreadable: DAY_MS,
  failed: 10 * MINUTE_MS,
};

const kindFreshMs = lazy((): Record<AnswerKind, (days: FreshDays) => number> => ({
  profile: ({ profileFreshDays }) => profileFreshDays * DAY_MS,
  audience: ({ audienceFreshDays }) => audienceFreshDays * DAY_MS,
  search: ({ searchFreshDays }) => searchFreshDays * DAY_MS,
  content: ({ contentFreshDays }) => contentFreshDays * DAY_MS,
  cities: () => 30 * DAY_MS,
  // It is free, and people ask it to learn whether something has changed.
  status: () => 6 * HOUR_MS,
  weekly: () => 0,
  queue: () => 0,
  balance: () => 10 * MINUTE_MS,
}));

/** How long an answer counts as fresh, in ms. */
export const freshMs = (kind: AnswerKind, state: AnswerState, days: FreshDays): number =>
  STATE_FRESH_MS[state] ?? kindFreshMs()[kind](days);
