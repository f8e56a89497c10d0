import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/time';
import { isRecord, parseJson } from '../core/text';
import type { AnswerKind, AnswerState } from '../store/answer';

export const SETTINGS_PROPERTY = 'INFLUDATA_SETTINGS';

/** The public settings, one JSON document property. A missing key takes its default, an unknown one is kept. */
export interface Settings {
  version: 1;
  /** Nothing is bought; what is known still shows. */
  paused: boolean;
  /** Caps, in requests. */
  maxRequestsPerRun: number;
  maxRequestsPerDay: number;
  maxFormulaRequestsPerDay: number;
  /** What must be left of the balance. */
  keepBalance: number;
  audienceInFormulas: boolean;
  /** INFLU_FOLLOWERS asks the free checkDataStatus first. */
  followersFromStatus: boolean;
  keyKind: 'auto' | 'trial' | 'organization';
  profileFreshDays: number;
  searchFreshDays: number;
  contentFreshDays: number;
  audienceFreshDays: number;
  contentInFormulas: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  paused: false,
  maxRequestsPerRun: 2000,
  maxRequestsPerDay: 5000,
  maxFormulaRequestsPerDay: 500,
  keepBalance: 0,
  audienceInFormulas: false,
  followersFromStatus: true,
  keyKind: 'auto',
  profileFreshDays: 7,
  searchFreshDays: 7,
  contentFreshDays: 7,
  audienceFreshDays: 30,
  contentInFormulas: false,
};

const schema = lazy(() => {
  // `refine` instead of zod's number checks: those would add 2 KB to what every formula loads.
  const requests = z.number().check(z.refine((value) => Number.isInteger(value) && value >= 0));
  const days = z.number().check(z.refine((value) => value >= 0 && value <= 3650));
  return z.looseObject({
    version: z.literal(1),
    paused: z.boolean(),
    maxRequestsPerRun: requests,
    maxRequestsPerDay: requests,
    maxFormulaRequestsPerDay: requests,
    keepBalance: requests,
    audienceInFormulas: z.boolean(),
    followersFromStatus: z.boolean(),
    keyKind: z.enum(['auto', 'trial', 'organization']),
    profileFreshDays: days,
    searchFreshDays: days,
    contentFreshDays: days,
    audienceFreshDays: days,
    contentInFormulas: z.boolean(),
  });
});

/** Settings that cannot be read stop spending; cached values still show. */
export type SettingsReading = { ok: true; settings: Settings } | { ok: false; message: string; settings: Settings };

export function readSettings(text: string | undefined): SettingsReading {
  if (!text) return { ok: true, settings: DEFAULT_SETTINGS };
  const json = parseJson(text);
  if (!isRecord(json)) return unreadable('they are not a JSON object');
  const result = z.safeParse(schema(), { ...DEFAULT_SETTINGS, ...json });
  if (result.success) return { ok: true, settings: result.data };
  return unreadable(`"${String(result.error.issues[0]?.path[0] ?? 'version')}" has a value that is not allowed`);
}

const unreadable = (why: string): SettingsReading => ({
  ok: false,
  message: `Spending is stopped: the settings (document property ${SETTINGS_PROPERTY}) cannot be read, ${why}. Correct them or delete the property.`,
  settings: DEFAULT_SETTINGS,
});

/** What formulas may buy only when a setting allows it, because they run by themselves. */
export const FORMULA_SWITCHES: Partial<
  Record<AnswerKind, { setting: 'audienceInFormulas' | 'contentInFormulas'; message: string }>
> = {
  audience: {
    setting: 'audienceInFormulas',
    message:
      'Audience reports cost 20 requests each and are off in formulas. Allow them in the settings (audienceInFormulas) first.',
  },
  content: {
    setting: 'contentInFormulas',
    message:
      'Content costs 1 request a piece and is off in formulas. Allow it in the settings (contentInFormulas) first.',
  },
};

/** Freshness that is not a setting: states other than a paid answer. 404: 24 h, queued 24 h, failures 10 minutes. */
const STATE_FRESH_MS: Partial<Record<AnswerState, number>> = {
  queued: DAY_MS,
  audiencePending: DAY_MS,
  notFound: DAY_MS,
  unreadable: DAY_MS,
  failed: 10 * MINUTE_MS,
};

const KIND_FRESH_MS: Record<AnswerKind, (settings: Settings) => number> = {
  profile: ({ profileFreshDays }) => profileFreshDays * DAY_MS,
  audience: ({ audienceFreshDays }) => audienceFreshDays * DAY_MS,
  search: ({ searchFreshDays }) => searchFreshDays * DAY_MS,
  content: ({ contentFreshDays }) => contentFreshDays * DAY_MS,
  cities: () => 30 * DAY_MS,
  // Free, and it is asked to learn whether something changed since.
  status: () => 6 * HOUR_MS,
  weekly: () => 0,
  queue: () => 0,
  balance: () => 10 * MINUTE_MS,
};

/** How long an answer counts as fresh, in ms. */
export const freshMs = (kind: AnswerKind, state: AnswerState, settings: Settings): number =>
  STATE_FRESH_MS[state] ?? KIND_FRESH_MS[kind](settings);
