/** What a person does in Univer, and what its engine computes, as edits for the server (document.ts). */
import type { ICommandInfo, IRange } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetArrayFormulaDataMutation,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from '@univerjs/preset-sheets-core';
import { FILTER_MUTATIONS } from '@univerjs/sheets-filter';
import type { CellSnapshot, Edit } from '../document';
import { fromCellData, resultOf } from './cell-data';
import { readFilter } from './filter';
import type { CustomFunctions } from './custom-functions';
import { readSheetProperties } from './sheet-properties';
import { createSpillReader } from './spilled-values';
import type { SheetsComponent } from './univer';
import { documentSheetId } from './workbook-data';

/** Edits wait this long for others, unless a call to the server needs them at once. */
const autosaveDelayMs = 150;

interface MutationParams {
  subUnitId: string;
  range: IRange;
  sourceRange: IRange;
  targetRange: IRange;
  cellValue: Record<number, Record<number, unknown>>;
  from: { subUnitId: string; value: Record<number, Record<number, unknown>> };
  to: { subUnitId: string; value: Record<number, Record<number, unknown>> };
  sheet: { id: string };
  index: number;
  name: string;
  toOrder: number;
  order: Record<number, number>;
}

interface MutationOptions {
  fromCollab?: boolean;
  fromFormula?: boolean;
  applyFormulaCalculationResult?: boolean;
  onlyLocal?: boolean;
}

/** Sheet by its document id: rows, columns and the cells there that have to be sent. */
type Pending = { kind: 'put' | 'results'; univerId: string; cells: Map<string, [row: number, column: number]> };
type PendingFilter = { kind: 'filter'; univerId: string };

const rowsOf = ({ startRow, endRow }: IRange) => ({ at: startRow + 1, count: endRow - startRow + 1 });
const columnsOf = ({ startColumn, endColumn }: IRange) => ({ at: startColumn + 1, count: endColumn - startColumn + 1 });

export interface EditWatcher {
  /** Sends what has not been sent yet. Call it before anything that reads the document on the server. */
  flush(): void;
  /** How often a person has inserted, deleted or moved rows or columns here. */
  structure(): number;
  /** Only the last selection counts; it goes along with the next edits. */
  select(selection: Extract<Edit, { type: 'select' }>): void;
}

export function watchEdits(
  sheets: SheetsComponent,
  customFunctions: Pick<CustomFunctions, 'noteAt' | 'forget'>,
  send: (edits: Edit[], structure: number) => void,
  afterStructure: (univerSheetId: string) => void,
): EditWatcher {
  const { commands, workbook } = sheets;
  let edits: (Edit | Pending | PendingFilter)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let selected: Edit | null = null;
  let spillsChanged = false;
  let structure = 0;

  const readSpills = createSpillReader(sheets);
  const sheetOf = (univerId: string) => workbook.getSheetBySheetId(univerId);

  function readCell(sheet: FWorksheet, row: number, column: number): CellSnapshot | null {
    const data = sheet.getSheet().getCellRaw(row, column);
    const style = workbook.getWorkbook().getStyles().getStyleByCell(data);
    const note = customFunctions.noteAt({ sheetId: sheet.getSheetId(), row, column });
    return fromCellData(data, style, note);
  }

  function readResult(sheet: FWorksheet, row: number, column: number): CellSnapshot {
    const note = customFunctions.noteAt({ sheetId: sheet.getSheetId(), row, column });
    return resultOf(sheet.getSheet().getCellRaw(row, column), note);
  }

  /** Contents are read when they are sent: only the last of several writes to a cell counts. */
  function settle(pending: Pending | PendingFilter): Edit[] {
    const sheet = sheetOf(pending.univerId);
    if (!sheet) return [];
    const sheetId = documentSheetId(pending.univerId);
    if (pending.kind === 'filter') return [{ type: 'filter', sheetId, ...readFilter(sheets, pending.univerId) }];
    const read = pending.kind === 'put' ? readCell : readResult;
    const cells = [...pending.cells.values()].map(([row, column]): [number, number, CellSnapshot | null] => [
      row + 1,
      column + 1,
      read(sheet, row, column),
    ]);
    return [{ type: pending.kind, sheetId, cells }];
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const ready = edits.flatMap((edit): Edit[] => ('kind' in edit ? settle(edit) : [edit]));
    edits = [];
    if (spillsChanged) ready.push(...readSpills());
    spillsChanged = false;
    if (selected) ready.push(selected);
    selected = null;
    if (ready.length > 0) send(ready, structure);
  }

  function add(edit: Edit | PendingFilter): void {
    edits.push(edit);
    timer ??= setTimeout(flush, autosaveDelayMs);
  }

  function addCells(kind: Pending['kind'], univerId: string, matrix: Record<number, Record<number, unknown>>): void {
    const last = edits.at(-1);
    const pending: Pending =
      last && 'cells' in last && 'kind' in last && last.kind === kind && last.univerId === univerId
        ? last
        : { kind, univerId, cells: new Map() };
    if (pending !== last) edits.push(pending);
    for (const [row, line] of Object.entries(matrix ?? {})) {
      for (const column of Object.keys(line ?? {})) {
        pending.cells.set(`${row}/${column}`, [Number(row), Number(column)]);
        if (kind === 'put') customFunctions.forget({ sheetId: univerId, row: Number(row), column: Number(column) });
      }
    }
    timer ??= setTimeout(flush, autosaveDelayMs);
  }

  function addProperties(univerId: string): void {
    const sheet = sheetOf(univerId);
    if (!sheet) return;
    add({ type: 'sheetProperties', sheetId: documentSheetId(univerId), properties: readSheetProperties(sheet) });
  }

  const handlers: Record<string, (params: MutationParams, sheetId: number) => void> = {
    [SetRangeValuesMutation.id]: ({ subUnitId, cellValue }) => addCells('put', subUnitId, cellValue),
    [MoveRangeMutation.id]: ({ from, to }) => {
      addCells('put', from.subUnitId, from.value);
      addCells('put', to.subUnitId, to.value);
    },
    [InsertRowMutation.id]: ({ range }, sheetId) => add({ type: 'insertRows', sheetId, ...rowsOf(range) }),
    [RemoveRowMutation.id]: ({ range }, sheetId) => add({ type: 'deleteRows', sheetId, ...rowsOf(range) }),
    [InsertColMutation.id]: ({ range }, sheetId) => add({ type: 'insertColumns', sheetId, ...columnsOf(range) }),
    [RemoveColMutation.id]: ({ range }, sheetId) => add({ type: 'deleteColumns', sheetId, ...columnsOf(range) }),
    [MoveRowsMutation.id]: ({ sourceRange, targetRange }, sheetId) => {
      const { at, count } = rowsOf(sourceRange);
      add({ type: 'moveRows', sheetId, from: at, count, before: targetRange.startRow + 1 });
    },
    [MoveColsMutation.id]: ({ sourceRange, targetRange }, sheetId) => {
      const { at, count } = columnsOf(sourceRange);
      add({ type: 'moveColumns', sheetId, from: at, count, before: targetRange.startColumn + 1 });
    },
    [ReorderRangeMutation.id]: ({ range, order }, sheetId) => {
      const { at: row, count: rows } = rowsOf(range);
      const { at: column, count: columns } = columnsOf(range);
      const moves = Object.entries(order).map(([to, from]): [number, number] => [Number(to) + 1, from + 1]);
      add({ type: 'reorderRows', sheetId, area: { row, rows, column, columns }, moves });
    },
    [InsertSheetMutation.id]: ({ index, sheet: { id } }) => {
      const sheet = sheetOf(id);
      if (!sheet) return;
      add({ type: 'insertSheet', index, sheet: { id: documentSheetId(id), name: sheet.getSheetName() } });
      addProperties(id);
      const matrix = sheet.getSheet().getCellMatrix().getMatrix();
      addCells('put', id, matrix as Record<number, Record<number, unknown>>);
    },
    [RemoveSheetMutation.id]: (_params, sheetId) => add({ type: 'deleteSheet', sheetId }),
    [SetWorksheetNameMutation.id]: ({ name }, sheetId) => add({ type: 'renameSheet', sheetId, name }),
    [SetWorksheetOrderMutation.id]: ({ toOrder }, sheetId) => add({ type: 'moveSheet', sheetId, index: toOrder }),
  };
  const structural = new Set<string>([
    InsertRowMutation.id,
    RemoveRowMutation.id,
    InsertColMutation.id,
    RemoveColMutation.id,
    MoveRowsMutation.id,
    MoveColsMutation.id,
  ]);
  /** Changes of a sheet's own properties; anything else under this prefix is no business of the document. */
  const propertyMutation =
    /^sheet\.mutation\.(set-frozen|set-tab-color|set-worksheet-(hidden|hide|row-count|column-count)|(add|remove)-worksheet-merge|set-worksheet-col-width|set-worksheet-row-height)/;

  commands.onCommandExecuted(({ id, params }: Readonly<ICommandInfo>, options?: MutationOptions) => {
    const mutation = (params ?? {}) as MutationParams;
    if (id === SetArrayFormulaDataMutation.id) {
      spillsChanged = true;
      timer ??= setTimeout(flush, autosaveDelayMs);
    }
    if (options?.applyFormulaCalculationResult) return addCells('results', mutation.subUnitId, mutation.cellValue);
    if (options?.fromFormula || options?.onlyLocal) return undefined;
    if (options?.fromCollab) {
      if (id === SetRangeValuesMutation.id) forgetFormulas(mutation);
      return undefined;
    }
    const sheetId = mutation.subUnitId ? documentSheetId(mutation.subUnitId) : 0;
    if (structural.has(id)) structure += 1;
    handlers[id]?.(mutation, sheetId);
    if (propertyMutation.test(id)) addProperties(mutation.subUnitId);
    if (FILTER_MUTATIONS.has(id)) add({ kind: 'filter', univerId: mutation.subUnitId });
    if (structural.has(id)) {
      // Formulas that follow come as writes of their own, within this task.
      setTimeout(flush);
      afterStructure(mutation.subUnitId);
    }
    return undefined;
  });

  /** A script wrote the formula anew, so it is called anew. */
  function forgetFormulas({ subUnitId, cellValue }: MutationParams): void {
    for (const [row, line] of Object.entries(cellValue ?? {})) {
      for (const column of Object.keys(line ?? {})) {
        customFunctions.forget({ sheetId: subUnitId, row: Number(row), column: Number(column) });
      }
    }
  }

  return {
    flush,
    structure: () => structure,
    select: (selection) => {
      selected = selection;
      timer ??= setTimeout(flush, autosaveDelayMs);
    },
  };
}
