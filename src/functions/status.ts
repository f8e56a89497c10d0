import type { CellValue } from '../core/page';
import { statusQuestion } from '../api/question';
import { instantMs } from '../core/time';
import { isStatusField, parseDataStatus, statusWord, typedStatusField } from '../schema/data-status';
import { FORMULA_VALUE } from '../schema/text/formula';
import { readAs, valueAt } from '../schema/wire';
import { dateCell, type Cells } from '../sheet/cell';
import type { Answer } from '../api/answer';
import { creatorGrid } from './creator-grid';
import { textList } from './field-list';
import { askShown, firstColumn, showGrid, showRows, type Formula } from './formula';

/** INFLU_STATUS: whether influData has a creator, or what checkDataStatus says of it. Free. */
export function status(formula: Formula, platform: unknown, username: unknown, fields: unknown): CellValue | Cells {
  const names = textList(fields).map(typedStatusField);
  const grid = creatorGrid(platform, username);
  const rows = askShown(formula, grid, statusQuestion, (answer) =>
    rowOf(answer, names.length > 0 ? names : ['status']),
  );
  return names.length < 2 ? showGrid(grid, firstColumn(rows)) : showRows(grid, rows, names.length);
}

function rowOf(answer: Answer, names: readonly string[]): CellValue[] {
  const body = parseDataStatus(answer.body);
  return names.map((name) => (name.toLowerCase() === 'status' ? statusWord(body) : statusCell(body, name)));
}

function statusCell(body: Record<string, unknown>, name: string): CellValue {
  const path = Object.keys(body).find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
  const value = valueAt(body, path);
  if (typeof value === 'string' && instantMs(value) !== undefined) return dateCell(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined && !isStatusField(name)) return FORMULA_VALUE.notGiven;
  return value === null || value === undefined ? '' : (readAs('text', value) ?? '');
}
