import type { CellValue } from '../core/page';
import { profileOf } from '../gate/keep';
import { briefProfileQuestion, profileQuestion } from '../api/question';
import { isNowhere, type FieldRequest } from '../schema/profile';
import { profileCell } from '../sheet/profile-cell';
import type { Cells } from '../sheet/cell';
import type { Answer } from '../api/answer';
import { creatorGrid } from './creator-grid';
import { fieldList } from './field-list';
import { askShown, firstColumn, notKept, showGrid, showRows, type Formula } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

/** INFLU_PROFILE: one value for one field, in the shape of the names; a row a creator for several. 1 request a creator. */
export function profile(
  formula: Formula,
  platform: unknown,
  username: unknown,
  fields: unknown,
  headers: unknown,
): CellValue | Cells {
  const requests = fieldList(fields, 'followers');
  const withHeaders = /^(true|yes|1)$/i.test(String(headers).trim());
  const grid = creatorGrid(platform, username);
  const isBrief = requests.every(({ field }) => field !== undefined);
  const question = isBrief ? briefProfileQuestion : profileQuestion;
  const rows = askShown(formula, grid, question, (answer) => rowOf(answer, requests));
  if (requests.length === 1 && !withHeaders) return showGrid(grid, firstColumn(rows));
  const body = showRows(grid, rows, requests.length);
  return withHeaders ? [requests.map(({ field, text }) => field?.label ?? text), ...body] : body;
}

function rowOf(answer: Answer, requests: readonly FieldRequest[]): CellValue[] | undefined {
  const found = profileOf(answer);
  return (
    found &&
    requests.map((request) =>
      isNowhere(request, found)
        ? FORMULA_VALUE.notGiven
        : (profileCell(request, found, answer.atMs) ?? notKept(answer)),
    )
  );
}
