import { HISTORY_PROPERTY, readHistory } from '../../gate/history-store';
import { HISTORY_COLUMNS, HISTORY_FIGURES, historyLineId } from '../../schema/history-line';
import { historyColumns, historyTable } from '../run/history-tab';
import { headersOf } from '../run/own-rows';
import { keyValues, named, type ArchiveSource, type CellAt } from './archive-source';

const whoIn = (at: CellAt): { platform: string; handle: string; id: string } => {
  const [platform = '', handle = '', id = ''] = ['platform', 'handle', 'id'].map((name) => String(at(name)).trim());
  return { platform, handle, id };
};

/** Lines of the history tab. A day is the spreadsheet's there, and stays that day. */
export const HISTORY_LINES: ArchiveSource = {
  table: 'history',
  key: HISTORY_COLUMNS,
  rowsAPage: 5_000,
  sheets({ host, workbook }) {
    const history = readHistory(host.documentProperties.get(HISTORY_PROPERTY));
    const table = historyTable(workbook, history?.sheetId);
    if (!table) return [];
    const columns = historyColumns(table);
    const idHeader = headersOf(table)[(columns.get('handle') ?? 0) - 1];
    return idHeader ? [{ table, columns, idHeader }] : [];
  },
  keyOf({ host }) {
    const zone = host.timeZone();
    // There are few days, and Google takes its time for each.
    const days = new Map<number, string>();
    const dayOf = (ms: number): string => {
      const day = days.get(ms) ?? host.clock.day(ms, zone);
      days.set(ms, day);
      return day;
    };
    return (at) => {
      const cell = at('day');
      const day = cell instanceof Date ? dayOf(cell.getTime()) : String(cell).trim();
      const atMs = Date.parse(day);
      const who = whoIn(at);
      if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(atMs) || who.handle + who.id === '') return undefined;
      const id = `${historyLineId({ day: '', ...who }).trim()}/${day}`;
      return { id, atMs, figures: HISTORY_FIGURES.map(at) };
    };
  },
  valuesOf(_, at, key) {
    const { platform, handle, id } = whoIn(at);
    const [followers, engagement, growth, score] = HISTORY_FIGURES.map((name) => at(name));
    return named({
      ...keyValues(key),
      platform,
      handle,
      creator_id: id,
      followers,
      engagement,
      growth,
      profile_score: score,
    });
  },
};
