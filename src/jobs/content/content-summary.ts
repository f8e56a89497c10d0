import { badInput } from '../../core/error';
import type { Table, Tools } from '../../core/ports';
import { locked } from '../../gate/locked';
import { contentSummaryPage, RATE_CELL } from '../../sheet/content-summary-page';
import { inLanguage, spokenLanguage } from '../../schema/language';
import { isPlatform, PLATFORMS } from '../../schema/platform';
import { contentText } from '../../schema/sheet-text';
import { contentSheet, writeContentMemo } from './content-sheet';
import { headersOf } from '../run/own-rows';
import { blankSheet } from '../run/blank-sheet';
import { CONTENT_REFUSAL } from '../../schema/said-text';

/** Makes the campaign summary of a content sheet, or lays out the existing one again. A null rate keeps what was typed there. Free. */
export function summarizeContent({ host, workbook }: Tools, sheetId: number, rate: number | null): { sheet: string } {
  const { table, memo } = contentSheet(workbook, sheetId);
  const headers = headersOf(table);
  const rows = table.lastRow() - 1;
  if (rows < 1) throw badInput(CONTENT_REFUSAL.nothingToSum);
  const read = (header: string): string[] => columnTexts(table, headers.indexOf(header) + 1, rows);
  const [handles, platforms, uploaded] = [read('Handle'), read('Platform'), read('Uploaded')];
  const before = memo.summaryId === undefined ? undefined : workbook.byId(memo.summaryId);
  const language = before ? (memo.summaryLanguage ?? 'en') : spokenLanguage();
  const page = inLanguage(language, () =>
    contentSummaryPage({
      name: table.name(),
      headers,
      creators: new Set(handles.map((handle, index) => `${handle}\n${platforms[index] ?? ''}`)).size,
      days: new Set(uploaded.map((text) => text.slice(0, 10))).size,
      about: aboutText(memo.filters),
      syncedDay: host.clock.day(memo.syncedAtMs, host.timeZone()),
      rate: rate ?? (before ? typedRate(before) : ''),
    }),
  );
  const summary = before ?? begunSummary({ host, workbook }, table, sheetId);
  summary.layOut({ ...page, name: summary.name() });
  summary.show();
  return { sheet: summary.name() };
}

/** Noted before it is laid out: one that is killed in between is laid out by the next click, and there is one. */
const begunSummary = ({ host, workbook }: Pick<Tools, 'host' | 'workbook'>, table: Table, sheetId: number): Table =>
  locked(host, () => {
    // A sync may have ended meanwhile, or somebody else has clicked.
    const { memo } = contentSheet(workbook, sheetId);
    const there = memo.summaryId === undefined ? undefined : workbook.byId(memo.summaryId);
    const summary = there ?? blankSheet(workbook, `${contentText().sheet} ${table.name()}`);
    writeContentMemo(table, { ...memo, summaryId: summary.id(), summaryLanguage: spokenLanguage() });
    workbook.flush();
    return summary;
  });

/** "Instagram · #summer · @anna, @ben": what names a campaign, of its filters. */
const aboutText = (filters: Readonly<Record<string, string>>): string =>
  [
    ['platform', ''],
    ['tags', '#'],
    ['keywords', ''],
    ['username', '@'],
    ['country', ''],
  ]
    .flatMap(([name = '', sign = '']) => {
      const parts = (filters[name] ?? '').split(',').map((part) => part.trim());
      const words = parts.filter(Boolean).map((part) => (isPlatform(part) ? PLATFORMS[part].label : sign + part));
      return words.length > 0 ? [words.join(', ')] : [];
    })
    .join(' · ');

const columnTexts = (table: Table, column: number, rows: number): string[] =>
  column === 0
    ? []
    : table
        .read({ row: 2, column, rows, columns: 1 })
        .map(([cell]) => (cell instanceof Date ? cell.toISOString() : String(cell)));

function typedRate(table: Table): number | '' {
  const [[cell] = []] = table.lastRow() < RATE_CELL.row ? [] : table.read(RATE_CELL);
  return typeof cell === 'number' ? cell : '';
}
