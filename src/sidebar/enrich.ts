import { budgetLeft } from '../api/ledger-view';
import { peek } from '../api/client';
import { profileQuestion } from '../api/question';
import { badInput } from '../core/error';
import type { Scheduler, Table } from '../core/ports';
import { isRecord } from '../core/text';
import type { Bench } from '../jobs/click';
import { enrichField } from '../jobs/enrich-answer';
import { markedFields } from '../jobs/enrich-layout';
import { planEnrichRun, priceOf, rowsOf } from '../jobs/enrich-plan';
import { edgesOf, readKeys, selectedKeys, type KeyCell, type KeyColumn } from '../jobs/key-column';
import type { RunState } from '../jobs/run-state';
import { stepRun } from '../jobs/run-step';
import { dropSchedule, readSchedule, setSchedule } from '../jobs/schedule';
import type { Creator } from '../schema/creator';
import { isPlatform } from '../schema/platform';
import { profileField } from '../schema/profile-field';
import { columnLetters } from '../sheet/column-letters';
import type {
  EnrichForm,
  EnrichView,
  ScheduleForm,
  ScheduleView,
  SelectedKeys,
  Selection,
  SelectionForm,
} from './calls';

const UNREADABLE_SHOWN = 50;
const PATHS_SHOWN = 80;

/** What the selected cells hold, and what their data would cost. Sends nothing. */
export function readSelection(bench: Bench, form: SelectionForm): Selection {
  const { host, workbook } = bench;
  const { table, keys } = selectedKeys(workbook);
  const rows =
    form.which === 'all' ? readKeys(table, keys, form.platform) : rowsOf(table, { ...form, keys }, host.clock.now());
  const creators = creatorsIn(rows);
  const price = priceOf(bench, creators, form.fields.map(enrichField), form.again);
  const unreadable = rows.filter((cell) => cell.kind === 'unreadable');
  const named = rows.filter(({ kind }) => kind === 'creator').length;
  const marks = table.marks();
  return {
    sheetId: table.id(),
    sheet: table.name(),
    area: areaText(keys),
    keys: {
      ...keys,
      platformColumn: keys.platformColumn ?? null,
      headerRow: keys.headerRow ?? null,
      edges: edgesOf(table, keys),
    },
    header: headerOf(table, keys),
    rows: rows.filter(({ kind }) => kind !== 'blank').length,
    blanks: rows.filter(({ kind }) => kind === 'blank').length,
    creators: creators.size,
    duplicates: named - creators.size,
    unreadable: unreadable.slice(0, UNREADABLE_SHOWN).map(({ row, text, why }) => ({ row, text, why })),
    unreadableCount: unreadable.length,
    platforms: platformsOf([...creators.values()]),
    known: price.known,
    requests: price.requests,
    paths: pathsSeen(bench, [...creators.values()]),
    left: budgetLeft(host),
    hasRunBefore: marks.has('status'),
    schedule: scheduleView(bench),
    fieldsBefore: markedFields(marks),
  };
}

function creatorsIn(cells: readonly KeyCell[]): Map<string, Creator> {
  const creators = new Map<string, Creator>();
  for (const cell of cells) if (cell.kind === 'creator') creators.set(cell.key, cell.creator);
  return creators;
}

function platformsOf(creators: readonly Creator[]): Selection['platforms'] {
  const counts = new Map<string, number>();
  for (const { platform = 'influData id' } of creators) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  return [...counts].map(([platform, count]) => ({ platform, creators: count }));
}

function headerOf(table: Table, { headerRow, column }: KeyColumn): string {
  if (headerRow === undefined) return '';
  return String(table.read({ row: headerRow, column, rows: 1, columns: 1 })[0]?.[0] ?? '');
}

/** `A2:A13, A20`, at most three blocks. */
export function areaText({ column, blocks }: KeyColumn): string {
  const letters = columnLetters(column);
  const texts = blocks.map(({ row, rows }) => `${letters}${row}${rows > 1 ? `:${letters}${row + rows - 1}` : ''}`);
  return texts.length > 3 ? `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more` : texts.join(', ');
}

/** Free paths of the first answer at hand that is whole; the catalogue's own names are left out. */
function pathsSeen({ host }: Bench, creators: readonly Creator[]): string[] {
  const questions = creators.slice(0, 50).map(profileQuestion);
  const answer = [...peek(host, questions).values()].find(({ state, body }) => state === 'full' && isRecord(body));
  return answer ? leaves(answer.body, '').slice(0, PATHS_SHOWN) : [];
}

function leaves(value: unknown, path: string): string[] {
  if (!isRecord(value))
    return path === '' || profileField(path) || Array.isArray(value) || value === null ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

const keyColumn = ({ column, platformColumn, headerRow, blocks }: SelectedKeys): KeyColumn => ({
  column,
  blocks,
  ...(platformColumn === null ? {} : { platformColumn }),
  ...(headerRow === null ? {} : { headerRow }),
});

/** Marks the rows and makes the columns. Free; the price was shown before. */
export function startEnrich(bench: Bench, form: EnrichForm): EnrichView {
  const { cap, ...plan } = form;
  const keys = keyColumn(form.keys);
  const table = bench.workbook.byId(form.sheetId);
  if (table && edgesOf(table, keys) !== form.keys.edges)
    throw badInput('The sheet has changed since the selection was read. Select the handles and read them again.');
  return enrichView(planEnrichRun(bench, { ...plan, keys, cap: cap ?? budgetLeft(bench.host).run }));
}

export function stepEnrich(bench: Bench, id: string, resume: boolean, cap: number | null): EnrichView {
  return enrichView(stepRun(bench, id, 'enrich', resume, cap ?? undefined));
}

export function enrichView(run: RunState): EnrichView {
  if (run.kind !== 'enrich') throw badInput('This is no run over rows.');
  const { id, action, state, message, sheetName, fields, rows, counts, charged, cap, startedMs } = run;
  return {
    id,
    action,
    state,
    message,
    sheet: sheetName,
    fields,
    rows,
    doneRows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    charged,
    cap,
    startedAt: new Date(startedMs).toISOString(),
  };
}

/** What a sidebar call works with where schedules can be had. */
export type ScheduleBench = Bench & { scheduler: Scheduler };

export function changeSchedule(bench: ScheduleBench, form: ScheduleForm | null): { schedule: ScheduleView | null } {
  if (form) setSchedule(bench, bench.scheduler, form);
  else dropSchedule(bench.host, bench.scheduler);
  return { schedule: scheduleView(bench) };
}

function scheduleView({ host, workbook }: Bench): ScheduleView | null {
  const schedule = readSchedule(host.documentProperties.all());
  if (!schedule) return null;
  const { sheetId, olderThanDays, hour, cap, platform } = schedule;
  const sheet = workbook.byId(sheetId)?.name() ?? 'a sheet that was deleted';
  return { sheetId, sheet, olderThanDays, hour, cap, platform: isPlatform(platform) ? platform : '' };
}
