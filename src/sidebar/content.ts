import * as z from 'zod/mini';
import { summarizeContent } from '../jobs/content/content-summary';
import {
  aCap,
  aWhole,
  anHour,
  entry,
  nothing,
  shape,
  someChoices,
  someFilters,
  type Entry,
  type CallTools,
} from './argument';
import { readBudget } from '../gate/budget';
import { budgetNow } from './budget-view';
import type { Tools } from '../core/ports';
import { planContentRun, planSync } from '../jobs/content/content-plan';
import { scheduleSyncs } from '../jobs/schedule/content-schedule';
import { contentSheet, contentSheets, ownPieces } from '../jobs/content/content-sheet';
import { watermarkOf } from '../jobs/content/content-stretch';
import { monthCharged, readSync } from '../jobs/content/content-sync';
import { readKeys } from '../jobs/selection/key-column';
import { selectedRows } from '../jobs/selection/selected-rows';
import { CONTENT_FILTERS, CONTENT_PLATFORMS } from '../schema/content-filter';
import { contentText, parseContentFilters } from '../schema/content-search';
import { instantText } from '../schema/filter';
import { pageReading } from '../sheet/host-reading';
import type {
  ContentCalls,
  ContentForm,
  ContentPlan,
  ContentSheet,
  ContentView,
  SelectedHandles,
} from './content-calls';
import { contentView } from './runs';
import { readingView } from './selection';

/** How filters are understood. Sends nothing. */
function planContent({ host }: Tools, given: ContentCalls['planContent']['gives']): ContentPlan {
  const { filters } = parseContentFilters(given.filters, pageReading(host));
  return { filters, text: contentText(filters), requests: given.max, budget: budgetNow(host) };
}

/** Leaves room in the address for the other filters. */
const HANDLES_LENGTH = (CONTENT_FILTERS.find(({ name }) => name === 'username')?.longest ?? 0) - 50;

const isContent = (platform: string | undefined): boolean => CONTENT_PLATFORMS.some((each) => each === platform);

/** What the selected cells name, as many as fit into one query. */
function selectedHandles({ workbook }: Tools, { choices }: ContentCalls['selectedHandles']['gives']): SelectedHandles {
  // Handles without a platform are read as YouTube's: only there do capitals count.
  const selected = selectedRows(workbook, 'youtube', { ...choices, isPlatformChosen: false });
  const { table, keys, cells, blocks, understood } = selected;
  const named = (understood.headerPlatform ? cells : readKeys(table, keys, '')).flatMap((cell) =>
    cell.kind === 'creator' && isContent(cell.creator.platform) ? [String(cell.creator.platform)] : [],
  );
  // By lower case: a handle is wanted once, however it is spelled.
  const handles = new Map<string, string>();
  let [leftOut, length] = [0, 0];
  for (const cell of cells) {
    if (cell.kind === 'blank' || cell.filler) continue;
    if (cell.kind === 'creator' && handles.has(cell.creator.id.toLowerCase())) continue;
    const { creator } = cell.kind === 'creator' ? cell : {};
    const isFit = creator?.by === 'username' && isContent(creator.platform);
    if (isFit && length + creator.id.length < HANDLES_LENGTH) {
      handles.set(creator.id.toLowerCase(), creator.id);
      length += creator.id.length + 1;
    } else leftOut += 1;
  }
  const area = blocks.reduce((sum, { rows }) => sum + rows, 0);
  return {
    area: `${area} ${area === 1 ? 'row' : 'rows'} of ${table.name()}`,
    ...(choices && { read: readingView(selected, choices.hidden ?? false) }),
    handles: [...handles.values()],
    platforms: [...new Set(named)],
    leftOut,
  };
}

/** Makes sheet and plan. Free; the price was shown before. */
const startContent = (tools: Tools, { filters, sheetId, cap, ...form }: ContentForm): ContentView =>
  contentView(
    planContentRun(tools, {
      ...form,
      action: 'pull',
      filters: parseContentFilters(filters, pageReading(tools.host)).filters,
      sheetId: sheetId ?? undefined,
      cap: cap ?? readBudget(tools.host).run,
    }),
  );

const startSync = (tools: Tools, { sheetId, max, refresh, cap }: ContentCalls['startSync']['gives']): ContentView =>
  contentView(planSync(tools, sheetId, max, refresh, cap ?? readBudget(tools.host).run));

function contentSheetInFront(tools: Tools): ContentSheet | null {
  const id = tools.workbook.active()?.id();
  const isIts = (each: number | undefined): boolean => each !== undefined && each === id;
  const sheet = contentSheets(tools.workbook).find(({ table, memo }) => isIts(table.id()) || isIts(memo.summaryId));
  return sheet ? contentSheetView(tools, sheet) : null;
}

function changeContentSchedule(
  tools: CallTools,
  { sheetId, schedule }: ContentCalls['scheduleContent']['gives'],
): ContentSheet {
  scheduleSyncs(tools, tools.scheduler, [sheetId], schedule);
  return contentSheetView(tools, contentSheet(tools.workbook, sheetId));
}

function contentSheetView({ host, workbook }: Tools, { table, memo }: ReturnType<typeof contentSheet>): ContentSheet {
  const id = table.id();
  const { filters, syncedAtMs, fields, summaryId } = memo;
  const mark = watermarkOf(memo.open);
  const sync = readSync(host.documentProperties.all(), id, host.clock.now());
  const summary = summaryId === undefined ? undefined : workbook.byId(summaryId)?.name();
  return {
    id,
    name: table.name(),
    text: contentText(filters),
    filters,
    pieces: ownPieces(table, fields).count,
    // If nothing matched at all, nothing is missing up to then.
    ...(mark === undefined ? {} : { watermark: instantText(mark === 0 ? syncedAtMs : mark) }),
    ...(syncedAtMs > 0 ? { syncedAt: instantText(syncedAtMs) } : {}),
    schedule: sync.schedule,
    monthCharged: monthCharged(sync),
    ...(summary === undefined ? {} : { summary }),
    budget: budgetNow(host),
  };
}

/** What the *Content* tab can do. */
export const contentSurface = (): { [Name in keyof ContentCalls]: Entry } => ({
  planContent: entry<'planContent'>(() => shape({ filters: someFilters(), max: aWhole() }), planContent),
  selectedHandles: entry<'selectedHandles'>(() => shape({ choices: someChoices() }), selectedHandles),
  startContent: entry<'startContent'>(
    () =>
      shape({
        filters: someFilters(),
        max: aWhole(),
        thumbnails: z.boolean(),
        sheetId: z.nullable(z.number()),
        cap: aCap(),
      }),
    startContent,
  ),
  contentSheet: entry<'contentSheet'>(nothing, contentSheetInFront),
  startSync: entry<'startSync'>(
    () => shape({ sheetId: z.number(), max: aWhole(), refresh: z.boolean(), cap: aCap() }),
    startSync,
  ),
  scheduleContent: entry<'scheduleContent'>(
    () =>
      shape({
        sheetId: z.number(),
        schedule: z.nullable(shape({ hour: anHour(), cap: aWhole(), monthCap: aWhole() })),
      }),
    changeContentSchedule,
  ),
  summarizeContent: entry<'summarizeContent'>(
    () => shape({ sheetId: z.number(), rate: z.nullable(z.number().check(z.refine((value) => value >= 0))) }),
    (tools, { sheetId, rate }) => summarizeContent(tools, sheetId, rate),
  ),
});
