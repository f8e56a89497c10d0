import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { isRecord } from '../core/text';
import { unreadable } from './wire';

export const CONTENT_PAGE_SIZE = 100;

const wire = lazy(() =>
  z.looseObject({
    /** The offset style of the earlier edition says `content` (notes, item 5). */
    items: z.optional(z.array(z.unknown())),
    content: z.optional(z.array(z.unknown())),
    count: z.optional(z.nullable(z.number())),
    next_cursor: z.optional(z.nullable(z.string())),
    watermark: z.optional(
      z.nullable(
        z.looseObject({
          created_at_max: z.optional(z.nullable(z.string())),
          last_id: z.optional(z.nullable(z.string())),
        }),
      ),
    ),
    tokensDeducted: z.optional(z.nullable(z.number())),
    tokensRemaining: z.optional(z.nullable(z.number())),
  }),
);

/** A content piece: whatever the API sent; `contentId` is what it is known by. */
export type Piece = Record<string, unknown> & { contentId: string };

export interface ContentPage {
  pieces: Piece[];
  /** All that came, also what has no id: each was charged. */
  returned: number;
  nextCursor?: string;
  watermark?: { createdAtMax: string; lastId?: string };
  deducted?: number;
  remaining?: number;
}

export function parseContent(body: unknown): ContentPage {
  const result = z.safeParse(wire(), body);
  const listed = result.success ? (result.data.items ?? result.data.content) : undefined;
  if (!result.success || !listed) throw unreadable('getContent');
  const { next_cursor: nextCursor, watermark, tokensDeducted, tokensRemaining } = result.data;
  return {
    pieces: listed.filter((entry): entry is Piece => isRecord(entry) && typeof entry['contentId'] === 'string'),
    returned: listed.length,
    ...(nextCursor ? { nextCursor } : {}),
    ...(watermark?.created_at_max
      ? {
          watermark: {
            createdAtMax: watermark.created_at_max,
            ...(watermark.last_id ? { lastId: watermark.last_id } : {}),
          },
        }
      : {}),
    ...(typeof tokensDeducted === 'number' ? { deducted: tokensDeducted } : {}),
    ...(typeof tokensRemaining === 'number' ? { remaining: tokensRemaining } : {}),
  };
}
