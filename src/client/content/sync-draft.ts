import type { ContentSchedule, ContentSheet } from '../../sidebar/content-calls';
import { readDaily, type DailyFields } from '../form/daily-form';
import { capOf } from '../run/typed-cap';
import { BAD_CAP, shortagesUnder, type Shortage } from '../run/shortage';
import { TEXT } from '../text/text';

/** What is chosen for a sync, as typed. */
export interface SyncDraft {
  /** Undefined: nobody has written it yet. */
  max: string | undefined;
  refresh: boolean;
  cap: string;
}

export const EMPTY_SYNC: SyncDraft = { max: undefined, refresh: false, cap: '' };

/**
 * Whether it can be told what is new. By upload it always can: what a pull left out is fetched first. By another order it
 * can once everything came.
 */
export const canSync = ({ watermark, filters }: Pick<ContentSheet, 'watermark' | 'filters'>): boolean =>
  watermark !== undefined || ['uploaded', undefined].includes(filters['sorting']);

/** How far the sheet is in step. */
export function stepText(sheet: Pick<ContentSheet, 'watermark' | 'filters'>): string {
  if (sheet.watermark !== undefined) return TEXT.content.upToDateThrough(sheet.watermark);
  return canSync(sheet) ? TEXT.content.stepIncomplete : TEXT.content.stepUnknown;
}

/** New pieces that a sync asks for, if nobody says otherwise. */
const NEW_PIECES = 100;

/** With known pieces refreshed there must be room for them too. */
export const syncMax = ({ max, refresh }: SyncDraft, { pieces }: Pick<ContentSheet, 'pieces'>): string =>
  max ?? String(refresh ? pieces + NEW_PIECES : NEW_PIECES);

export interface SyncReading {
  max: number | undefined;
  agreed: number;
  problems: { max?: string; cap?: string };
  shortages: Shortage[];
}

export function syncPrice(draft: SyncDraft, sheet: Pick<ContentSheet, 'pieces' | 'budget'>): SyncReading {
  const max = capOf(syncMax(draft, sheet)) ?? undefined;
  const { shortages, agreed, problems } = shortagesUnder(max ?? 0, sheet.budget, draft.cap);
  return {
    max,
    agreed,
    problems: max === undefined ? { ...problems, max: BAD_CAP } : problems,
    shortages,
  };
}

export const SYNC_FIELDS: DailyFields<keyof ContentSchedule> = {
  hour: { label: TEXT.content.scheduleHour, suffix: TEXT.content.oClock, first: '6', limits: [0, 23] },
  cap: { label: TEXT.content.scheduleCap, suffix: TEXT.content.requestsUnit, first: '100', limits: [1, 100_000] },
  monthCap: {
    label: TEXT.content.scheduleMonthCap,
    suffix: TEXT.content.requestsUnit,
    first: '1000',
    limits: [1, 100_000],
  },
};

/** The schedule, or what is wrong beside each field. */
export function readSyncSchedule(
  typed: Readonly<Record<keyof ContentSchedule, string>>,
): ReturnType<typeof readDaily<keyof ContentSchedule>> {
  const read = readDaily(SYNC_FIELDS, typed);
  if (Object.keys(read.problems).length === 0 && read.values.monthCap < read.values.cap)
    read.problems.monthCap = TEXT.content.monthBelowSync;
  return read;
}

/** Money for each 1,000 of reach: null where none is said, undefined where it cannot be read. */
export function rateOf(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  // Either sign parts decimals, so what could part thousands is not guessed at.
  const rate = /^\d+(?:[.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : NaN;
  return rate >= 0 ? rate : undefined;
}
