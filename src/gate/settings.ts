import type { Said } from '../core/said';
import { lazy } from '../core/lazy';
import { isRecord, parseJson } from '../core/text';
import type { AnswerKind } from '../api/price';
import { aFlag, oneOf, partsOf, partWhere, readPart, type PartsOf } from './stored-part';
import { STATE_VERSIONS } from './state-version';
import { CELL, GATE } from '../schema/said-text';

export const SETTINGS_PROPERTY = 'INFLUDATA_SETTINGS';

/** The public settings, one JSON document property. A missing key takes its default, an unknown one is kept. */
const parts = lazy(() => {
  const requests = partWhere((value): value is number => Number.isInteger(value) && Number(value) >= 0);
  const days = partWhere((value): value is number => typeof value === 'number' && value >= 0 && value <= 3650);
  return {
    version: oneOf(STATE_VERSIONS.INFLUDATA_SETTINGS),
    /** Nothing is bought. What is saved still shows. */
    paused: aFlag,
    /** Caps, in requests. */
    maxRequestsPerRun: requests,
    maxRequestsPerDay: requests,
    maxFormulaRequestsPerDay: requests,
    /** What must be left of the balance. */
    keepBalance: requests,
    audienceInFormulas: aFlag,
    /** INFLU_FOLLOWERS asks the free checkDataStatus first. */
    followersFromStatus: aFlag,
    keyKind: oneOf('auto', 'trial', 'organization'),
    profileFreshDays: days,
    searchFreshDays: days,
    contentFreshDays: days,
    audienceFreshDays: days,
    contentInFormulas: aFlag,
  };
});

export type Settings = PartsOf<ReturnType<typeof parts>>;

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
  const given: Record<string, unknown> = { ...DEFAULT_SETTINGS, ...json };
  const [bad] =
    Object.entries(parts()).find(([name, part]) => readPart<unknown>(part, given[name]) === undefined) ?? [];
  return bad === undefined ? { ok: true, settings: partsOf(parts())(given) } : unreadable(GATE.badValue(bad));
}

const unreadable = (why: Said): SettingsReading => ({
  ok: false,
  said: GATE.settingsStop(SETTINGS_PROPERTY, why),
  settings: DEFAULT_SETTINGS,
});

/** What formulas may buy only if a setting allows it, because they run by themselves. */
export const formulaSwitches = lazy(
  (): Partial<Record<AnswerKind, { setting: 'audienceInFormulas' | 'contentInFormulas'; said: Said }>> => ({
    audience: {
      setting: 'audienceInFormulas',
      said: CELL.audienceOff,
    },
    content: {
      setting: 'contentInFormulas',
      said: CELL.postsOff,
    },
  }),
);
