import type { Said } from '../core/said';
import { isRecord } from '../core/text';

/**
 * Reads one part of what is stored, without what it doesn't know, and throws `Misread` at anything else. zod does the same,
 * but the schemas of the gate's state took more time and memory to make than all the rest of a click on an idle sheet.
 */
export type Part<T> = (value: unknown) => T;
export type Read<P> = P extends Part<infer T> ? T : never;

class Misread extends Error {}

/** Undefined: it is something else. */
export function readPart<T>(part: Part<T>, value: unknown): T | undefined {
  try {
    return part(value);
  } catch (error) {
    if (error instanceof Misread) return undefined;
    throw error;
  }
}

export const partWhere =
  <T>(isOne: (value: unknown) => value is T): Part<T> =>
  (value) => {
    if (isOne(value)) return value;
    throw new Misread();
  };

export const aFigure = partWhere((value): value is number => Number.isFinite(value));
export const someText = partWhere((value) => typeof value === 'string');
export const aFlag = partWhere((value) => typeof value === 'boolean');
const anything: Part<unknown> = (value) => value;
export const oneOf = <const T extends string | number>(...all: readonly T[]): Part<T> =>
  partWhere((value): value is T => (all as readonly unknown[]).includes(value));

export const maybe =
  <T>(part: Part<T>): Part<T | undefined> =>
  (value) =>
    value === undefined ? undefined : part(value);
export const maybeFigure = maybe(aFigure);
export const maybeFlag = maybe(aFlag);

const aList = partWhere((value): value is unknown[] => Array.isArray(value));
const aRecord = partWhere(isRecord);

export const listOf =
  <T>(part: Part<T>): Part<T[]> =>
  (value) =>
    aList(value).map(part);
export const texts = listOf(someText);

/** Just so many, in this order. */
export const rowOf =
  <T extends unknown[]>(...parts: { [At in keyof T]: Part<T[At]> }): Part<T> =>
  (value) => {
    const list = aList(value);
    if (list.length !== parts.length) throw new Misread();
    return parts.map((part, at) => part(list[at])) as T;
  };

/** Any names, each with such a part. */
export const byName =
  <T>(part: Part<T>): Part<Record<string, T>> =>
  (value) =>
    Object.fromEntries(Object.entries(aRecord(value)).map(([name, each]) => [name, part(each)]));

type MaybeNames<Parts> = { [Name in keyof Parts]: undefined extends Read<Parts[Name]> ? Name : never }[keyof Parts];
export type PartsOf<Parts> = { [Name in Exclude<keyof Parts, MaybeNames<Parts>>]: Read<Parts[Name]> } & {
  [Name in MaybeNames<Parts>]?: Read<Parts[Name]>;
};

export const partsOf =
  <Parts extends Record<string, Part<unknown>>>(parts: Parts): Part<PartsOf<Parts>> =>
  (value) => {
    const from = aRecord(value);
    const read: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(parts)) {
      const each = part(from[name]);
      if (each !== undefined) read[name] = each;
    }
    return read as PartsOf<Parts>;
  };

/** A sentence as `Said`; what is stored for older versions as well stands beside it. */
export const aSaid: Part<Said | undefined> = maybe(partsOf({ code: someText, figures: listOf(anything) }));
