import { lazy } from '../core/lazy';
import type { CellValue, Column } from '../core/ports';
import { isBlank, isRecord } from '../core/text';
import { instantMs } from '../core/time';
import type { Piece } from '../schema/content';
import { FIGURE_PX, widthFor } from './column-width';
import { furtherField } from './further-field';
import { COUNT, ENGAGEMENT_SHARE, TIME } from './number-format';
import { isHttps, LINK_FIELDS, postLink } from './post-link';
import { pictureFormula, safeText } from './safe-text';

export interface ContentColumn extends Column {
  /** The post's fields that it shows. */
  fields: readonly string[];
  /** `atMs`: when the API said so. */
  cell: (piece: Piece, atMs: number) => CellValue;
  /** Stays unchanged when a known post's figures are read again. */
  isKept?: true;
}

const https = (value: unknown): string => (isHttps(value) ? safeText(value) : '');

/** Any field as a cell: numbers stay numbers, lists become texts, and texts from outside never become formulas. */
export function fieldCell(value: unknown): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return safeText(value.map(entryText).join(', '));
  return safeText(isRecord(value) ? JSON.stringify(value) : String(value ?? ''));
}

const entryText = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null ? JSON.stringify(entry) : String(entry ?? '');

const plain = (header: string, field: string, more: Partial<ContentColumn> = {}): ContentColumn => ({
  header,
  fields: [field],
  cell: (piece) => fieldCell(piece[field]),
  ...more,
});

const figure = (header: string, field: string, format = COUNT): ContentColumn =>
  plain(header, field, { format, width: widthFor(header, FIGURE_PX) });

const link = (header: string, field: string): ContentColumn =>
  plain(header, field, { width: 160, cell: (piece) => https(piece[field]) });

export const CONTENT_ID = 'Content id';
export const THUMBNAIL = 'Thumbnail (its link lives 24 h)';

/**
 * A new content sheet's columns in order: the contract's fields (getContent), then what the add-on knows, at the end what is
 * for machines. Later rows find their places by the headers, wherever those stand.
 */
export const contentColumns = lazy((): readonly ContentColumn[] => [
  { header: THUMBNAIL, width: 84, fields: [], cell: ({ imageUrl }) => pictureFormula(imageUrl) },
  plain('Handle', 'username', { width: 150, isFrozen: true }),
  plain('Platform', 'platform', { width: 90 }),
  plain('Type', 'contentType', { width: 90 }),
  plain('Uploaded', 'uploaded', {
    width: 130,
    format: TIME,
    cell: ({ uploaded }) => {
      const ms = instantMs(uploaded);
      return ms === undefined ? fieldCell(uploaded) : new Date(ms);
    },
  }),
  figure('Followers', 'followers'),
  figure('Reach', 'reach'),
  figure('Likes', 'likes'),
  figure('Comments', 'comments'),
  figure('Engagement rate', 'engagementRate', ENGAGEMENT_SHARE),
  figure('Viral factor', 'viralFactor', '0.00'),
  plain('Caption', 'captions', { width: 320 }),
  plain('Hashtags', 'hashtags', { width: 180 }),
  plain('Mentions', 'mentions', { width: 150 }),
  { header: 'Link', width: 230, fields: LINK_FIELDS, cell: (piece) => safeText(postLink(piece)) },
  link('Image link (lives 24 h)', 'imageUrl'),
  link('Video link (lives 24 h)', 'videoUrl'),
  { header: 'Found at', width: 130, format: TIME, fields: [], cell: (_, atMs) => new Date(atMs), isKept: true },
  { header: 'Figures of', width: 130, format: TIME, fields: [], cell: (_, atMs) => new Date(atMs) },
  { header: CONTENT_ID, width: 170, fields: ['contentId'], cell: ({ contentId }) => safeText(contentId), isKept: true },
]);

const named = lazy(() => new Set(contentColumns().flatMap(({ fields }) => fields)));
const ownHeaders = lazy(() => new Set(contentColumns().map(({ header }) => header)));

/** Anything longer is not the name of a field. */
const LONGEST_NAME = 100;

/** Fields that have no column in the table: they get one when they first come. */
export const furtherFields = (pieces: readonly Piece[]): string[] =>
  [...new Set(pieces.flatMap((piece) => Object.keys(piece)))].filter(
    (field) => !named().has(field) && field.trim() !== '' && field.length <= LONGEST_NAME,
  );

/** A header that no other column has, neither one of ours nor a person's own. */
export function furtherHeader(field: string, headers: readonly string[]): string {
  const name = furtherField(field).header;
  let header = name;
  for (let number = 2; ownHeaders().has(header) || headers.includes(header); number++) header = `${name} (${number})`;
  return header;
}

/** What writes under a header: a column of the table, or that of a further field. `fields` are headers by field. */
export function contentColumn(header: string, fields: Readonly<Record<string, string>>): ContentColumn | undefined {
  const column = contentColumns().find((each) => each.header === header);
  const field = column ? undefined : Object.keys(fields).find((each) => fields[each] === header);
  return column ?? (field === undefined ? undefined : further(header, field));
}

function further(header: string, field: string): ContentColumn {
  const { format, cell } = furtherField(field);
  return plain(header, field, {
    ...(format === undefined ? {} : { format }),
    cell: (piece) => (isBlank(piece[field]) ? undefined : cell?.(piece[field])) ?? fieldCell(piece[field]),
  });
}
