/** Where Univer shows something else than Google Sheets, shown as Sheets does. The values underneath stay Univer's. */
import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { FormulaDataModel } from '@univerjs/preset-sheets-core';

/** After the values of spills (100 in Univer's sources), before the number formats (0). */
const priority = 50;

export function showAsSheetsDoes(interceptors: SheetInterceptorService, formulas: FormulaDataModel): void {
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, rawData, workbook }, next) => {
      if (!cell) return next(cell);
      // A spill that is blocked.
      if (cell.v === '#SPILL!') return next({ ...cell, v: '#REF!' });
      // Dates that spill: Univer forgets their format everywhere but in the formula's own cell.
      const style = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col]?.s;
      if (!style || typeof style === 'string' || !style.n) return next(cell);
      const own = workbook.getStyles().getStyleByCell(rawData);
      return own?.n ? next(cell) : next({ ...cell, s: { ...own, n: style.n } });
    },
  });
}
