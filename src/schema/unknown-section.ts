import { typeOf } from './answer-shape';
import { isRecord } from '../core/text';
import { sectionsIn } from './audience';

const LONGEST_NAME = 60;
const LONGEST_FORM = 160;
const MOST_FIELDS = 12;

/** Sections of an answer that this version does not know, or whose scale it cannot tell: names and forms, no values. */
export function unknownSections(body: unknown): { name: string; form: string }[] {
  if (!isRecord(body)) return [];
  return sectionsIn(body).flatMap(({ section: { name, as }, wire }) => {
    if (as !== 'unknown' && as !== 'untold') return [];
    const form = as === 'untold' ? `${formOf(wire)}, scale unclear` : formOf(wire);
    return [{ name: name.slice(0, LONGEST_NAME), form: form.slice(0, LONGEST_FORM) }];
  });
}

/**
 * `number`; `object of numbers`; `list of {followers: number, username: text}`. Names of fields are told of the entries of
 * a list only: an object's may be labels, and those of people among them.
 */
export function formOf(wire: unknown): string {
  if (Array.isArray(wire)) {
    const forms = [...new Set(wire.map(entryForm))].sort();
    return forms.length === 0 ? 'empty list' : `list of ${forms.join(' or ')}`;
  }
  if (!isRecord(wire)) return typeOf(wire);
  const forms = [...new Set(Object.values(wire).map(entryForm))].sort();
  return forms.length === 0 ? 'empty object' : `object of ${forms.join(' or ')}`;
}

const entryForm = (entry: unknown): string =>
  isRecord(entry)
    ? `{${Object.keys(entry)
        .sort()
        .slice(0, MOST_FIELDS)
        .map((name) => `${name}: ${typeOf(entry[name])}`)
        .join(', ')}}`
    : typeOf(entry);
