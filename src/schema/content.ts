import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { isRecord } from '../core/text';
import { unreadable } from './wire';

/** Only the list is checked: a page is paid for, and what stands beside it must not make it unreadable. */
const wire = lazy(() =>
  z.looseObject({
    /** The offset style of the earlier edition says `content` (notes, item 5). */
    items: z.optional(z.nullable(z.array(z.unknown()))),
    content: z.optional(z.nullable(z.array(z.unknown()))),
  }),
);

/** A content piece: whatever the API sent; `contentId` is what it is known by. */
export type Piece = Record<string, unknown> & { contentId: string };

export interface ContentPage {
  pieces: Piece[];
  /** All that came, also what has no id: each was charged. */
  returned: number;
  nextCursor?: string;
  /** The earlier edition's style: pages by offset, and how many there are in all, if it says so. */
  byOffset: boolean;
  count?: number;
  watermark?: { createdAtMax: string; lastId?: string };
  deducted?: number;
  remaining?: number;
}

export function parseContent(body: unknown): ContentPage {
  const result = z.safeParse(wire(), body);
  const listed = result.success ? (result.data.items ?? result.data.content) : undefined;
  if (!result.success || !listed) throw unreadable('getContent');
  const { next_cursor: nextCursor, tokensDeducted: deducted, tokensRemaining: remaining, count } = result.data;
  const watermark = isRecord(result.data['watermark']) ? result.data['watermark'] : {};
  const { created_at_max: createdAtMax, last_id: lastId } = watermark;
  return {
    pieces: listed.filter((entry): entry is Piece => isRecord(entry) && typeof entry['contentId'] === 'string'),
    returned: listed.length,
    byOffset: !result.data.items && !isText(nextCursor),
    ...(isCount(count) ? { count } : {}),
    ...(isText(nextCursor) ? { nextCursor } : {}),
    ...(isText(createdAtMax) ? { watermark: { createdAtMax, ...(isText(lastId) ? { lastId } : {}) } } : {}),
    ...(isCount(deducted) ? { deducted } : {}),
    ...(isCount(remaining) ? { remaining } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
