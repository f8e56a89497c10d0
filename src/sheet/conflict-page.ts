import type { Area, CellLook, CellValue, Page } from '../core/page';
import type { MentionCount } from '../schema/conflict';
import { conflictText } from '../schema/sheet-text';
import { area, Grid } from './grid';
import { INK, LINE, QUIET } from './house-style';
import { linkFormula, safeText } from './safe-text';

/** A creator of the shortlist, and what is known of it. */
export interface CheckedCreator {
  name: string;
  platform: string;
  /** The days that the timeline covers; undefined: not known, and why. */
  timeline: { from: string; to: string } | undefined;
  noTimeline: string;
  /** Posts that were read; undefined: none, and why. */
  posts: { count: number; from: string; to: string } | undefined;
  noPosts: string;
  /** By brand, in their order. */
  mentions: readonly (MentionCount | undefined)[];
}

interface CheckedBrand {
  name: string;
  isOwn: boolean;
}

const GROUP_ROW = 5;
const HEADER_ROW = 6;
const GAP_PX = 20;
const HIT = { fill: '#fde8e8', color: '#9b1c1c' };
const OWN_HIT = { fill: '#e3f4ea', color: '#14532d' };

/** A row a creator, a column a brand: how often, and when last. The person's own brands stand apart. */
export function conflictPage(
  about: string,
  brands: readonly CheckedBrand[],
  creators: readonly CheckedCreator[],
): Omit<Page, 'name'> {
  const grid = new Grid();
  const width = { gap: GAP_PX, brand: 132 };
  const widths: number[] = [190, 90, 120];
  /** Columns by the brand's place. */
  const columns = new Map<number, number>();
  const groups: Area[] = [];
  const addGroup = (label: string, isOwn: boolean): void => {
    const its = brands.flatMap((brand, at) => (brand.isOwn === isOwn ? [at] : []));
    if (its.length === 0) return;
    widths.push(width.gap);
    grid.put(GROUP_ROW, widths.length + 1, label);
    groups.push(area(GROUP_ROW, widths.length + 1, 1, its.length));
    for (const at of its) {
      widths.push(width.brand);
      columns.set(at, widths.length);
      grid.put(HEADER_ROW, widths.length, safeText(brands[at]?.name ?? ''));
    }
  };
  grid.put(1, 1, conflictText().title);
  grid.put(2, 1, safeText(about));
  grid.put(3, 1, conflictText().legend);
  grid.put(HEADER_ROW, 1, conflictText().creator, conflictText().platform, conflictText().conflicts);
  addGroup(conflictText().competitors, false);
  addGroup(conflictText().own, true);
  const seen = widths.push(width.gap, 190, 190) - 1;
  grid.put(GROUP_ROW, seen, conflictText().lookedAt);
  groups.push(area(GROUP_ROW, seen, 1, 2));
  grid.put(HEADER_ROW, seen, conflictText().timeline, conflictText().posts);

  const hits: Record<'own' | 'other', Area[]> = { own: [], other: [] };
  creators.forEach((creator, index) => {
    const row = HEADER_ROW + 1 + index;
    const { timeline, posts, mentions } = creator;
    const isKnown = timeline !== undefined || posts !== undefined;
    const conflicts = brands.filter(({ isOwn }, at) => !isOwn && mentions[at] !== undefined).length;
    // Where nothing is known, and where it is only known in part, none would be a wrong number.
    const count =
      conflicts > 0 || (timeline && posts) ? conflicts : isKnown ? partNone(creator) : conflictText().unknown;
    grid.put(row, 1, safeText(creator.name), safeText(creator.platform), count);
    for (const [at, column] of columns) {
      const mention = mentions[at];
      grid.put(row, column, mention ? mentionCell(mention) : noneOf(creator));
      if (mention) hits[brands[at]?.isOwn ? 'own' : 'other'].push(area(row, column, 1, 1));
    }
    grid.put(
      row,
      seen,
      timeline
        ? safeText(conflictText().span(timeline.from, timeline.to))
        : conflictText().becauseOf(creator.noTimeline),
      posts
        ? safeText(
            conflictText().postsRead(posts.count, posts.from === '' ? '' : conflictText().span(posts.from, posts.to)),
          )
        : conflictText().becauseOf(creator.noPosts),
    );
  });
  const rows = Math.max(1, creators.length);
  const all = area(HEADER_ROW + 1, 1, rows, widths.length);
  return {
    cells: grid.cells(),
    widths,
    looks: [
      { areas: [area(1, 1, 1, 3)], size: 18, bold: true, color: INK },
      { areas: [area(2, 1, 2, 3), ...groups], color: QUIET },
      { areas: [area(HEADER_ROW, 1, 1, widths.length)], bold: true, color: INK, fill: LINE, wraps: true },
      // What stands out is what was found.
      { areas: [area(HEADER_ROW + 1, 3, rows, widths.length - 2)], align: 'left', color: QUIET },
      ...hitLooks(hits.other, HIT),
      ...hitLooks(hits.own, OWN_HIT),
    ],
    lights: [{ area: all, text: conflictText().unknown, fill: '#f3f4f6', color: QUIET }],
    heights: new Map([[1, 32]]),
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
  };
}

const hitLooks = (areas: readonly Area[], { fill, color }: typeof HIT): CellLook[] =>
  areas.length === 0 ? [] : [{ areas, fill, color, bold: true }];

const partNone = ({ timeline }: CheckedCreator): string =>
  timeline ? conflictText().noneInTimeline : conflictText().noneInPosts;

const noneOf = (creator: CheckedCreator): string => {
  const { timeline, posts } = creator;
  if (timeline && posts) return conflictText().none;
  return timeline || posts ? partNone(creator) : conflictText().unknown;
};

function mentionCell({ count, lastDay, link }: MentionCount): CellValue {
  const text = conflictText().mentions(count, lastDay);
  return linkFormula(link, text) || safeText(text);
}
