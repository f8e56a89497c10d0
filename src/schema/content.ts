import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { beginningOf, hashText, isBlank, isRecord } from '../core/text';
import { instantMs } from '../core/time';
import { isWhole, readAs, unreadable } from './wire';

/** Only the list is checked: the page is paid for, and whatever else it has must not make it unreadable. */
const wire = lazy(() =>
  z.looseObject({
    /** The offset style of the earlier edition says `content` (notes, item 5). */
    items: z.optional(z.nullable(z.array(z.unknown()))),
    content: z.optional(z.nullable(z.array(z.unknown()))),
  }),
);

/** A post: whatever the API sent; `contentId` identifies it. */
export type Piece = Record<string, unknown> & { contentId: string };

export interface ContentPage {
  pieces: Piece[];
  /** All posts that came, also those without an id: each was charged. */
  returned: number;
  nextCursor?: string;
  /** The earlier edition's style: pages by offset, and how many there are in all, if it says so. */
  byOffset?: true;
  count?: number;
  deducted?: number;
  remaining?: number;
}

export function parseContent(body: unknown): ContentPage {
  const result = z.safeParse(wire(), body);
  const listed = result.success ? (result.data.items ?? result.data.content) : undefined;
  if (!result.success || !listed || (listed.length === 0 && !isBlank(result.data['error']))) throw unreadable();
  const { next_cursor: nextCursor, tokensDeducted: deducted, tokensRemaining: remaining, count } = result.data;
  return {
    pieces: listed.filter(isRecord).map((entry) => ({ ...entry, ...readFigures(entry), contentId: idOf(entry) })),
    returned: listed.length,
    ...(result.data.items || isText(nextCursor) || isWhole(nextCursor) ? {} : { byOffset: true }),
    ...(isCount(count) ? { count } : {}),
    ...(isText(nextCursor) || isWhole(nextCursor) ? { nextCursor: String(nextCursor) } : {}),
    ...(isCharge(deducted) ? { deducted } : {}),
    ...(isCount(remaining) ? { remaining } : {}),
  };
}

const FIGURES = 'followers reach likes comments engagementRate viralFactor shares saves'.split(' ');

/** What sums and dates rest on, where it is written in another way; what cannot be read stays as it came. */
function readFigures(entry: Record<string, unknown>): Record<string, unknown> {
  const { uploaded } = entry;
  const texts = FIGURES.filter((name) => typeof entry[name] === 'string');
  return {
    ...Object.fromEntries(texts.map((name) => [name, readAs('number', entry[name]) ?? entry[name]])),
    ...(isBlank(uploaded) || instantMs(uploaded) !== undefined
      ? {}
      : { uploaded: readAs('date', uploaded) ?? uploaded }),
  };
}

/** A post without an id, or with one that has lost digits, was paid for too: its content without figures serves as its id. */
const idOf = ({ contentId, platform, username, uploaded, captions }: Record<string, unknown>): string =>
  isText(contentId) || isWhole(contentId)
    ? String(contentId)
    : `none-${hashText(JSON.stringify([platform, username, uploaded, captions, ...(contentId ? [contentId] : [])]))}`;

/** Fields that a formula shows. */
export const SHOWN_FIELDS = [
  'platform',
  'username',
  'contentType',
  'uploaded',
  'reach',
  'likes',
  'comments',
  'captions',
];
const KEPT_FIELDS = ['contentId', ...SHOWN_FIELDS, 'postUrl', 'url', 'link'];
const LONGEST_KEPT = 160;

/** A page as kept for weeks, in a form that `parseContent` reads: what a formula shows, with long captions cut. */
export const compactContent = (body: unknown): unknown => ({
  items: parseContent(body).pieces.map((piece) =>
    Object.fromEntries(
      KEPT_FIELDS.flatMap((field): [string, unknown][] => {
        const value = piece[field];
        if (typeof value === 'number') return [[field, value]];
        if (!isText(value)) return [];
        return [[field, Array.from(value).length > LONGEST_KEPT ? beginningOf(value, LONGEST_KEPT) : value]];
      }),
    ),
  ),
});

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
/** A page has at most 100 posts: the API's word counts where it is a charge at all, and not what would stop a month. */
const isCharge = (value: unknown): value is number =>
  isCount(value) && Number.isInteger(value) && value <= MOST_CHARGED;
const MOST_CHARGED = 10_000;
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
