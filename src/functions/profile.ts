import type { CellValue } from '../core/page';
import { profileOf } from '../gate/keep';
import { briefProfileQuestion, profileQuestion } from '../api/question';
import type { FieldRequest } from '../schema/profile';
import { profileCell } from '../sheet/profile-cell';
import type { Cells } from '../sheet/cell';
import type { Answer } from '../api/answer';
import { creatorGrid, creatorsIn } from './creator-grid';
import { fieldList } from './field-list';
import { askCreators, notKept, showCell, showGrid, shownReply, type Formula, type Shown } from './formula';

/** INFLU_PROFILE: one value for one field, in the shape of the names; a row a creator for several. 1 request a creator. */
export function profile(
  formula: Formula,
  platform: unknown,
  username: unknown,
  fields: unknown,
  headers: unknown,
): CellValue | Cells {
  const requests = fieldList(fields, 'followers');
  const withHeaders = headers === true || String(headers).trim().toUpperCase() === 'TRUE';
  const grid = creatorGrid(platform, username);
  const isBrief = requests.every(({ field }) => field !== undefined);
  const replies = askCreators(formula, creatorsIn(grid), isBrief ? briefProfileQuestion : profileQuestion);
  const rows = new Map<string, Shown<CellValue[]>>();
  for (const [key, reply] of replies)
    rows.set(
      key,
      shownReply(reply, (answer) => rowOf(answer, requests)),
    );
  if (requests.length === 1 && !withHeaders) return showGrid(grid, columnOf(rows, 0));
  const body = grid.cells.flat().map((cell) => {
    // Why a creator has no values is said in the first column; the others stay blank.
    const first = showCell(cell, columnOf(rows, 0), grid.isSingle);
    const row = cell.kind === 'creator' ? rows.get(cell.key) : undefined;
    return row && 'value' in row ? row.value : [first, ...requests.slice(1).map(() => '')];
  });
  return withHeaders ? [requests.map(({ field, text }) => field?.label ?? text), ...body] : body;
}

function rowOf(answer: Answer, requests: readonly FieldRequest[]): CellValue[] | undefined {
  const found = profileOf(answer);
  return found && requests.map((request) => profileCell(request, found, answer.atMs) ?? notKept(answer));
}

function columnOf(rows: ReadonlyMap<string, Shown<CellValue[]>>, column: number): Map<string, Shown<CellValue>> {
  return new Map([...rows].map(([key, row]) => [key, 'value' in row ? { value: row.value[column] ?? '' } : row]));
}
