import { spokenOf } from '../schema/language';
import * as z from 'zod/mini';
import {
  someChoices,
  entry,
  anHour,
  aPlatformOrNone,
  aRow,
  aReading,
  shape,
  aText,
  aWhole,
  type CallTools,
  type Entry,
  aCap,
} from './argument';
import type {
  EnrichCalls,
  EnrichForm,
  EnrichView,
  ScheduleView,
  SelectedKeys,
  Selection,
  SelectionForm,
} from './enrich-calls';
import { readBudget } from '../gate/budget';
import { budgetNow } from './budget-view';
import { peek } from '../gate/client';
import { profileQuestion } from '../api/question';
import { badInput } from '../core/error';
import { isRecord } from '../core/text';
import type { Tools } from '../core/ports';
import { typedEnrichField } from '../jobs/enrich/enrich-answer';
import { enrichOffer, firstCreators } from '../jobs/enrich/enrich-offer';
import { notGiven } from '../jobs/enrich/not-given';
import { doublesIn } from '../jobs/enrich/enrich-columns';
import { planEnrichRun, enrichPrice, wantedOf } from '../jobs/enrich/enrich-plan';
import { leftOut } from '../jobs/pipeline/left-out';
import { creatorsIn, traceOf, type KeyColumn } from '../jobs/selection/key-column';
import { dropSchedule, readSchedule, setSchedule } from '../jobs/schedule/schedule';
import { selectedRows } from '../jobs/selection/selected-rows';
import type { Creator } from '../schema/creator';
import { isPlatform } from '../schema/platform';
import { profileField } from '../schema/profile-field';
import { leftOutView } from './pipeline';
import { enrichView } from './runs';
import { areaText, readingView, unreadableIn } from './selection';
import { ENRICH_TEXT, SIDEBAR } from '../schema/said-text';

const PATHS_SHOWN = 80;

/** What the selected cells hold, and what their data would cost. Sends nothing. */
function readSelection(tools: Tools, form: SelectionForm): Selection {
  const { host, workbook } = tools;
  const selected = selectedRows(workbook, form.platform, form.choices);
  const { table, keys, platform, cells, understood } = selected;
  const rows = form.which === 'all' ? cells : wantedOf(table, cells, form, host.clock.now());
  const creators = creatorsIn(rows);
  const left = leftOut(tools);
  const out = left.find(new Map([...creators.keys()].map((key) => [key, [key]])));
  const bought = form.byStatus === 'mark' ? creators : new Map([...creators].filter(([key]) => !out.has(key)));
  const leftView = leftOutView(left, [...out.values()]);
  const marks = table.marks();
  const missing = notGiven(host);
  const without = new Set(missing.map(({ field }) => field));
  const offer = enrichOffer(table, understood, marks, cells, form.fields, form.which, without);
  const names = form.proposes === true ? offer.fields : form.fields;
  const fields = names.map(typedEnrichField);
  const first = firstCreators(rows);
  const named = rows.filter(({ kind }) => kind === 'creator').length;
  return {
    sheetId: table.id(),
    sheet: table.name(),
    area: areaText(selected),
    keys: {
      ...keys,
      platformColumn: keys.platformColumn ?? null,
      headerRow: keys.headerRow ?? null,
      platform: isPlatform(platform) ? platform : '',
      edges: traceOf(table, keys),
    },
    header: understood.header,
    read: readingView(selected, form.choices?.hidden ?? false),
    rows: rows.filter(({ kind }) => kind !== 'blank').length,
    blanks: rows.filter(({ kind }) => kind === 'blank').length,
    ...enrichPrice(tools, bought, fields, form.again, first),
    creators: creators.size,
    ...(leftView && { leftOut: leftView }),
    firstCreators: first.size,
    duplicates: named - creators.size,
    ...unreadableIn(rows),
    platforms: platformsOf([...creators.values()]),
    paths: pathsSeen(tools, [...creators.values()]),
    budget: budgetNow(host),
    hasRunBefore: marks.has('status'),
    schedule: scheduleView(tools),
    fields: names,
    there: offer.there,
    notGiven: missing,
    doubles: doublesIn(understood.headers, keys, marks, fields),
  };
}

function platformsOf(creators: readonly Creator[]): Selection['platforms'] {
  const counts = new Map<string, number>();
  for (const { platform = 'influData id' } of creators) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  return [...counts].map(([platform, count]) => ({ platform, creators: count }));
}

/** Paths in the first whole answer at hand that the catalogue has no name for. */
function pathsSeen({ host }: Tools, creators: readonly Creator[]): string[] {
  const questions = creators.slice(0, 50).map(profileQuestion);
  const answer = [...peek(host, questions).values()].find(({ state, body }) => state === 'full' && isRecord(body));
  return answer ? leaves(answer.body, '').slice(0, PATHS_SHOWN) : [];
}

function leaves(value: unknown, path: string): string[] {
  if (!isRecord(value))
    return path === '' || profileField(path) || Array.isArray(value) || value === null ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

const keyColumn = ({ column, platformColumn, headerRow, blocks, reading }: SelectedKeys): KeyColumn => ({
  column,
  platformColumn: platformColumn ?? undefined,
  headerRow: headerRow ?? undefined,
  blocks,
  reading,
});

/** Marks the rows and makes the columns. Free; the price was shown before. */
function startEnrich(tools: Tools, form: EnrichForm): EnrichView {
  const { cap, ...plan } = form;
  const keys = keyColumn(form.keys);
  const platform = form.keys.platform ?? form.platform;
  const table = tools.workbook.byId(form.sheetId);
  if (table && traceOf(table, keys) !== form.keys.edges) throw badInput(ENRICH_TEXT.sheetChanged);
  return enrichView(planEnrichRun(tools, { ...plan, platform, keys, cap: cap ?? readBudget(tools.host).run }));
}

function changeSchedule(
  tools: CallTools,
  { schedule }: EnrichCalls['setSchedule']['gives'],
): { schedule: ScheduleView | null } {
  if (schedule) setSchedule(tools, tools.scheduler, schedule);
  else dropSchedule(tools.host, tools.scheduler);
  return { schedule: scheduleView(tools) };
}

function scheduleView({ host, workbook }: Tools): ScheduleView | null {
  const schedule = readSchedule(host.documentProperties.all());
  if (!schedule) return null;
  const { sheetId, platform } = schedule;
  const sheet = workbook.byId(sheetId)?.name() ?? spokenOf(SIDEBAR.deletedSheet);
  return { ...schedule, sheet, platform: isPlatform(platform) ? platform : '' };
}

const selection = () => ({
  platform: aPlatformOrNone(),
  choices: someChoices(),
  fields: z.array(aText()),
  proposes: z.optional(z.boolean()),
  which: z.enum(['all', 'failed', 'queued', 'old']),
  olderThanDays: z.number().check(z.refine((value) => value >= 0)),
  again: z.boolean(),
  byStatus: z.optional(z.enum(['skip', 'mark'])),
});
/** What the *Enrich* tab can do. */
export const enrichSurface = (): { [Name in keyof EnrichCalls]: Entry } => ({
  readSelection: entry<'readSelection'>(() => shape(selection()), readSelection),
  startEnrich: entry<'startEnrich'>(
    () =>
      shape({
        ...selection(),
        action: z.enum(['enrich', 'queue', 'weekly']),
        sheetId: z.number(),
        keys: shape({
          column: aWhole(),
          platformColumn: z.nullable(aWhole()),
          headerRow: z.nullable(aWhole()),
          blocks: z.array(shape({ row: aRow(), rows: aRow() })),
          edges: aText(),
          platform: z.optional(aPlatformOrNone()),
          reading: z.optional(aReading()),
        }),
        mode: z.enum(['fill', 'overwrite', 'new']),
        part: z.optional(z.enum(['first', 'rest'])),
        takesDoubles: z.optional(z.boolean()),
        cap: aCap(),
      }),
    startEnrich,
  ),
  setSchedule: entry<'setSchedule'>(
    () =>
      shape({
        schedule: z.nullable(
          shape({
            sheetId: z.number(),
            platform: aPlatformOrNone(),
            olderThanDays: z.number().check(z.refine((value) => value >= 1)),
            hour: anHour(),
            cap: aWhole(),
            reading: z.optional(aReading()),
            hidden: z.optional(z.boolean()),
          }),
        ),
      }),
    changeSchedule,
  ),
});
