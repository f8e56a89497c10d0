import { columnLetters } from '../../src/core/text';
import type { ReportForm, ReportSelection, ReportSelectionForm, ReportView } from '../../src/sidebar/report-calls';
import type { ChartData } from '../../dev/emulator/spreadsheet/sheet-data';
import type { Addon } from '../setup/addon';
import { drivenRun, value } from './page';

const FORM: ReportSelectionForm = { platform: 'instagram', kind: 'sheets', again: false };

/** Handles below a header in Sheet1, and selected. */
export function select(addon: Addon, handles: readonly string[], header = 'Handle'): void {
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [[header], ...handles.map((handle) => [handle])]);
  sheet.select(`A1:A${handles.length + 1}`);
}

export const read = (addon: Addon, form: Partial<ReportSelectionForm> = {}): Promise<ReportSelection> =>
  value(addon, 'readReport', { ...FORM, ...form });
export const check = (addon: Addon, form: Partial<ReportSelectionForm> = {}): Promise<ReportSelection> =>
  value(addon, 'checkReport', { ...FORM, ...form });

/** As the page does it: those that are known or may be bought. */
export const toReport = ({ creators }: ReportSelection): string[] =>
  creators.filter(({ state }) => ['known', 'buy', 'unchecked'].includes(state)).map(({ key }) => key);

export const start = (addon: Addon, keys: readonly string[], form: Partial<ReportForm> = {}): Promise<ReportView> =>
  value(addon, 'startReport', { kind: 'sheets', again: false, cap: null, ...form, keys: [...keys] });

export const step = (addon: Addon, { id }: ReportView, resume = false): Promise<ReportView> =>
  value(addon, 'stepRun', { id, resume, cap: null });

export const driven = (addon: Addon, run: ReportView, resume = false): Promise<ReportView> =>
  drivenRun(addon, run, { resume });

/** Checked, started and driven over what is selected. */
export async function reported(addon: Addon, form: Partial<ReportForm> = {}): Promise<ReportView> {
  const { kind = 'sheets', again = false } = form;
  return driven(addon, await start(addon, toReport(await check(addon, { kind, again })), form));
}

export interface ShownChart {
  title: string;
  type: string;
  /** What stands in the cells that it refers to, row by row. */
  table: unknown[][];
  data: ChartData;
}

/** The charts of a sheet with what they show: read from the cells that they refer to. */
export function chartsOf(addon: Addon, name: string): ShownChart[] {
  const { spreadsheet } = addon.emulator;
  return spreadsheet.sheet(name).data.charts.map((data) => {
    const parts = data.ranges.map(({ area }) => cellsIn(addon, name, area));
    const rows = Math.max(...parts.map(({ length }) => length));
    const table = Array.from({ length: rows }, (_, row) => parts.flatMap((part) => part[row] ?? []));
    return { title: String(data.options['title']), type: data.type, table, data };
  });
}

type Block = ChartData['ranges'][number]['area'];

const a1 = ({ row, column, rows, columns }: Block): string =>
  `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;

export const cellsIn = (addon: Addon, name: string, area: Block): unknown[][] =>
  addon.emulator.spreadsheet.sheet(name).values(a1(area));
