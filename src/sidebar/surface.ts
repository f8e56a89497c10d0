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
  entry,
  choices,
  filters,
  hour,
  whole,
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
import { changeSchedule, readSelection, startEnrich, type ScheduleTools } from './enrich';
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
  open: entry<'open'>(
    () => shape({}),
    (tools) => {
      keepReports(tools);
      return {
        account: accountView(tools),
        ...searchesOf(tools),
        runs: openViews(tools),
        ...localeOf(tools),
      };
    },
  ),
  account: entry<'account'>(
    () => shape({ again: z.boolean() }),
    (tools, { again }) => accountView(tools, again),
  ),
  saveKey: entry<'saveKey'>(
    () => shape({ key: text(), clientId: text(), where: place() }),
    (tools, { where, key, clientId }) => saveKey(tools, where, key, clientId),
  ),
  shareKey: entry<'shareKey'>(() => shape({}), shareStoredKey),
  testKey: entry<'testKey'>(
    () => shape({ where: place() }),
    (tools, { where }) => testStoredKey(tools, where),
  ),
  tryAgain: entry<'tryAgain'>(() => shape({}), tryAgain),
  checkAnswers: entry<'checkAnswers'>(
    () => shape({ paid: z.boolean() }),
    (tools, { paid }) => answerReport(tools, paid),
  ),
  removeKey: entry<'removeKey'>(
    () => shape({ where: place() }),
    (tools, { where }) => removeStoredKey(tools, where),
  ),
  requestTrial: entry<'requestTrial'>(
    () => shape({ email: text(), company: text() }),
    (tools, { email, company }) => signUp(tools, email, company),
  ),
  verifyTrial: entry<'verifyTrial'>(
    () => shape({ code: text() }),
    (tools, { code }) => enterCode(tools, code),
  ),
  dropTrial: entry<'dropTrial'>(() => shape({}), forgetSignup),
  changeSettings: entry<'changeSettings'>(() => settings(), setSettings),
  openLog: entry<'openLog'>(() => shape({}), openLog),
  cities: entry<'cities'>(
    () => shape({ country: text() }),
    (tools, { country }) => citiesIn(tools, country),
  ),
  search: entry<'search'>(
    () => shape({ platform: platform(), filters: filters(), again: z.boolean() }),
    (tools, { again, ...form }) =>
      searchFirst(tools, parseSearch(form.platform, form.filters, pageReading(tools.host)), again),
  ),
  startSearch: entry<'startSearch'>(
    () =>
      shape({
        platform: platform(),
        filters: filters(),
        from: whole(),
        to: whole(),
        sheetId: z.nullable(z.number()),
        known: z.enum(['skip', 'mark']),
        pictures: z.boolean(),
        picks: picks(),
        again: z.boolean(),
        cap: z.nullable(whole()),
      }),
    startSearch,
  ),
  readSelection: entry<'readSelection'>(() => shape(selection()), readSelection),
  startEnrich: entry<'startEnrich'>(
    () =>
      shape({
        ...selection(),
        action: z.enum(['enrich', 'queue', 'weekly']),
        sheetId: z.number(),
        keys: shape({
          column: whole(),
          platformColumn: z.nullable(whole()),
          headerRow: z.nullable(whole()),
          blocks: z.array(shape({ row: position(), rows: position() })),
          edges: text(),
          platform: z.optional(platformOrNone()),
          reading: z.optional(reading()),
        }),
        mode: z.enum(['fill', 'overwrite', 'new']),
        takesDoubles: z.optional(z.boolean()),
        cap: z.nullable(whole()),
      }),
    startEnrich,
  ),
  setSchedule: entry<'setSchedule'>(
    () =>
      shape({
        schedule: z.nullable(
          shape({
            sheetId: z.number(),
            platform: platformOrNone(),
            olderThanDays: z.number().check(z.refine((value) => value >= 1)),
            hour: hour(),
            cap: whole(),
            reading: z.optional(reading()),
            hidden: z.optional(z.boolean()),
          }),
        ),
      }),
    (tools, { schedule }) => changeSchedule(tools, schedule),
  ),
  resultSheet: entry<'resultSheet'>(() => shape({}), resultSheetInFront),
  saveSearch: entry<'saveSearch'>(
    () => shape({ name: text(), platform: platform(), filters: filters() }),
    (tools, { name, ...form }) => {
      saveSearch(tools.host, nameOf(name), parseSearch(form.platform, form.filters, pageReading(tools.host)));
      return searchViews(tools);
    },
  ),
  renameSearch: entry<'renameSearch'>(
    () => shape({ name: text(), to: text() }),
    (tools, { name, to }) => {
      renameSearch(tools.host, name, nameOf(to));
      return searchViews(tools);
    },
  ),
  ...runSurface(),
  ...reportSurface(),
  ...contentSurface(),
  deleteSearch: entry<'deleteSearch'>(
    () => shape({ name: text() }),
    (tools, { name }) => {
      deleteSearch(tools.host, name);
      return searchViews(tools);
    },
  ),
}));

function localeOf({ host }: ScheduleTools): Pick<Opening, 'locale' | 'separator'> {
  const locale = host.locale();
  return { locale, separator: separatorOf(locale) };
}

/** A list that cannot be read keeps nobody from the rest. */
function searchesOf(tools: ScheduleTools): Pick<Opening, 'searches' | 'searchesStopped'> {
  try {
    return { searches: searchViews(tools) };
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
function keepReports({ host }: ScheduleTools): void {
  try {
    archiveReports(host);
  } catch {
    // The next opening tries again, while the cache still has them.
  }
}

/** One call of the page. Never throws: errors cross as data. */
export function answerCall(tools: ScheduleTools, name: unknown, given: unknown): CallReply<unknown> {
  try {
    const calls: Record<string, Entry> = surface();
    const known =
      typeof name === 'string' && Object.prototype.hasOwnProperty.call(calls, name) ? calls[name] : undefined;
    const parsed = known && z.safeParse(known.schema(), given);
    if (!known || !parsed?.success)
      throw badInput('This sidebar is older or newer than the add-on. Reload the spreadsheet and open it again.');
    restoreFormulas(tools);
    return { ok: true, value: known.run(tools, parsed.data as never) };
  } catch (error) {
    if (error instanceof StoreFull) return { ok: false, code: 'hostLimit', message: STORE_FULL };
    const code = error instanceof InfluError ? error.code : 'sheet';
    return { ok: false, code, message: messageOf(error) };
  }
}
