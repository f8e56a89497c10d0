import { lazy } from '../core/lazy';
import { parseJson } from '../core/text';
import type { PropertyValues } from './property-pieces';
import { listOf, oneOf, partsOf, readPart, rowOf, someText } from './stored-part';

/** A section of an answer that this version could not read: its name and form, and nothing of a person. */
export interface UnknownSection {
  name: string;
  form: string;
}

/** Sections of answers that were not understood. Written under the lock, with what is written anyway. */
export const UNKNOWN_PROPERTY = 'unknown-sections';
const MOST_SECTIONS = 30;

const schema = lazy(() => partsOf({ version: oneOf(1), sections: listOf(rowOf(someText, someText)) }));

/** Empty where it cannot be read: they will be noticed again. */
export function readUnknown(properties: PropertyValues): UnknownSection[] {
  const read = readPart(schema(), parseJson(properties[UNKNOWN_PROPERTY] ?? ''));
  return (read?.sections ?? []).map(([name, form]) => ({ name, form }));
}

/** The property's new value. Nothing if all of these were noticed before, or there is no more room. */
export function withUnknown(properties: PropertyValues, noticed: readonly UnknownSection[]): PropertyValues {
  if (noticed.length === 0) return {};
  const known = new Map(readUnknown(properties).map(({ name, form }) => [name, form]));
  const before = known.size;
  for (const { name, form } of noticed) if (!known.has(name) && known.size < MOST_SECTIONS) known.set(name, form);
  return known.size === before ? {} : { [UNKNOWN_PROPERTY]: JSON.stringify({ version: 1, sections: [...known] }) };
}
