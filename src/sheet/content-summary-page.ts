import type { CellValue, Page } from '../core/page';
import { badInput } from '../core/error';
import { columnLetters, quotedSheet } from '../core/text';
import { area, Grid } from './grid';
import { houseChart, INK, LINE, PAPER, QUIET, SERIES } from './house-style';
import { CONTENT_ID } from './content-column';
import { ENGAGEMENT_SHARE, IN_SHORT } from './number-format';
import { TIME_AXIS } from './report-chart';
import { safeText } from './safe-text';
import { contentText } from '../schema/sheet-text';
import { CONTENT_REFUSAL } from '../schema/said-text';

/** The content sheet that is summed up, and how much there is now. */
export interface Summed {
  name: string;
  headers: readonly string[];
  creators: number;
  days: number;
  /** The user's own price of 1,000 people reached; blank until it is typed. */
  rate: number | '';
  /** What was looked for, and the day of the figures. */
  about: string;
  syncedDay: string;
}

const LABEL_ROW = 4;
const VALUE_ROW = 5;
const CHART_ROW = 7;
const HEADER_ROW = 25;
const FIRST_ROW = HEADER_ROW + 1;
const DAY_COLUMN = 9;
const KEY_COLUMN = 17;
const TOP_CREATORS = 10;
/** The one cell that a person fills in. */
export const RATE_CELL = area(VALUE_ROW, 7, 1, 1);
const RATE = `$G$${VALUE_ROW}`;

/** Between handle and platform where both are one name. */
const SEPARATOR = ' · ';
const MOST_ROWS = 1_000;

type Figure = keyof ReturnType<typeof contentText>['figures'];
/** What creators and days have a column of, and its formula for the criteria of one row. */
const FIGURES: readonly (readonly [name: Figure, formula: (ref: Ref, criteria: string) => string, format: string])[] = [
  ['posts', (_, criteria) => `COUNTIFS(${criteria})`, '#,##0'],
  ['reach', (ref, criteria) => `SUMIFS(${ref('Reach')};${criteria})`, '#,##0'],
  ['likes', (ref, criteria) => `SUMIFS(${ref('Likes')};${criteria})`, '#,##0'],
  ['comments', (ref, criteria) => `SUMIFS(${ref('Comments')};${criteria})`, '#,##0'],
  ['engagement', (ref, criteria) => `IFERROR(AVERAGEIFS(${ref('Engagement rate')};${criteria});"")`, ENGAGEMENT_SHARE],
];
type Ref = (header: string) => string;

const earned = (reach: string): string => `IF(${RATE}="";"";${reach}/1000*${RATE})`;

/**
 * Pieces, reach, likes, comments, mean engagement and an earned-media estimate, in all, by creator and by day: formulas
 * over whole columns of the content sheet, so that they follow it, and whoever likes can change them.
 */
export function contentSummaryPage({
  name,
  headers,
  creators,
  days,
  rate,
  about,
  syncedDay,
}: Summed): Omit<Page, 'name'> {
  const text = contentText();
  const headersOf = (figures: typeof FIGURES): string[] => figures.map(([figure]) => text.figures[figure]);
  const ref: Ref = (header) => {
    const column = headers.indexOf(header) + 1;
    if (column === 0) throw badInput(CONTENT_REFUSAL.noColumn(name, header));
    const letters = columnLetters(column);
    return `${quotedSheet(name)}$${letters}:$${letters}`;
  };
  const [id, handle, platform, uploaded] = [ref(CONTENT_ID), ref('Handle'), ref('Platform'), ref('Uploaded')];
  const lastCreator = FIRST_ROW - 1 + Math.min(MOST_ROWS, Math.ceil(creators * 1.25) + 20);
  const lastDay = FIRST_ROW - 1 + Math.min(MOST_ROWS, days + 60);
  const grid = new Grid();
  grid.put(1, 1, text.title);
  grid.put(2, 1, safeText(text.summarySource(about, name, syncedDay)));
  grid.put(3, 1, text.summaryHint);

  grid.put(LABEL_ROW, 1, ...headersOf(FIGURES), text.earned, text.rate);
  grid.put(
    VALUE_ROW,
    1,
    `=COUNTA(${id})-1`,
    `=SUM(${ref('Reach')})`,
    `=SUM(${ref('Likes')})`,
    `=SUM(${ref('Comments')})`,
    `=IFERROR(AVERAGE(${ref('Engagement rate')});"")`,
    `=${earned(`$B$${VALUE_ROW}`)}`,
    rate,
  );

  // One name a creator, with the reach that they are ordered by: below zero, because `SORT` upwards is the one that the
  // workbench's formulas know too, as is a product of conditions.
  const [key, reachOf] = [columnLetters(KEY_COLUMN), columnLetters(KEY_COLUMN + 1)];
  grid.put(HEADER_ROW, KEY_COLUMN, text.ordering, text.minusReach);
  grid.put(
    FIRST_ROW,
    KEY_COLUMN,
    `=IFERROR(UNIQUE(ARRAYFORMULA(FILTER(${handle}&"${SEPARATOR}"&${platform};(${id}<>"")*(${id}<>"${CONTENT_ID}"))));"")`,
  );
  const isCreator = (cell: string): string =>
    `${handle};LEFT(${cell};FIND("${SEPARATOR}";${cell})-1);${platform};MID(${cell};FIND("${SEPARATOR}";${cell})+${SEPARATOR.length};50)`;
  const isDay = (cell: string): string => `${uploaded};">="&${cell};${uploaded};"<"&(${cell}+1)`;
  const keys = `$${key}$${FIRST_ROW}:$${key}$${lastCreator}`;
  // What creators are ordered by stands first.
  const byReach = [...FIGURES.slice(1, 2), ...FIGURES.slice(0, 1), ...FIGURES.slice(2)];
  grid.put(HEADER_ROW, 1, text.creator, ...headersOf(byReach), text.earned);
  grid.put(
    FIRST_ROW,
    1,
    `=IFERROR(INDEX(SORT(FILTER($${key}$${FIRST_ROW}:$${reachOf}$${lastCreator};${keys}<>"");2;TRUE);0;1);"")`,
  );
  const row = (figures: typeof FIGURES, cell: string, criteria: string): string[] =>
    figures.map(([, formula]) => `=IF(${cell}="";"";${formula(ref, criteria)})`);
  for (let at = FIRST_ROW; at <= lastCreator; at++) {
    const cell = `$${key}${at}`;
    grid.put(at, KEY_COLUMN + 1, `=IF(${cell}="";"";-SUMIFS(${ref('Reach')};${isCreator(cell)}))`);
    grid.put(at, 2, ...row(byReach, `$A${at}`, isCreator(`$A${at}`)), `=IF($A${at}="";"";${earned(`$B${at}`)})`);
  }

  grid.put(HEADER_ROW, DAY_COLUMN, text.day, ...headersOf(FIGURES), text.earned);
  grid.put(
    FIRST_ROW,
    DAY_COLUMN,
    `=IFERROR(SORT(UNIQUE(ARRAYFORMULA(INT(FILTER(${uploaded};ISNUMBER(${uploaded}))))));"")`,
  );
  const [day, dayReach] = [columnLetters(DAY_COLUMN), columnLetters(DAY_COLUMN + 2)];
  for (let at = FIRST_ROW; at <= lastDay; at++)
    grid.put(
      at,
      DAY_COLUMN + 1,
      ...row(FIGURES, `$${day}${at}`, isDay(`$${day}${at}`)),
      `=IF($${day}${at}="";"";${earned(`$${dayReach}${at}`)})`,
    );

  const [rowsOfCreators, rowsOfDays] = [lastCreator - HEADER_ROW, lastDay - HEADER_ROW];
  const formats: [format: string, ...columns: number[]][] = [
    ['#,##0', 2, 3, 4, 5, DAY_COLUMN + 1, DAY_COLUMN + 2, DAY_COLUMN + 3, DAY_COLUMN + 4, KEY_COLUMN + 1],
    [ENGAGEMENT_SHARE, 6, DAY_COLUMN + 5],
    ['#,##0.00', 7, DAY_COLUMN + 6],
    ['yyyy-mm-dd', DAY_COLUMN],
  ];
  const rows = Math.max(rowsOfCreators, rowsOfDays);
  const headersAt = [area(HEADER_ROW, 1, 1, 7), area(HEADER_ROW, DAY_COLUMN, 1, 7)];
  const daysShown = Math.max(1, Math.min(days, rowsOfDays)) + 1;
  const top = Math.max(1, Math.min(creators, TOP_CREATORS)) + 1;
  return {
    cells: grid.cells() as CellValue[][],
    widths: [200, 110, 96, 104, 128, 150, 140, 28, 96, 84, 104, 104, 104, 150, 136, 28, 180, 104],
    heights: new Map([
      [1, 32],
      [LABEL_ROW, 32],
    ]),
    looks: [
      { areas: [area(1, 1, 1, 7)], size: 18, bold: true, color: INK },
      { areas: [area(2, 1, 2, 7)], color: QUIET },
      { areas: [area(LABEL_ROW, 1, 1, 7)], color: QUIET, size: 9 },
      { areas: [area(VALUE_ROW, 1, 1, 7)], size: 14, bold: true, color: INK, format: IN_SHORT, align: 'left' },
      { areas: [area(VALUE_ROW, 5, 1, 1)], format: ENGAGEMENT_SHARE },
      { areas: [RATE_CELL], format: '#,##0.00' },
      { areas: [RATE_CELL], fill: PAPER },
      { areas: headersAt, bold: true, color: INK, fill: LINE },
      { areas: headersAt.map((at) => ({ ...at, column: at.column + 1, columns: 6 })), align: 'right' },
      ...formats.map(([format, ...columns]) => ({ areas: columns.map((at) => area(FIRST_ROW, at, rows, 1)), format })),
      { areas: [area(HEADER_ROW, KEY_COLUMN, rows + 1, 2)], color: QUIET },
    ],
    charts: [
      houseChart(text.byCreator, {
        type: 'BAR',
        ranges: [area(HEADER_ROW, 1, top, 2)],
        headers: 1,
        row: CHART_ROW,
        column: 1,
        width: 884,
        height: 360,
        options: { 'hAxis.format': 'short', 'hAxis.minValue': 0 },
      }),
      houseChart(text.byDay, {
        type: 'COLUMN',
        ranges: [area(HEADER_ROW, DAY_COLUMN, daysShown, 1), area(HEADER_ROW, DAY_COLUMN + 2, daysShown, 1)],
        headers: 1,
        row: CHART_ROW,
        column: DAY_COLUMN,
        width: 770,
        height: 360,
        options: {
          ...TIME_AXIS,
          hAxis: { format: 'd MMM' },
          'vAxis.format': 'short',
          'vAxis.minValue': 0,
          colors: [SERIES[2]],
        },
      }),
    ],
    folded: { column: KEY_COLUMN, columns: 2 },
    hidesGrid: true,
  };
}
