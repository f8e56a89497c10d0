import { badInput } from '../../core/error';
import type { Host } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { campaignText } from '../../schema/sheet-text';
import type { CampaignRows } from './campaign-rows';
import type { Tracker } from './campaign-sheet';

/**
 * What the cell *Posts from* says. Only a blank one means all posts, ever: one that is lost or unreadable must not, as that
 * would buy years.
 */
export type PostsFrom =
  | { kind: 'all' }
  /** ISO. */
  | { kind: 'day'; day: string }
  | { kind: 'unread'; text: string }
  | { kind: 'lost' };

/** By its label, wherever rows and columns have moved it: what comes below it, over the headers. */
export function postsFrom(
  host: Host,
  { table }: Pick<Tracker, 'table'>,
  { headerRow, firstRow, rows }: CampaignRows,
): PostsFrom {
  const above = (rows[0]?.row ?? firstRow) - 1;
  if (above < 1) return { kind: 'lost' };
  const cells = table.read({ row: 1, column: 1, rows: above, columns: table.lastColumn() });
  const labels = new Set<unknown>(campaignText.each().map(({ from }) => from));
  const label = cells.findIndex((line) => line.some((cell) => labels.has(cell)));
  const column = cells[label]?.findIndex((cell) => labels.has(cell)) ?? -1;
  // With rows between them, the headers may be taken for others further up.
  const end = headerRow > label + 1 ? headerRow - 1 : above;
  const below = cells.slice(label + 1, end);
  if (column < 0 || below.length === 0) return { kind: 'lost' };
  const value = below.map((line) => line[column] ?? '').find((cell) => cell !== '');
  if (value === undefined) return { kind: 'all' };
  if (value instanceof Date) return { kind: 'day', day: host.clock.day(value.getTime(), host.timeZone()) };
  return { kind: 'unread', text: String(value) };
}

/** As a filter of posts; undefined where nobody can tell from when they are meant. */
export const firstDayOf = (from: PostsFrom): { uploadedFrom?: string } | undefined =>
  from.kind === 'day' ? { uploadedFrom: from.day } : from.kind === 'all' ? {} : undefined;

/** The same. Throws `badInput` where nobody can tell from when they are meant. */
export function uploadedFrom(from: PostsFrom): { uploadedFrom?: string } {
  if (from.kind === 'lost') throw badInput(CAMPAIGN_SAID.fromLost);
  if (from.kind === 'unread') throw badInput(CAMPAIGN_SAID.fromUnread(from.text));
  return firstDayOf(from) ?? {};
}
