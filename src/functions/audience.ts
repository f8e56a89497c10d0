import { FORMULA } from '../schema/said-text';
import type { CellValue } from '../core/page';
import { badInput } from '../core/error';
import { isBlank, isRecord } from '../core/text';
import { audienceQuestion } from '../api/question';
import { parseAudience, type AudienceSection } from '../schema/audience';
import type { Cells } from '../sheet/cell';
import { oneCreator } from './creator-grid';
import { askBlock, type Formula } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

/** INFLU_AUDIENCE: a creator's audience as rows of section, label and share (0..1). 20 requests; off until allowed. */
export function audience(formula: Formula, platform: unknown, username: unknown, section: unknown): Cells {
  const creator = oneCreator('INFLU_AUDIENCE', platform, username);
  if (!creator) return [['']];
  const wanted = isBlank(section) ? undefined : String(section).trim();
  return askBlock(formula, audienceQuestion(creator), ({ body }) =>
    isRecord(body) ? block(parseAudience(body), wanted) : undefined,
  );
}

function block(sections: readonly AudienceSection[], wanted: string | undefined): Cells {
  if (sections.length === 0) return [[FORMULA_VALUE.noAudience]];
  const isWanted = ({ name, label }: AudienceSection): boolean =>
    wanted === undefined || [name, label].some((text) => text.toLowerCase() === wanted.toLowerCase());
  const found = sections.filter(isWanted);
  if (found.length === 0)
    throw badInput(FORMULA.noSection(String(wanted).slice(0, 40), sections.map(({ name }) => name).join(', ')));
  const rows = found.flatMap(rowsOf);
  return rows.some(([, , , beside]) => beside !== '') ? rows : rows.map((row) => row.slice(0, 3));
}

/** Section, label, share, and beside it how many people; of what is no share, what it is. */
const rowsOf = ({ label, shares, given = [], as = 'unknown' }: AudienceSection): CellValue[][] => [
  ...shares.map((line): CellValue[] => [label, line.label, line.share, line.count ?? '']),
  ...given.map((line): CellValue[] => [label, line.label, line.value ?? '', FORMULA_VALUE.asGiven[as]]),
];
