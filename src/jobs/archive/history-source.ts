import { byQuarter } from '../../core/time';
import { creatorOf, HISTORY_COLUMNS, HISTORY_FIGURES } from '../../schema/history-line';
import { historyColumns, keptTable, whoIn } from '../run/history-tab';
import { headersOf } from '../run/own-rows';
import { keyValues, named, type ArchiveSource } from './archive-source';

/** Lines of the history tab. A day is the spreadsheet's there, and stays that day. */
export const HISTORY_LINES: ArchiveSource = {
  table: 'history',
  key: HISTORY_COLUMNS,
  rowsAPage: 5_000,
  sheets(tools) {
    const table = keptTable(tools);
    if (!table) return [];
    const columns = historyColumns(table);
    const idHeader = headersOf(table)[(columns.get('handle') ?? 0) - 1];
    return idHeader ? [{ table, columns, idHeader }] : [];
  },
  keyOf({ host }) {
    const zone = host.timeZone();
    const dayOf = byQuarter((ms) => host.clock.day(ms, zone));
    return (at) => {
      const cell = at('day');
      const day = cell instanceof Date ? dayOf(cell.getTime()) : String(cell).trim();
      const atMs = Date.parse(day);
      const who = whoIn(at);
      if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(atMs) || who.handle + who.id === '') return undefined;
      const id = `${creatorOf(who)}/${day}`;
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
