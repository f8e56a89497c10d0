import { InfluError } from '../../core/error';
import type { Host, Tools } from '../../core/ports';
import { DAY_MS } from '../../core/time';
import {
  begunHistory,
  HISTORY_PROPERTY,
  historyValue,
  noHistory,
  readHistory,
  UNREADABLE,
  waitingHistory,
} from '../../gate/history-store';
import { locked } from '../../gate/locked';
import { spokenOf } from '../../schema/language';
import { HISTORY_SAID } from '../../schema/said-text';
import { drainHistory } from '../run/history-drain';
import { foundAgain, historyTable, keptTable } from '../run/history-tab';

/** Whether a history is kept, and what there is of it. */
export interface HistoryStanding {
  isOn: boolean;
  /** The tab and its lines, if there are any yet. */
  sheet?: string;
  lines: number;
  /** Lines that are not in the tab yet, and why. */
  waiting: number;
  problem?: string;
  /** Lines that gave way while nobody opened the spreadsheet. */
  lost: number;
}

/** Brings the tab up to date and says how things stand. Free. */
export function historyStanding(tools: Tools): HistoryStanding {
  const problem = drained(tools);
  const { host, workbook } = tools;
  const properties = host.documentProperties.all();
  const history = readHistory(properties[HISTORY_PROPERTY]);
  const isDamaged = !history && Boolean(properties[HISTORY_PROPERTY]);
  const table = historyTable(workbook, history?.sheetId);
  const waiting = waitingHistory(properties, host.zip);
  const damage = isDamaged
    ? HISTORY_SAID.stateUnreadable
    : waiting === UNREADABLE
      ? HISTORY_SAID.unreadable
      : undefined;
  const told = problem ?? (damage && spokenOf(damage));
  return {
    isOn: history !== undefined,
    ...(table ? { sheet: table.name() } : {}),
    lines: Math.max(0, (table?.lastRow() ?? 1) - 1),
    waiting: history && waiting !== UNREADABLE ? waiting.lines.length : 0,
    ...(told === undefined ? {} : { problem: told }),
    lost: history?.lost ?? 0,
  };
}

function drained(tools: Tools): string | undefined {
  try {
    drainHistory(tools);
    return undefined;
  } catch (error) {
    if (error instanceof InfluError) return spokenOf(error.said);
    throw error;
  }
}

/** From now on. Switched off, what stands in the tab stays; a tab that can't be written keeps nobody from that. */
export function switchHistory(tools: Tools, isOn: boolean): HistoryStanding {
  const { host, workbook } = tools;
  if (!isOn) drained(tools);
  locked(host, () => {
    const properties = host.documentProperties.all();
    const before = readHistory(properties[HISTORY_PROPERTY]);
    if (!isOn) host.documentProperties.setMany(noHistory(properties));
    else if (!before) {
      const found = foundAgain(workbook);
      const begun = begunHistory(host.clock.now());
      host.documentProperties.setMany(
        historyValue(found ? { ...begun, sheetId: found.id(), rows: rowsAround(host, found.lastRow()) } : begun),
      );
    }
  });
  return historyStanding(tools);
}

/** Of these days it may have lines from before, at most so many; a time zone that is changed moves a day by one. */
function rowsAround({ clock, timeZone }: Host, most: number): Record<string, number> {
  const zone = timeZone();
  return Object.fromEntries([-DAY_MS, 0, DAY_MS].map((ms) => [clock.day(clock.now() + ms, zone), most]));
}

/** Shows the tab, if it has lines yet. */
export function showHistory(tools: Tools): HistoryStanding {
  const standing = historyStanding(tools);
  const table = keptTable(tools);
  table?.unhide();
  table?.show();
  return standing;
}
