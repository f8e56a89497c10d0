/** What a script wrote, done in Univer: by its mutations, which recalculate but cannot be undone by the person. */
import type { ICellData, IObjectMatrixPrimitiveType, IRange } from '@univerjs/core';
import { mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from '@univerjs/preset-sheets-core';
import type { ConditionalFormat } from '../../emulator/spreadsheet/sheet-data';
import type { Mutation } from '../document';
import { toReplacement } from './cell-data';
import { showFilter } from './filter';
import { setSheetProperties } from './sheet-properties';
import type { ChartLayer } from './charts';
import type { SheetsComponent } from './univer';
import { toWorksheetData, univerSheetId, workbookId } from './workbook-data';

type OfType<Type extends Mutation['type']> = Extract<Mutation, { type: Type }>;
type Appliers = { [Type in Exclude<Mutation['type'], 'cells'>]: (mutation: OfType<Type>) => void };

/** Laid over the options of every mutation that comes from the server, so that it is not sent back. */
const fromServer = { fromCollab: true } as const;

export function createMutationApplier(
  { commands, workbook, conditionalFormats, filters }: SheetsComponent,
  charts: Pick<ChartLayer, 'set' | 'remove' | 'replace'>,
): (mutations: Mutation[]) => void {
  const run = (id: string, sheetId: number, params: object) =>
    void commands.syncExecuteCommand(
      id,
      { unitId: workbookId, subUnitId: univerSheetId(sheetId), ...params },
      fromServer,
    );
  const sheetOf = (sheetId: number) => workbook.getSheetBySheetId(univerSheetId(sheetId));

  const rowRange = (sheetId: number, at: number, count: number): IRange => ({
    startRow: at - 1,
    endRow: at + count - 2,
    startColumn: 0,
    endColumn: Math.max(0, (sheetOf(sheetId)?.getMaxColumns() ?? 1) - 1),
  });
  const columnRange = (sheetId: number, at: number, count: number): IRange => ({
    startRow: 0,
    endRow: Math.max(0, (sheetOf(sheetId)?.getMaxRows() ?? 1) - 1),
    startColumn: at - 1,
    endColumn: at + count - 2,
  });

  function activate(sheetId: number): void {
    const sheet = sheetOf(sheetId);
    if (sheet && workbook.getActiveSheet().getSheetId() !== sheet.getSheetId()) workbook.setActiveSheet(sheet);
  }

  const colour = (sheetId: number, formats: ConditionalFormat[] | undefined): void => {
    if (formats) conditionalFormats.set(univerSheetId(sheetId), formats);
  };

  /** Of several writes to a cell the last one counts. */
  function write(sheetId: number, writes: OfType<'cells'>[]): void {
    const cellValue: IObjectMatrixPrimitiveType<ICellData | null> = {};
    for (const { row, column, cells } of writes) {
      cells.forEach((line, down) => {
        const into = (cellValue[row - 1 + down] ??= {}) as Record<number, ICellData | null>;
        line.forEach((cell, across) => (into[column - 1 + across] = toReplacement(cell)));
      });
    }
    run(SetRangeValuesMutation.id, sheetId, { cellValue });
  }

  const appliers: Appliers = {
    insertSheet: ({ index, sheet }) => {
      const data = mergeWorksheetSnapshotWithDefault(toWorksheetData(sheet));
      run(InsertSheetMutation.id, sheet.id, { index, sheet: data });
      if (sheet.charts) charts.replace(sheet.id, sheet.charts);
      colour(sheet.id, sheet.conditionalFormats);
    },
    deleteSheet: ({ sheetId }) =>
      run(RemoveSheetMutation.id, sheetId, { subUnitName: sheetOf(sheetId)?.getSheetName() }),
    renameSheet: ({ sheetId, name }) => run(SetWorksheetNameMutation.id, sheetId, { name }),
    moveSheet: ({ sheetId, index }) =>
      run(SetWorksheetOrderMutation.id, sheetId, { fromOrder: sheetOf(sheetId)?.getIndex() ?? 0, toOrder: index }),
    activateSheet: ({ sheetId }) => activate(sheetId),
    insertRows: ({ sheetId, at, count }) => run(InsertRowMutation.id, sheetId, { range: rowRange(sheetId, at, count) }),
    deleteRows: ({ sheetId, at, count }) => run(RemoveRowMutation.id, sheetId, { range: rowRange(sheetId, at, count) }),
    insertColumns: ({ sheetId, at, count }) =>
      run(InsertColMutation.id, sheetId, { range: columnRange(sheetId, at, count) }),
    deleteColumns: ({ sheetId, at, count }) =>
      run(RemoveColMutation.id, sheetId, { range: columnRange(sheetId, at, count) }),
    moveRows: ({ sheetId, from, count, before }) =>
      run(MoveRowsMutation.id, sheetId, {
        sourceRange: rowRange(sheetId, from, count),
        targetRange: rowRange(sheetId, before, count),
      }),
    moveColumns: ({ sheetId, from, count, before }) =>
      run(MoveColsMutation.id, sheetId, {
        sourceRange: columnRange(sheetId, from, count),
        targetRange: columnRange(sheetId, before, count),
      }),
    sheetProperties: ({ sheetId, properties }) => {
      const sheet = sheetOf(sheetId);
      if (properties.charts) charts.replace(sheetId, properties.charts);
      colour(sheetId, properties.conditionalFormats);
      if (!sheet) return;
      const runHere = ({ id }: { id: string }, params: object) => run(id, sheetId, params);
      setSheetProperties(sheet, runHere, properties);
      showFilter({ filters }, sheet.getSheetId(), runHere, properties);
    },
    setChart: (mutation) => charts.set(mutation),
    removeChart: (mutation) => charts.remove(mutation),
    select: ({ sheetId, ranges, current }) => {
      const sheet = sheetOf(sheetId);
      const last = ranges.at(-1) ?? { ...current, rows: 1, columns: 1 };
      if (!sheet || workbook.getActiveSheet().getSheetId() !== sheet.getSheetId()) return;
      workbook.setActiveRange(sheet.getRange(last.row - 1, last.column - 1, last.rows, last.columns));
    },
  };

  /** Univer looks through all formulas of a workbook at each write: neighbours in the list go as one. */
  return (mutations) => {
    let writes: OfType<'cells'>[] = [];
    const flush = () => {
      const [first] = writes;
      if (first) write(first.sheetId, writes);
      writes = [];
    };
    for (const mutation of mutations) {
      const isNext = mutation.type === 'cells' && (writes[0]?.sheetId ?? mutation.sheetId) === mutation.sheetId;
      if (!isNext) flush();
      if (mutation.type === 'cells') writes.push(mutation);
      else (appliers[mutation.type] as (each: Mutation) => void)(mutation);
    }
    flush();
  };
}
