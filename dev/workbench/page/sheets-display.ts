/** Where Univer shows something else than Google Sheets, shown as Sheets does. The values underneath stay Univer's. */
import type { ICellData, Nullable, Workbook } from '@univerjs/core';
import { CellValueType, InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { ConditionalFormat } from '../../emulator/spreadsheet/sheet-data';
import type { Attachment } from './cell-data';
import { asSheetsNames } from './sheets-errors';

/** By Univer's name of the sheet. */
export type ConditionalFormats = Map<string, ConditionalFormat[]>;

/** After the values of spills (100 in Univer's sources), before the number formats (0). */
const priority = 50;

const boxes = { true: '\u2611', false: '\u2610' } as const;
const boxSizePoints = 14;

export function showAsSheetsDoes(
  interceptors: SheetInterceptorService,
  formulas: FormulaDataModel,
  conditional: ConditionalFormats,
): void {
  /** The colours of the first rule that holds; texts compare without case. */
  function coloured(cell: ICellData, { row, col, subUnitId, workbook }: At): ICellData {
    const holds = conditional.get(subUnitId)?.find(
      ({ areas, criteria, values: [text = ''] }) =>
        String(cell.v ?? '')
          .toLowerCase()
          .slice(0, criteria === 'TEXT_STARTS_WITH' ? text.length : undefined) === text.toLowerCase() &&
        areas.some(
          (area) =>
            row + 1 >= area.row &&
            row + 1 < area.row + area.rows &&
            col + 1 >= area.column &&
            col + 1 < area.column + area.columns,
        ),
    );
    if (!holds) return cell;
    const { background, fontColor } = holds;
    const style = workbook.getStyles().getStyleByCell(cell);
    return {
      ...cell,
      s: { ...style, ...(background && { bg: { rgb: background } }), ...(fontColor && { cl: { rgb: fontColor } }) },
    };
  }

  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, at, next) => {
      if (!cell) return next(cell);
      const { unitId, subUnitId, row, col, rawData, workbook } = at;
      const named = asSheetsNames(cell.v);
      if (named !== cell.v) return next({ ...cell, v: named ?? null });
      if ((cell.custom as Nullable<Attachment>)?.checkbox && cell.t === CellValueType.BOOLEAN) {
        const style = workbook.getStyles().getStyleByCell(cell);
        const v = boxes[cell.v ? 'true' : 'false'];
        return next({ ...cell, v, t: CellValueType.STRING, s: { ...style, fs: boxSizePoints } });
      }
      // Dates that spill: Univer forgets their format everywhere but in the formula's own cell.
      const style = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col]?.s;
      if (!style || typeof style === 'string' || !style.n) return next(coloured(cell, at));
      const own = workbook.getStyles().getStyleByCell(rawData);
      return own?.n ? next(cell) : next({ ...cell, s: { ...own, n: style.n } });
    },
  });
}

interface At {
  row: number;
  col: number;
  subUnitId: string;
  workbook: Workbook;
}
