import { badInput } from '../core/error';
import { isBlank } from '../core/text';
import { isCells } from '../sheet/cell';
import { textList } from './field-list';
import { FORMULA } from '../schema/said-text';

/**
 * Filters as a formula gives them: `country=Germany; followerMin=10000; keywords=personal trainer, fitness coach`, or a
 * range of two columns, name and value. Nothing means no filter. Throws `badInput`.
 */
export function filterArgument(value: unknown): Record<string, unknown> {
  const filters: Record<string, unknown> = {};
  for (const [name, content] of isCells(value) && (value[0]?.length ?? 0) > 1 ? rowsOf(value) : pairsOf(value)) {
    const known = Object.keys(filters).find((each) => each.toLowerCase() === name.toLowerCase());
    if (known !== undefined) throw badInput(FORMULA.twice(name.slice(0, 40)));
    filters[name] = content;
  }
  return filters;
}

/** A whole number beside filters; NaN for a text such as `1.000`, which is a thousand to some and one to others. */
export const wholeArgument = (value: unknown): number =>
  typeof value === 'number' || /^\s*\d+\s*$/.test(String(value)) ? Number(value) : Number.NaN;

const rowsOf = (rows: readonly unknown[][]): [string, unknown][] =>
  rows.flatMap(([name, content]): [string, unknown][] => (isBlank(name) ? [] : [[String(name).trim(), content]]));

const pairsOf = (value: unknown): [string, unknown][] =>
  textList(value, /[;\n]|,(?=\s*[a-z]+\s*=)/i).map((part) => {
    const at = part.indexOf('=');
    if (at < 1) throw badInput(FORMULA.noFilter(part.slice(0, 40)));
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
