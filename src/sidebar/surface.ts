import * as z from 'zod/mini';
import { archiveReports } from '../gate/archived';
import { badInput, InfluError, messageOf } from '../core/error';
import { lazy } from '../core/lazy';
import { StoreFull } from '../core/ports';
import { isRecord } from '../core/text';
import { restoreFormulas } from '../jobs/menu/recalculate';
import { deleteSearch, renameSearch, saveSearch } from '../jobs/search/saved-search';
import { DISCOVERY_PAGE_SIZE } from '../schema/discovery';
import { separatorOf } from '../schema/locale';
import { parseSearch } from '../schema/search';
import { pageReading } from '../sheet/host-reading';
import { DEFAULT_SETTINGS } from '../gate/settings';
import {
  accountView,
  enterCode,
  forgetSignup,
  openLog,
  removeStoredKey,
  saveKey,
  setSettings,
  shareStoredKey,
  signUp,
  testStoredKey,
  tryAgain,
} from './account';
import { answerReport } from './answer-report';
import {
  call,
  choices,
  filters,
  hour,
  page,
  place,
  platform,
  platformOrNone,
  position,
  reading,
  shape,
  text,
  type Entry,
} from './argument';
import type { CallName, CallReply, Calls, Opening } from './calls';
import { changeSchedule, readSelection, startEnrich, type ScheduleBench } from './enrich';
import { contentSurface } from './content-surface';
import { reportSurface } from './report-surface';
import { citiesIn, resultSheetInFront, searchFirst, searchViews, startSearch } from './find';
import { openViews, runSurface } from './runs';

const selection = () => ({
  platform: platformOrNone(),
  choices: choices(),
  fields: z.array(text()),
  which: z.enum(['all', 'failed', 'queued', 'old']),
  olderThanDays: z.number().check(z.refine((value) => value >= 0)),
  again: z.boolean(),
});
const settings = () =>
  z.custom<Calls['changeSettings']['gives']>(
    (value) =>
      isRecord(value) &&
      Object.keys(value).every((name) => name !== 'version' && Object.keys(DEFAULT_SETTINGS).includes(name)),
  );
/** Of the first page, and short enough for a run's property of 9 KB. */
const picks = () =>
  z.array(text()).check(z.refine((ids) => ids.length <= DISCOVERY_PAGE_SIZE && ids.join('').length <= 2_000));

/** Everything that the page can do; anything else changes nothing. Made when asked for: formulas never need it. */
const surface = lazy((): { [Name in CallName]: Entry } => ({
  open: call<'open'>(
    () => shape({}),
    (bench) => {
      keepReports(bench);
      return {
        account: accountView(bench),
        ...searchesOf(bench),
        runs: openViews(bench),
        ...localeOf(bench),
      };
    },
  ),
  account: call<'account'>(
    () => shape({ again: z.boolean() }),
    (bench, { again }) => accountView(bench, again),
  ),
  saveKey: call<'saveKey'>(
    () => shape({ key: text(), clientId: text(), where: place() }),
    (bench, { where, key, clientId }) => saveKey(bench, where, key, clientId),
  ),
  shareKey: call<'shareKey'>(() => shape({}), shareStoredKey),
  testKey: call<'testKey'>(
    () => shape({ where: place() }),
    (bench, { where }) => testStoredKey(bench, where),
  ),
  tryAgain: call<'tryAgain'>(() => shape({}), tryAgain),
  checkAnswers: call<'checkAnswers'>(
    () => shape({ paid: z.boolean() }),
    (bench, { paid }) => answerReport(bench, paid),
  ),
  removeKey: call<'removeKey'>(
    () => shape({ where: place() }),
    (bench, { where }) => removeStoredKey(bench, where),
  ),
  requestTrial: call<'requestTrial'>(
    () => shape({ email: text(), company: text() }),
    (bench, { email, company }) => signUp(bench, email, company),
  ),
  verifyTrial: call<'verifyTrial'>(
    () => shape({ code: text() }),
    (bench, { code }) => enterCode(bench, code),
  ),
  dropTrial: call<'dropTrial'>(() => shape({}), forgetSignup),
  changeSettings: call<'changeSettings'>(() => settings(), setSettings),
  openLog: call<'openLog'>(() => shape({}), openLog),
  cities: call<'cities'>(
    () => shape({ country: text() }),
    (bench, { country }) => citiesIn(bench, country),
  ),
  search: call<'search'>(
    () => shape({ platform: platform(), filters: filters(), again: z.boolean() }),
    (bench, { again, ...form }) =>
      searchFirst(bench, parseSearch(form.platform, form.filters, pageReading(bench.host)), again),
  ),
  startSearch: call<'startSearch'>(
    () =>
      shape({
        platform: platform(),
        filters: filters(),
        from: page(),
        to: page(),
        sheetId: z.nullable(z.number()),
        known: z.enum(['skip', 'mark']),
        pictures: z.boolean(),
        picks: picks(),
        again: z.boolean(),
        cap: z.nullable(page()),
      }),
    startSearch,
  ),
  readSelection: call<'readSelection'>(() => shape(selection()), readSelection),
  startEnrich: call<'startEnrich'>(
    () =>
      shape({
        ...selection(),
        action: z.enum(['enrich', 'queue', 'weekly']),
        sheetId: z.number(),
        keys: shape({
          column: page(),
          platformColumn: z.nullable(page()),
          headerRow: z.nullable(page()),
          blocks: z.array(shape({ row: position(), rows: position() })),
          edges: text(),
          platform: z.optional(platformOrNone()),
          reading: z.optional(reading()),
        }),
        mode: z.enum(['fill', 'overwrite', 'new']),
        takesDoubles: z.optional(z.boolean()),
        cap: z.nullable(page()),
      }),
    startEnrich,
  ),
  setSchedule: call<'setSchedule'>(
    () =>
      shape({
        schedule: z.nullable(
          shape({
            sheetId: z.number(),
            platform: platformOrNone(),
            olderThanDays: z.number().check(z.refine((value) => value >= 1)),
            hour: hour(),
            cap: page(),
            reading: z.optional(reading()),
            hidden: z.optional(z.boolean()),
          }),
        ),
      }),
    (bench, { schedule }) => changeSchedule(bench, schedule),
  ),
  resultSheet: call<'resultSheet'>(() => shape({}), resultSheetInFront),
  saveSearch: call<'saveSearch'>(
    () => shape({ name: text(), platform: platform(), filters: filters() }),
    (bench, { name, ...form }) => {
      saveSearch(bench.host, nameOf(name), parseSearch(form.platform, form.filters, pageReading(bench.host)));
      return searchViews(bench);
    },
  ),
  renameSearch: call<'renameSearch'>(
    () => shape({ name: text(), to: text() }),
    (bench, { name, to }) => {
      renameSearch(bench.host, name, nameOf(to));
      return searchViews(bench);
    },
  ),
  ...runSurface(),
  ...reportSurface(),
  ...contentSurface(),
  deleteSearch: call<'deleteSearch'>(
    () => shape({ name: text() }),
    (bench, { name }) => {
      deleteSearch(bench.host, name);
      return searchViews(bench);
    },
  ),
}));

function localeOf({ host }: ScheduleBench): Pick<Opening, 'locale' | 'separator'> {
  const locale = host.locale();
  return { locale, separator: separatorOf(locale) };
}

/** A list that cannot be read keeps nobody from the rest. */
function searchesOf(bench: ScheduleBench): Pick<Opening, 'searches' | 'searchesStopped'> {
  try {
    return { searches: searchViews(bench) };
  } catch (error) {
    return { searches: [], searchesStopped: messageOf(error) };
  }
}

const LONGEST_NAME = 60;

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME)
    throw badInput(`Give the search a name of at most ${LONGEST_NAME} characters.`);
  return trimmed;
}

const STORE_FULL =
  "Google's property store is full, so this could not be saved. Remove what other scripts keep there and try again.";

/** A convenience: where it cannot be done now, the sidebar opens all the same. */
function keepReports({ host }: ScheduleBench): void {
  try {
    archiveReports(host);
  } catch {
    // The next opening tries again, while the cache still has them.
  }
}

/** One call of the page. Never throws: errors cross as data. */
export function answerCall(bench: ScheduleBench, name: unknown, given: unknown): CallReply<unknown> {
  try {
    const calls: Record<string, Entry> = surface();
    const entry =
      typeof name === 'string' && Object.prototype.hasOwnProperty.call(calls, name) ? calls[name] : undefined;
    const parsed = entry && z.safeParse(entry.schema(), given);
    if (!entry || !parsed?.success)
      throw badInput('This sidebar is older or newer than the add-on. Reload the spreadsheet and open it again.');
    restoreFormulas(bench);
    return { ok: true, value: entry.run(bench, parsed.data as never) };
  } catch (error) {
    if (error instanceof StoreFull) return { ok: false, code: 'hostLimit', message: STORE_FULL };
    const code = error instanceof InfluError ? error.code : 'sheet';
    return { ok: false, code, message: messageOf(error) };
  }
}
