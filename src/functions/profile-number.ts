import type { CellValue } from '../core/page';
import { briefProfileQuestion } from '../api/question';
import { profileOf } from '../gate/keep';
import type { Answer } from '../api/answer';
import type { Cells } from '../sheet/cell';
import { creatorGrid } from './creator-grid';
import { askShown, showGrid, type Formula } from './formula';

/** One number of the profile for each creator: INFLU_ENGAGEMENT and INFLU_GROWTH, in percent as the API gives it. */
export function profileNumber(
  formula: Formula,
  field: 'engagement' | 'growth',
  platform: unknown,
  username: unknown,
): CellValue | Cells {
  const grid = creatorGrid(platform, username);
  return showGrid(
    grid,
    askShown(formula, grid, briefProfileQuestion, (answer) => scalarOf(answer, field)),
  );
}

/** A blank where the answer has no such number. */
export const scalarOf = (answer: Answer, field: string): CellValue | undefined => {
  const profile = profileOf(answer);
  return profile && (profile.scalars[field] ?? '');
};
