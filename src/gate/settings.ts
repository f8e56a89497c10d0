import type { Said } from '../core/said';
import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { isRecord, parseJson } from '../core/text';
import type { AnswerKind } from '../api/price';
import { STATE_VERSIONS } from './state-version';
import { CELL, GATE } from '../schema/said-text';

export const SETTINGS_PROPERTY = 'INFLUDATA_SETTINGS';

/** The public settings, one JSON document property. A missing key takes its default, an unknown one is kept. */
const schema = lazy(() => {
  // `refine` instead of zod's number checks: those would add 2 KB to what every formula loads.
  const requests = z.number().check(z.refine((value) => Number.isInteger(value) && value >= 0));
  const days = z.number().check(z.refine((value) => value >= 0 && value <= 3650));
  return z.object({
    version: z.literal(STATE_VERSIONS.INFLUDATA_SETTINGS),
    /** Nothing is bought. What is saved still shows. */
    paused: z.boolean(),
    /** Caps, in requests. */
    maxRequestsPerRun: requests,
    maxRequestsPerDay: requests,
    maxFormulaRequestsPerDay: requests,
    /** What must be left of the balance. */
    keepBalance: requests,
    audienceInFormulas: z.boolean(),
    /** INFLU_FOLLOWERS asks the free checkDataStatus first. */
    followersFromStatus: z.boolean(),
    keyKind: z.enum(['auto', 'trial', 'organization']),
    profileFreshDays: days,
    searchFreshDays: days,
    contentFreshDays: days,
    audienceFreshDays: days,
    contentInFormulas: z.boolean(),
  });
});

export type Settings = z.infer<ReturnType<typeof schema>>;

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

/** Settings that cannot be read stop spending. Saved values still show. */
export type SettingsReading = { ok: true; settings: Settings } | { ok: false; said: Said; settings: Settings };

export function readSettings(text: string | undefined): SettingsReading {
  if (!text) return { ok: true, settings: DEFAULT_SETTINGS };
  const json = parseJson(text);
  if (!isRecord(json)) return unreadable(GATE.notAnObject);
  const result = z.safeParse(schema(), { ...DEFAULT_SETTINGS, ...json });
  if (result.success) return { ok: true, settings: result.data };
  return unreadable(GATE.badValue(String(result.error.issues[0]?.path[0] ?? 'version')));
}

const unreadable = (why: Said): SettingsReading => ({
  ok: false,
  said: GATE.settingsStop(SETTINGS_PROPERTY, why),
  settings: DEFAULT_SETTINGS,
});

/** What formulas may buy only if a setting allows it, because they run by themselves. */
export const FORMULA_SWITCHES: Partial<
  Record<AnswerKind, { setting: 'audienceInFormulas' | 'contentInFormulas'; said: Said }>
> = {
  audience: {
    setting: 'audienceInFormulas',
    said: CELL.audienceOff,
  },
  content: {
    setting: 'contentInFormulas',
    said: CELL.postsOff,
  },
};
