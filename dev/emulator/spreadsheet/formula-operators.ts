// Operators over single values.
import { compareValues, errors, isError, toNumber, toText } from './formula-value';
import type { Value } from './formula-value';

type Operator = (left: Value, right: Value, locale: string) => Value;

function arithmetic(apply: (left: number, right: number) => number): Operator {
  return (left, right) => {
    const a = toNumber(left);
    if (isError(a)) return a;
    const b = toNumber(right);
    if (isError(b)) return b;
    const result = apply(a, b);
    return Number.isFinite(result) ? result : errors.number();
  };
}

function comparison(test: (order: number) => boolean): Operator {
  return (left, right) => {
    if (isError(left)) return left;
    if (isError(right)) return right;
    return test(compareValues(left, right));
  };
}

const divide = arithmetic((left, right) => left / right);

export const operators: Record<string, Operator> = {
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': (left, right, locale) =>
    toNumber(right) === 0 && !isError(left) ? errors.division() : divide(left, right, locale),
  '^': arithmetic((left, right) => left ** right),
  '&': (left, right, locale) => {
    const a = toText(left, locale);
    const b = toText(right, locale);
    if (isError(a)) return a;
    return isError(b) ? b : a + b;
  },
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
};

export function negate(value: Value): Value {
  const number = toNumber(value);
  return isError(number) ? number : -number;
}
