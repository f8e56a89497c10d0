import type { CellValue, Page } from '../core/page';
import { ageLabel, genderLabel, labelledShares, saidLabel } from './audience-label';
import { columnLetters } from '../core/text';
import { fetchedText, columnNamesOf, titleLooks } from './creator-table';
import { area, Grid } from './grid';
import { ACCENT, INK, LINE, PAPER, QUIET } from './house-style';
import type { MadePage } from './report-page';
import { figureOf, type ReportSubject } from './report-subject';
import { safeText } from './safe-text';
import { countryName, languageName } from '../schema/place-name';
import { reportText } from '../schema/sheet-text';

/** What a creator's audience is compared with. Blank lists and a blank gender ask for nothing. */
export interface FitTargets {
  /** Names as discovery has them. */
  countries: string[];
  /** For example `18-24`. */
  ages: string[];
  gender: '' | 'm' | 'w';
  /** 2-letter codes. */
  languages: string[];
}

/** Cells for the targets of one kind. */
export const MOST_TARGETS = 12;
const TARGET_ROW = 5;
const HEADER_ROW = 11;
const FIRST_SHARE = 4;
const FIT = 8;
const BLOCK_COLUMN = MOST_TARGETS + 3;
const MOST_SHARES = 100;

type Kind = keyof ReturnType<typeof reportText>['kinds'];
/** The section of a report that a target is looked up in, and its texts under the sheet's labels. */
const KINDS: readonly (readonly [section: Kind, texts: (targets: FitTargets) => string[]])[] = [
  ['countries', ({ countries }) => countries.map(countryName)],
  ['age', ({ ages }) => ages.map(ageLabel)],
  ['gender', ({ gender }) => (gender === '' ? [] : [saidLabel('gender', genderLabel(gender))])],
  ['languages', ({ languages }) => languages.map(languageName)],
];

/** Targets in cells on top, each creator's wanted shares as formulas over the shares on the right, and their product. */
export function fitPage(subjects: readonly ReportSubject[], targets: FitTargets): MadePage {
  const text = reportText();
  const names = columnNamesOf(subjects);
  const first = HEADER_ROW + 1;
  const grid = new Grid();
  grid.put(1, 1, text.fit);
  grid.put(2, 1, text.fitHint);
  grid.put(3, 1, text.fitProduct(fetchedText(subjects)));
  grid.put(TARGET_ROW - 1, 1, text.targets, text.targetsHint);
  KINDS.forEach(([section, texts], index) =>
    grid.put(TARGET_ROW + index, 1, text.kinds[section], ...texts(targets).slice(0, MOST_TARGETS).map(safeText)),
  );
  grid.put(
    HEADER_ROW,
    1,
    text.creator,
    text.platform,
    text.figures.followers,
    ...KINDS.map(([section]) => text.kinds[section]),
    text.fitColumn,
    '',
  );
  grid.put(HEADER_ROW, BLOCK_COLUMN, text.creator, text.section, text.label, text.share, '', text.barOptions, '');
  [
    ['charttype', 'bar'],
    ['color1', ACCENT],
    // The best of them fills its cell.
    [
      'max',
      `=MAX(${columnLetters(FIT)}${first}:${columnLetters(FIT)}${first + Math.max(1, subjects.length) - 1};1/100)`,
    ],
  ].forEach((pair, index) => grid.put(first + index, BLOCK_COLUMN + 5, ...pair));
  const [left, right] = [columnLetters(BLOCK_COLUMN + 5), columnLetters(BLOCK_COLUMN + 6)];
  const barOptions = `$${left}$${first}:$${right}$${first + 2}`;

  let blockRow = first;
  subjects.forEach((subject, index) => {
    const row = first + index;
    const name = safeText(names.get(subject) ?? '');
    const shares = KINDS.map(([section], kind): CellValue => {
      const found = labelledShares(subject.sections, section).slice(0, MOST_SHARES);
      found.forEach((share, down) =>
        grid.put(
          blockRow + down,
          BLOCK_COLUMN,
          name,
          text.kinds[section],
          safeText(plain(saidLabel(section, share.label))),
          share.share,
        ),
      );
      const formula = shareFormula(TARGET_ROW + kind, blockRow, found.length);
      blockRow += found.length;
      return formula;
    });
    const range = `${columnLetters(FIRST_SHARE)}${row}:${columnLetters(FIT - 1)}${row}`;
    const fit = `${columnLetters(FIT)}${row}`;
    grid.put(
      row,
      1,
      name,
      safeText(subject.platform),
      figureOf(subject, 'followers') ?? '',
      ...shares,
      `=IF(COUNTIF(${range};"${text.notThere}")>0;"${text.notThere}";IF(COUNT(${range})=0;"";PRODUCT(${range})))`,
      `=IF(ISNUMBER(${fit});SPARKLINE(${fit};${barOptions});"")`,
    );
  });

  const rows = Math.max(1, subjects.length);
  const blockRows = Math.max(1, blockRow - first);
  const headers = [
    area(HEADER_ROW, 1, 1, FIT + 1),
    area(HEADER_ROW, BLOCK_COLUMN, 1, 4),
    area(HEADER_ROW, BLOCK_COLUMN + 5, 1, 2),
  ];
  const targetCells = area(TARGET_ROW, 2, KINDS.length, MOST_TARGETS);
  const page: Omit<Page, 'name'> = {
    cells: grid.cells(),
    widths: [
      190,
      ...Array.from({ length: FIT - 1 }, () => 104),
      120,
      ...Array.from({ length: MOST_TARGETS + 2 - FIT - 1 }, () => 104),
      150,
      90,
      150,
      80,
    ],
    heights: new Map([[1, 32]]),
    looks: [
      ...titleLooks(FIT),
      { areas: [area(3, 1, 1, FIT), area(TARGET_ROW - 1, 2, 1, 1)], color: QUIET },
      { areas: [area(TARGET_ROW - 1, 1, KINDS.length + 1, 1), area(first, 1, rows, 1)], bold: true, color: INK },
      // As text: `18-24` would become a date when it is typed.
      { areas: [targetCells], fill: PAPER, format: '@', align: 'left' },
      { areas: headers, bold: true, fill: LINE, color: INK },
      { areas: [area(HEADER_ROW, 3, rows + 1, FIT - 2), area(HEADER_ROW, BLOCK_COLUMN + 3, 1, 1)], align: 'right' },
      { areas: [area(first, 3, rows, 1)], format: '#,##0' },
      {
        areas: [area(first, FIRST_SHARE, rows, FIT - FIRST_SHARE + 1), area(first, BLOCK_COLUMN + 3, blockRows, 1)],
        format: '0.0%',
      },
      { areas: [area(first, FIT, rows, 1)], bold: true },
      { areas: [area(first, BLOCK_COLUMN, blockRows, 4), area(first, BLOCK_COLUMN + 5, 3, 2)], color: QUIET },
    ],
    frozenRows: HEADER_ROW,
    hidesGrid: true,
  };
  return { words: [text.fit], page };
}

/** MATCH would take these for wildcards. */
const plain = (label: string): string => label.replace(/[*?~]/g, ' ').trim();

/** The sum of the shares whose labels are among the targets of that row. */
function shareFormula(targetRow: number, row: number, rows: number): string {
  const targets = `$B$${targetRow}:$${columnLetters(1 + MOST_TARGETS)}$${targetRow}`;
  const part = (offset: number): string => {
    const letters = columnLetters(BLOCK_COLUMN + offset);
    return `$${letters}$${row}:$${letters}$${row + rows - 1}`;
  };
  const sum =
    rows === 0 ? `"${reportText().notThere}"` : `SUMPRODUCT(ISNUMBER(MATCH(${part(2)};${targets};0))*${part(3)})`;
  return `=IF(COUNTA(${targets})=0;"";${sum})`;
}
