import type { Area, CellValue } from '../core/page';
import { isRest, type AudienceSection, type Given } from '../schema/audience';
import { ageGenders, byAge, saidLabel, saidSection, shareLabel } from './audience-label';
import { dateCell } from './cell';
import { columnLetters } from '../core/text';
import { reportText } from '../schema/sheet-text';
import type { ReportSubject } from './report-subject';
import { safeCell, safeText } from './safe-text';

/** The tidy data of one report, and where each part of it stands: charts refer to these cells. */
export interface ReportBlock {
  /** Rows of one length; the first stands at `row` and `column`. */
  cells: CellValue[][];
  /** By the section's name; the label, then the share. Without a header. */
  sections: Map<string, Area>;
  /** The same of sections that are no shares and have numbers to compare: as they came. */
  plain: Map<string, Area>;
  /** Age, then women and men, under a header. */
  ageGender?: Area;
  /** Date, followers, followers on days with a collaboration, under a header. */
  growth?: Area;
  /** Shares of the shares' column. */
  shares: Area[];
  dates: Area[];
  counts: Area[];
  headers: Area[];
  /** Headers of columns with numbers. */
  valueHeaders: Area[];
}

export const BLOCK_COLUMNS = 4;
/** A share beyond these would be seen by nobody. */
const MOST_SHARES = 100;
/** About three years of weekly points; older ones would only thin the line. */
const MOST_POINTS = 220;
/** Longer than so many usual steps between two points is a gap. */
const GAP_STEPS = 4;

/** By size, but ages by age and quality as it came. */
function orderedShares({ name, shares }: AudienceSection): AudienceSection['shares'] {
  if (name === 'quality' || name === 'ageGender') return shares.slice(0, MOST_SHARES);
  const sorted = [...shares].sort((left, right) =>
    name === 'age'
      ? byAge(left.label, right.label)
      : Number(isRest(left.label)) - Number(isRest(right.label)) || right.share - left.share,
  );
  return sorted.slice(0, MOST_SHARES);
}

/** Numbers by size, then what has none. */
const orderedGiven = ({ given = [] }: AudienceSection): Given[] =>
  [...given].sort((left, right) => sizeOf(right) - sizeOf(left)).slice(0, MOST_SHARES);

const sizeOf = ({ value }: Given): number => (typeof value === 'number' ? value : -Infinity);

export function reportBlock(subject: ReportSubject, row: number, column: number): ReportBlock {
  const cells: CellValue[][] = [];
  const block: ReportBlock = {
    cells,
    sections: new Map(),
    plain: new Map(),
    shares: [],
    dates: [],
    counts: [],
    headers: [],
    valueHeaders: [],
  };
  const add = (...values: CellValue[]): number =>
    cells.push([...values, ...Array.from({ length: BLOCK_COLUMNS - values.length }, () => '')]) + row - 1;
  const header = (...names: string[]): number => {
    const at = add(...names);
    block.headers.push({ row: at, column, rows: 1, columns: names.length });
    return at;
  };
  const hasCounts = subject.sections.some(({ shares }) => shares.some(({ count }) => count !== undefined));
  const text = reportText();
  const headers = [text.section, text.label, text.share, ...(hasCounts ? [text.people] : [])];
  block.valueHeaders.push({ row: header(...headers), column: column + 2, rows: 1, columns: headers.length - 2 });
  for (const section of subject.sections) {
    const shares = orderedShares(section);
    const title = safeText(saidSection(section));
    const said = (label: string): string => safeText(saidLabel(section.name, shareLabel(section.name, label)));
    const first = cells.length + row;
    for (const { label, share, count } of shares) add(title, said(label), share, count ?? '');
    const given = orderedGiven(section);
    for (const { label, value = '' } of given) add(title, said(label), safeCell(value));
    const numbers = given.filter(({ value }) => typeof value === 'number').length;
    if (shares.length === 0 && numbers > 1)
      block.plain.set(section.name, { row: first, column: column + 1, rows: numbers, columns: 2 });
    if (shares.length === 0) continue;
    block.sections.set(section.name, { row: first, column: column + 1, rows: shares.length, columns: 2 });
    block.shares.push({ row: first, column: column + 2, rows: shares.length, columns: 1 });
    if (hasCounts) block.counts.push({ row: first, column: column + 3, rows: shares.length, columns: 1 });
  }
  addAgeGender(subject, block, column, add, header);
  addGrowth(subject, block, column, add, header);
  return block;
}

type Add = (...values: CellValue[]) => number;
type Header = (...names: string[]) => number;

/** The same shares side by side, as a chart with two series needs them: each cell refers to the tidy one. */
function addAgeGender({ sections }: ReportSubject, block: ReportBlock, column: number, add: Add, header: Header): void {
  const section = sections.find(({ name }) => name === 'ageGender');
  const area = block.sections.get('ageGender');
  const parts = section && ageGenders({ shares: orderedShares(section) });
  if (!parts || !area) return;
  const genders = [...new Set(parts.map(({ gender }) => gender))]
    .sort()
    .reverse()
    .slice(0, BLOCK_COLUMNS - 1);
  const ages = [...new Set(parts.map(({ age }) => age))].sort(byAge);
  add('');
  const at = header(reportText().charts.age, ...genders.map((gender) => safeText(saidLabel('gender', gender))));
  const shareColumn = columnLetters(area.column + 1);
  for (const age of ages)
    add(
      safeText(age),
      ...genders.map((gender) => {
        const index = parts.findIndex((part) => part.age === age && part.gender === gender);
        return index < 0 ? '' : `=${shareColumn}${area.row + index}`;
      }),
    );
  block.ageGender = { row: at, column, rows: ages.length + 1, columns: genders.length + 1 };
  block.valueHeaders.push({ row: at, column: column + 1, rows: 1, columns: genders.length });
  block.shares.push({ row: at + 1, column: column + 1, rows: ages.length, columns: genders.length });
}

/** The time between points that half of them keep. */
function usualStep(times: readonly number[]): number {
  const steps = times.slice(1).map((atMs, index) => atMs - (times[index] ?? atMs));
  return steps.sort((left, right) => left - right)[Math.floor(steps.length / 2)] ?? 0;
}

function addGrowth(
  { timeline, mentions }: ReportSubject,
  block: ReportBlock,
  column: number,
  add: Add,
  header: Header,
): void {
  const points = timeline.filter(({ values }) => values['followers'] !== undefined).slice(-MOST_POINTS);
  if (points.length < 2) return;
  const text = reportText();
  add('');
  const at = header(text.date, text.figures.followers, text.collaboration, text.mentioned);
  const stepMs = usualStep(points.map(({ date }) => Date.parse(date)));
  let beforeMs: number | undefined;
  let rows = 0;
  for (const { date, values } of points) {
    const atMs = Date.parse(date);
    // A date without followers breaks the line: nothing is known of the time between.
    if (beforeMs !== undefined && atMs - beforeMs > GAP_STEPS * stepMs) {
      add(dateCell(new Date(beforeMs + stepMs).toISOString().slice(0, 10)), '', '', '');
      rows += 1;
    }
    beforeMs = atMs;
    rows += 1;
    const names = mentions.filter((mention) => mention.date === date).map(({ name }) => name);
    const followers = values['followers'] ?? '';
    add(dateCell(date), followers, names.length > 0 ? followers : '', safeText(names.join(', ')));
  }
  block.growth = { row: at, column, rows: rows + 1, columns: 3 };
  block.valueHeaders.push({ row: at, column: column + 1, rows: 1, columns: 2 });
  block.dates.push({ row: at + 1, column, rows, columns: 1 });
  block.counts.push({ row: at + 1, column: column + 1, rows, columns: 2 });
}
