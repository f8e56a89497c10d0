import type { Piece } from '../schema/content';

export const isHttps = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2_000 && /^https:\/\/[^\s"'<>\\^`{|}]+$/.test(value);

/** Fields that may hold the post's own address; the contract names none. */
export const LINK_FIELDS = ['postUrl', 'url', 'link', 'permalink', 'contentUrl'];

/** Addresses that a contentId tells by itself: a guess from its form, since the contract does not say. */
const LINKS: readonly (readonly [id: RegExp, address: (id: string, username: string) => string])[] = [
  [/^TT_(\d{15,})$/, (id, username) => `https://www.tiktok.com/@${encodeURIComponent(username)}/video/${id}`],
  [/^YT_([\w-]{11})$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/^IG_(?=.*[A-Za-z])([\w-]{8,14})$/, (id) => `https://www.instagram.com/p/${id}/`],
];

/** The post's own https address, or blank. */
export function postLink(piece: Piece): string {
  const own = LINK_FIELDS.map((field) => piece[field]).find(isHttps);
  if (own !== undefined) return own;
  for (const [pattern, address] of LINKS) {
    const id = pattern.exec(piece.contentId)?.[1];
    if (id !== undefined) return address(id, String(piece['username'] ?? '').replace(/[\ud800-\udfff]/g, ''));
  }
  return '';
}
