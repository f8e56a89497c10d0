import type { Said } from '../core/said';
import { InfluError } from '../core/error';
import { byteLength } from '../core/text';
import { GATE } from '../schema/said-text';
import { readPart, type Part } from './stored-part';

export type PropertyValues = Record<string, string>;

/** Under 9 KB, the platform's limit for one property value. */
export const LARGEST_PROPERTY = 8_900;

/** 500 KB a store (platform, quotas), less a little. */
export const LARGEST_STORE = 500_000;

/** What these take of a store, in bytes. */
export const storedBytes = (properties: PropertyValues): number =>
  Object.entries(properties).reduce((bytes, [name, text]) => bytes + byteLength(name) + byteLength(text), 0);

/** Joins the pieces of one long value: `pieces` of them, or all that are there. */
export function joinPieces(properties: PropertyValues, name: (piece: number) => string, pieces = Infinity): string {
  let text = '';
  for (let piece = 0; piece < pieces && properties[name(piece)]; piece++) text += properties[name(piece)] ?? '';
  return text;
}

/** Throws `storeUnreadable`, because what cannot be read must not count as empty. */
export function parseStored<T>(part: Part<T>, json: unknown, what: Said): T {
  const read = readPart(part, json);
  if (read === undefined) throw unreadableStore(what);
  return read;
}

export const unreadableStore = (what: Said): InfluError => new InfluError('storeUnreadable', GATE.unreadable(what));

/** Cuts a long value into properties and empties those that it no longer needs. What has not changed is left out. */
export function cutIntoPieces(
  text: string,
  properties: PropertyValues,
  name: (piece: number) => string,
): PropertyValues {
  const values: PropertyValues = {};
  let piece = 0;
  for (; piece * LARGEST_PROPERTY < text.length; piece++) {
    const part = text.slice(piece * LARGEST_PROPERTY, (piece + 1) * LARGEST_PROPERTY);
    if (properties[name(piece)] !== part) values[name(piece)] = part;
  }
  for (; properties[name(piece)]; piece++) values[name(piece)] = '';
  return values;
}
