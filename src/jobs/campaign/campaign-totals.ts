import type { Page } from '../../core/page';
import type { Tools } from '../../core/ports';
import { columnLetters, quotedSheet } from '../../core/text';
import { locked } from '../../gate/locked';
import { campaignText } from '../../schema/sheet-text';
import { DELIVERABLE_STATES } from '../../schema/deliverable-state';
import { STATE_WORDS } from '../../schema/text/deliverable-state';
import { area, Grid } from '../../sheet/grid';
import { houseChart, INK, LINE, QUIET, SERIES } from '../../sheet/house-style';
import type { MoneyFormats } from '../../sheet/money-format';
import { COUNT } from '../../sheet/number-format';
import { safeText } from '../../sheet/safe-text';
import { campaignMemo } from '../content/campaign-memo';
import { blankSheet } from '../run/blank-sheet';
import { HEADER_ROW as TABLE_HEADER } from '../template/template-page';
import type { CampaignColumn } from '../template/campaign-column';
import { areTotalsDue, TOTALS_DUE, trackerById, type Tracker } from './campaign-sheet';

const CHART_ROW = 4;
const HEADER_ROW = 23;
const FIRST_ROW = HEADER_ROW + 1;
const CREATORS = 8;
const [MOST_CREATORS, SPARE] = [1_000, 20];
/** Bars in a chart: more would be too thin. */
const MOST_BARS = 20;
const SEPARATOR = ' · ';

/** Names a column of the tracker, from its first row on: `'Tracker'!$C$7:$C`. */
type Ref = (name: CampaignColumn) => string;

/**
 * Makes the sheet with the totals of a tracker where they are due, and remembers it before it is laid out: one that was killed
 * in between is laid out anew, and no second one is made. All of it is formulas. Free.
 */
export const layTotals = (tools: Tools, sheetId: number, money: MoneyFormats, creators: number): void =>
  locked(tools.host, () => layLocked(tools, sheetId, money, creators));

function layLocked({ workbook }: Tools, sheetId: number, money: MoneyFormats, creators: number): void {
  const tracker = trackerById(workbook, sheetId);
  const { table, memo } = tracker;
  if (!memo || !areTotalsDue(memo)) return;
  const { totalsBegun, ...rest } = memo;
  const begun = totalsBegun === true ? workbook.byId(memo.totalsId ?? TOTALS_DUE) : undefined;
  // Somebody has deleted it since.
  if (totalsBegun === true && !begun) return table.setMemo(campaignMemo(rest));
  const made = begun ?? blankSheet(workbook, campaignText().totalsName(table.name()));
  table.setMemo(campaignMemo({ ...rest, totalsId: made.id(), totalsBegun: true }));
  made.layOut(totalsPage(made.name(), tracker, money, creators));
  workbook.flush();
  table.setMemo(campaignMemo({ ...rest, totalsId: made.id() }));
}

function totalsPage(own: string, { table, columns }: Tracker, money: MoneyFormats, known: number): Page {
  const TEXT = campaignText();
  const name = table.name();
  const ref: Ref = (column) => {
    const letters = columnLetters(columns.get(column) ?? 1);
    return `${quotedSheet(name)}$${letters}$${TABLE_HEADER + 1}:$${letters}`;
  };
  const grid = new Grid();
  grid.put(1, 1, safeText(TEXT.totals(name)));
  grid.put(2, 1, TEXT.totalsHint);

  grid.put(HEADER_ROW, 1, TEXT.state, TEXT.count, TEXT.fees, TEXT.reach, TEXT.likes, TEXT.comments);
  DELIVERABLE_STATES.forEach((state, at) => {
    const row = FIRST_ROW + at;
    const is = `${ref('state')};$A${row}`;
    // Hidden ones are -1.
    const sums = (['reach', 'likes', 'comments'] as const).map(
      (each) => `=SUMIFS(${ref(each)};${is};${ref(each)};">=0")`,
    );
    grid.put(row, 1, STATE_WORDS[state], `=COUNTIFS(${is})`, `=SUMIFS(${ref('fee')};${is})`, ...sums);
  });

  const lastRow = FIRST_ROW - 1 + Math.min(MOST_CREATORS, known + SPARE);
  const [creator, platform] = [ref('creator'), ref('platform')];
  const key = columnLetters(CREATORS);
  grid.put(HEADER_ROW, CREATORS, TEXT.creator, TEXT.fees, TEXT.cpm, TEXT.count, TEXT.live, TEXT.reach);
  grid.put(
    FIRST_ROW,
    CREATORS,
    `=IFERROR(UNIQUE(ARRAYFORMULA(FILTER(${creator}&"${SEPARATOR}"&${platform};${creator}<>"")));"")`,
  );
  for (let row = FIRST_ROW; row <= lastRow; row++) {
    const cell = `$${key}${row}`;
    const at = `FIND("${SEPARATOR}";${cell})`;
    const of = `${creator};LEFT(${cell};${at}-1);${platform};MID(${cell};${at}+${SEPARATOR.length};50)`;
    const billed = `${ref('reach')};">=0";${ref('fee')};">=0"`;
    const reach = `SUMIFS(${ref('reach')};${of};${billed})`;
    const figures = [
      `SUMIFS(${ref('fee')};${of})`,
      `IF(${reach}>0;SUMIFS(${ref('fee')};${of};${billed})/${reach}*1000;"")`,
      `COUNTIFS(${of})`,
      `COUNTIFS(${of};${ref('posted')};">0")`,
      `SUMIFS(${ref('reach')};${of};${ref('reach')};">=0")`,
    ];
    grid.put(row, CREATORS + 1, ...figures.map((formula) => `=IF(${cell}="";"";${formula})`));
  }

  const [states, creators] = [DELIVERABLE_STATES.length, lastRow - HEADER_ROW];
  const shown = Math.min(MOST_BARS, known) + 1;
  return {
    name: own,
    cells: grid.cells(),
    widths: [150, 96, 110, 110, 96, 110, 28, 210, 110, 96, 96, 96, 110],
    heights: new Map([[1, 32]]),
    looks: [
      { areas: [area(1, 1, 1, 1)], size: 18, bold: true, color: INK },
      { areas: [area(2, 1, 1, 1)], color: QUIET },
      { areas: [area(HEADER_ROW, 1, 1, 6), area(HEADER_ROW, CREATORS, 1, 6)], bold: true, color: INK, fill: LINE },
      { areas: [area(HEADER_ROW, 2, 1, 5), area(HEADER_ROW, CREATORS + 1, 1, 5)], align: 'right' },
      { areas: [area(FIRST_ROW, 2, states, 5), area(FIRST_ROW, CREATORS + 3, creators, 3)], format: COUNT },
      { areas: [area(FIRST_ROW, 3, states, 1), area(FIRST_ROW, CREATORS + 1, creators, 1)], format: money.whole },
      { areas: [area(FIRST_ROW, CREATORS + 2, creators, 1)], format: money.cents },
    ],
    charts: [
      houseChart(TEXT.stateChart, {
        type: 'COLUMN',
        ranges: [area(HEADER_ROW, 1, states + 1, 2)],
        headers: 1,
        row: CHART_ROW,
        column: 1,
        width: 660,
        height: 360,
        options: { 'vAxis.format': '0', 'vAxis.minValue': 0 },
      }),
      houseChart(TEXT.spendChart, {
        type: 'COMBO',
        ranges: [area(HEADER_ROW, CREATORS, shown, 3)],
        headers: 1,
        row: CHART_ROW,
        column: CREATORS,
        width: 700,
        height: 360,
        options: {
          colors: [SERIES[1], SERIES[0]],
          'legend.position': 'top',
          series: { 0: { type: 'bars', targetAxisIndex: 0 }, 1: { type: 'line', targetAxisIndex: 1, pointSize: 6 } },
          vAxes: { 0: { format: 'short', minValue: 0 }, 1: { format: 'short', minValue: 0 } },
        },
      }),
    ],
    hidesGrid: true,
  };
}
