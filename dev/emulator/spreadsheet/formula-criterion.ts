// The criteria of COUNTIF and its family: `>10`, `<>x`, `a*`, or a plain value.
import { compareValues, isError } from './formula-value';
import type { Value } from './formula-value';
import { parseEntry } from './typed-entry';

type Criterion = (value: Value) => boolean;

const comparisons: Record<string, (order: number) => boolean> = {
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
};

function wildcard(text: string): RegExp {
  const source = text
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/~([*?])|\*|\?/g, (found, literal?: string) => {
      if (literal) return `\\${literal}`;
      return found === '*' ? '.*' : '.';
    });
  return new RegExp(`^${source}$`, 'is');
}

function equals(operand: string): Criterion {
  if (operand === '') return (value) => value === null || value === '';
  const { value: typed } = parseEntry(operand, { locale: 'en_US', todaySerial: 0 });
  if (typed !== null && typeof typed !== 'string')
    return (value) => !isError(value) && value !== null && compareValues(value, typed) === 0;
  const pattern = wildcard(operand);
  return (value) => typeof value === 'string' && pattern.test(value);
}

export function parseCriterion(criterion: Value): Criterion {
  if (isError(criterion)) return () => false;
  if (criterion === null) return (value) => value === null || value === '';
  if (typeof criterion !== 'string')
    return (value) => !isError(value) && value !== null && compareValues(value, criterion) === 0;
  const [, operator = '=', operand = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(criterion) ?? [];
  if (operator === '<>') {
    const isEqual = equals(operand);
    return (value) => !isEqual(value);
  }
  const test = comparisons[operator];
  if (!test) return equals(operand);
  const { value: bound } = parseEntry(operand, { locale: 'en_US', todaySerial: 0 });
  // Only values of the bound's own kind are compared.
  return (value) => typeof value === typeof bound && test(compareValues(value, bound));
}
