import { FORMULA } from '../schema/said-text';
import type { CellValue } from '../core/page';
import { badInput } from '../core/error';
import { isRecord } from '../core/text';
import { audienceQuestion } from '../api/question';
import { parseAudience, sectionLike, sectionNamed, type AudienceSection } from '../schema/audience';
import type { Cells } from '../sheet/cell';
import { oneCreator } from './creator-grid';
import { textList } from './field-list';
import { askBlock, type Formula } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

/** INFLU_AUDIENCE: a creator's audience as rows of section, label and share (0..1). 20 requests; off until allowed. */
export function audience(formula: Formula, platform: unknown, username: unknown, section: unknown): Cells {
  const creator = oneCreator('INFLU_AUDIENCE', platform, username);
  if (!creator) return [['']];
  const wanted = textList(section).map(sectionAsked);
  return askBlock(formula, audienceQuestion(creator), ({ body }) =>
    isRecord(body) ? block(parseAudience(body), wanted) : undefined,
  );
}

/** A report may have sections that nobody announced, so any name is asked for; not what is one of ours misspelled. */
function sectionAsked(text: string): string {
  const named = sectionNamed(text);
  const guess = named === undefined && text.length > 4 ? sectionLike(text) : undefined;
  if (guess !== undefined) throw badInput(FORMULA.likeSection(text.slice(0, 40), guess));
  return named ?? text;
}

const isNamed =
  (wanted: string) =>
  ({ name, label }: AudienceSection): boolean =>
    [name, label].some((text) => text.toLowerCase() === wanted.toLowerCase());

function block(sections: readonly AudienceSection[], wanted: readonly string[]): Cells {
  if (sections.length === 0) return [[FORMULA_VALUE.noAudience]];
  const missing = wanted.find((each) => !sections.some(isNamed(each)));
  if (missing !== undefined)
    throw badInput(FORMULA.noSection(missing.slice(0, 40), sections.map(({ name }) => name).join(', ')));
  const found = sections.filter((section) => wanted.length === 0 || wanted.some((each) => isNamed(each)(section)));
  const rows = found.flatMap(rowsOf);
  return rows.some(([, , , beside]) => beside !== '') ? rows : rows.map((row) => row.slice(0, 3));
}

/** Section, label, share, and beside it how many people; of what is no share, what it is. */
const rowsOf = ({ label, shares, given = [], as = 'unknown' }: AudienceSection): CellValue[][] => [
  ...shares.map((line): CellValue[] => [label, line.label, line.share, line.count ?? '']),
  ...given.map((line): CellValue[] => [label, line.label, line.value ?? '', FORMULA_VALUE.asGiven[as]]),
];
