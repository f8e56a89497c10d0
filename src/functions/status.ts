import type { CellValue } from '../core/page';
import { statusQuestion } from '../api/question';
import { instantMs } from '../core/time';
import { parseDataStatus, statusWord } from '../schema/data-status';
import { readAs, valueAt } from '../schema/wire';
import { dateCell, type Cells } from '../sheet/cell';
import type { Answer } from '../api/answer';
import { creatorGrid, creatorsIn } from './creator-grid';
import { textList } from './field-list';
import { askCreators, showCell, showGrid, shownReply, type Formula, type Shown } from './formula';

/** INFLU_STATUS: whether influData has a creator, or what checkDataStatus says of it. Free. */
export function status(formula: Formula, platform: unknown, username: unknown, fields: unknown): CellValue | Cells {
  const names = textList(fields);
  const grid = creatorGrid(platform, username);
  const replies = askCreators(formula, creatorsIn(grid), statusQuestion);
  const rows = new Map<string, Shown<CellValue[]>>();
  for (const [key, reply] of replies)
    rows.set(
      key,
      shownReply(reply, (answer) => rowOf(answer, names.length > 0 ? names : ['status'])),
    );
  const first = new Map<string, Shown<CellValue>>();
  for (const [key, row] of rows) first.set(key, 'value' in row ? { value: row.value[0] ?? '' } : row);
  if (names.length < 2) return showGrid(grid, first);
  return grid.cells.flat().map((cell) => {
    const row = cell.kind === 'creator' ? rows.get(cell.key) : undefined;
    return row && 'value' in row ? row.value : [showCell(cell, first, grid.isSingle), ...names.slice(1).map(() => '')];
  });
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
  return value === null || value === undefined ? '' : (readAs('text', value) ?? '');
}
