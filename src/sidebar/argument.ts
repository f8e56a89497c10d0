import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { isRecord } from '../core/text';
import { keyReading } from '../jobs/selection/key-column';
import { isPlatform, type Platform } from '../schema/platform';
import { KEYS } from '../schema/said-text';
import type { CallName, Calls } from './calls';
import type { SearchForm } from './find-calls';
import type { Consent, Tools, Scheduler } from '../core/ports';

/** What a call works with. */
export type CallTools = Tools & {
  scheduler: Scheduler;
  consent: Consent;
  /** Opens the page once more, on Account, in place of the one that asks. */
  reopen: () => void;
};

/** Checks what the page gave, and does it. */
export type CallAnswer<Name extends CallName> = (tools: CallTools, given: Calls[Name]['gives']) => Calls[Name]['gets'];
export interface Entry {
  /** Made when that call is made, and no other. */
  schema: () => z.ZodMiniType | typeof NOTHING;
  run: (tools: CallTools, given: never) => unknown;
}

export const entry = <Name extends CallName>(schema: Entry['schema'], run: CallAnswer<Name>): Entry => ({
  schema,
  run,
});

/** What calls such as the opening take: an empty object, which is told without a schema. */
const NOTHING = 'nothing';
export const nothing = (): typeof NOTHING => NOTHING;
/** Nothing else may stand beside these. */
export const shape = (fields: Record<string, z.ZodMiniType>): z.ZodMiniType => z.strictObject(fields);

/** Throws `badInput` where the page is of another version than this. */
export function taken(schema: ReturnType<Entry['schema']>, given: unknown): unknown {
  if (schema !== NOTHING) {
    const parsed = z.safeParse(schema, given);
    if (parsed.success) return parsed.data;
  } else if (isRecord(given) && Object.keys(given).length === 0) return given;
  throw badInput(KEYS.otherVersion);
}

const LONGEST_TEXT = 500;
export const aText = () => z.string().check(z.refine((value) => value.length <= LONGEST_TEXT));
const whole = (least: number, most = Infinity) =>
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= least && value <= most));
export const aWhole = () => whole(1, 100_000);
/** The most that a run may spend, null: the setting, or what it may already. A free run may spend nothing. */
export const aCap = () => z.nullable(whole(0, 100_000));
export const aPlace = () => z.enum(['person', 'spreadsheet']);
export const aPlatform = () => z.custom<Platform>((value) => typeof value === 'string' && isPlatform(value));
/** Blanks cross as null. What the texts mean is read by `parseSearch`, for formulas too. */
const isFilter = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) ? value : [value]).every((each) => /^(string|number|boolean)$/.test(typeof each));
export const someFilters = () =>
  z.custom<SearchForm['filters']>(
    (value) => isRecord(value) && Object.values(value).every(isFilter) && JSON.stringify(value).length < 5_000,
  );
/** Rows of a sheet: there may be as many as Google allows cells. */
export const aRow = () => whole(1, 10_000_000);
/** The first sheet's id is 0. */
export const aSheetId = () => whole(0);
export const aPlatformOrNone = () =>
  z.custom<Platform | ''>((value) => value === '' || (typeof value === 'string' && isPlatform(value)));
/** Of a day. */
export const anHour = () => whole(0, 23);

/** A column or row of the sheet; 0: none. */
const lineOrNone = () => z.optional(z.nullable(whole(0)));
const flag = () => z.optional(z.nullable(z.boolean()));
/** How somebody has chosen to read a selection. What is left out is detected automatically. */
export const someChoices = () =>
  z.optional(
    z.strictObject({
      column: lineOrNone(),
      platformColumn: lineOrNone(),
      headerRow: lineOrNone(),
      isPlatformChosen: flag(),
      hidden: flag(),
      fillers: flag(),
    }),
  );
/** How cells are read, as it was shown. */
export const aReading = () => z.strictObject({ ...keyReading().def.shape, header: z.optional(aText()) });
