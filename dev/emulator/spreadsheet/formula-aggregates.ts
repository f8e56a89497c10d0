// Functions that make one value of many cells.
import type { EagerFunction, FormulaContext } from './formula-context';
import { parseCriterion } from './formula-criterion';
import { firstOf, gridOf } from './formula-operand';
import { compareValues, errors, isError, isGrid, isReference, toBoolean, toNumber } from './formula-value';
import type { ErrorValue, Grid, Operand, Value } from './formula-value';

/** Numbers of ranges count, texts in them do not; a text given directly has to be a number. */
function numbersOf(args: Operand[], context: FormulaContext): number[] | ErrorValue {
  const numbers: number[] = [];
  for (const arg of args) {
    if (!isReference(arg) && !isGrid(arg)) {
      const number = toNumber(arg);
      if (isError(number)) return number;
      if (arg !== null) numbers.push(number);
      continue;
    }
    for (const line of gridOf(arg, context)) {
      for (const value of line) {
        if (isError(value)) return value;
        if (typeof value === 'number') numbers.push(value);
      }
    }
  }
  return numbers;
}

function overNumbers(apply: (numbers: number[]) => Value): EagerFunction {
  return (args, context) => {
    const numbers = numbersOf(args, context);
    return isError(numbers) ? numbers : apply(numbers);
  };
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: number[]): Value => (numbers.length === 0 ? errors.division() : sum(numbers) / numbers.length);
const ascending = (numbers: number[]): number[] => numbers.toSorted((a, b) => a - b);

function median(numbers: number[]): Value {
  const half = numbers.length / 2;
  return half === 0 ? errors.number() : mean(ascending(numbers).slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

const largest = (numbers: number[]): number => numbers.reduce((most, each) => Math.max(most, each), -Infinity);
const smallest = (numbers: number[]): number => numbers.reduce((least, each) => Math.min(least, each), Infinity);

/** Values of the result range at the places where every criterion holds. */
function matching(result: Operand | undefined, pairs: Operand[], context: FormulaContext): Value[] | ErrorValue {
  const tests: { values: Grid; holds: (value: Value) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const criterion = firstOf(pairs[index + 1], context);
    tests.push({ values: gridOf(pairs[index], context), holds: parseCriterion(criterion) });
  }
  const base = tests[0]?.values ?? [];
  const taken = result === undefined ? base : gridOf(result, context);
  if (tests.some(({ values }) => values.length !== base.length))
    return errors.value('Array arguments are of different size.');
  const found: Value[] = [];
  base.forEach((line, row) =>
    line.forEach((_, column) => {
      if (tests.every(({ values, holds }) => holds(values[row]?.[column] ?? null))) {
        found.push(taken[row]?.[column] ?? null);
      }
    }),
  );
  return found;
}

function overMatching(read: 'result first' | 'result last' | 'count', apply: (found: Value[]) => Value): EagerFunction {
  return (args, context) => {
    let [result, pairs]: [Operand | undefined, Operand[]] = [undefined, args];
    if (read === 'result first') [result, ...pairs] = args;
    if (read === 'result last') [result, pairs] = [args[2], args.slice(0, 2)];
    const found = matching(result, pairs, context);
    return isError(found) ? found : apply(found);
  };
}

const onlyNumbers = (values: Value[]): number[] => values.filter((value) => typeof value === 'number');

function overTruths(apply: (truths: boolean[]) => boolean): EagerFunction {
  return (args, context) => {
    const truths: boolean[] = [];
    for (const value of args.flatMap((arg) => gridOf(arg, context).flat())) {
      if (value === null || value === '') continue;
      const truth = toBoolean(value);
      if (isError(truth)) return truth;
      truths.push(truth);
    }
    return truths.length === 0 ? errors.value() : apply(truths);
  };
}

const count = (check: (value: Value) => boolean): EagerFunction => {
  return (args, context) => args.flatMap((arg) => gridOf(arg, context).flat()).filter(check).length;
};

function ranked(pick: (sorted: number[], place: number) => number | undefined): EagerFunction {
  return ([range = null, place = null], context) => {
    const numbers = numbersOf([range], context);
    const index = toNumber(firstOf(place, context));
    if (isError(numbers)) return numbers;
    if (isError(index)) return index;
    return pick(ascending(numbers), index) ?? errors.number();
  };
}

const isUniqueAmong = (values: Value[]): Value[] => {
  const seen: Value[] = [];
  for (const value of values) {
    if (!seen.some((each) => compareValues(each, value) === 0)) seen.push(value);
  }
  return seen;
};

export const aggregates: Record<string, EagerFunction> = {
  SUM: overNumbers(sum),
  AVERAGE: overNumbers(mean),
  MAX: overNumbers((numbers) => (numbers.length === 0 ? 0 : largest(numbers))),
  MIN: overNumbers((numbers) => (numbers.length === 0 ? 0 : smallest(numbers))),
  MEDIAN: overNumbers(median),
  PRODUCT: overNumbers((numbers) => numbers.reduce((product, each) => product * each, 1)),
  COUNT: count((value) => typeof value === 'number'),
  COUNTA: count((value) => value !== null),
  COUNTUNIQUE: (args, context) =>
    isUniqueAmong(args.flatMap((arg) => gridOf(arg, context).flat()).filter((value) => value !== null)).length,
  AND: overTruths((truths) => truths.every(Boolean)),
  OR: overTruths((truths) => truths.some(Boolean)),
  LARGE: ranked((sorted, place) => sorted.at(-place)),
  SMALL: ranked((sorted, place) => sorted[place - 1]),
  RANK([value = null, range = null, isAscending = false], context) {
    const number = toNumber(firstOf(value, context));
    const numbers = numbersOf([range], context);
    if (isError(number)) return number;
    if (isError(numbers)) return numbers;
    if (!numbers.includes(number)) return errors.notAvailable();
    const before = isAscending ? numbers.filter((each) => each < number) : numbers.filter((each) => each > number);
    return before.length + 1;
  },
  SUMPRODUCT(args, context) {
    const grids = args.map((arg) => gridOf(arg, context));
    let total = 0;
    for (const [row, line] of (grids[0] ?? []).entries()) {
      for (const column of line.keys()) {
        let product = 1;
        for (const grid of grids) {
          const value = grid[row]?.[column];
          if (value === undefined) return errors.value('SUMPRODUCT has mismatched range sizes.');
          if (isError(value)) return value;
          product *= typeof value === 'number' ? value : Number(value === true);
        }
        total += product;
      }
    }
    return total;
  },
  COUNTIF: overMatching('count', (found) => found.length),
  COUNTIFS: overMatching('count', (found) => found.length),
  SUMIF: overMatching('result last', (found) => sum(onlyNumbers(found))),
  SUMIFS: overMatching('result first', (found) => sum(onlyNumbers(found))),
  AVERAGEIF: overMatching('result last', (found) => mean(onlyNumbers(found))),
  AVERAGEIFS: overMatching('result first', (found) => mean(onlyNumbers(found))),
  MAXIFS: overMatching('result first', (found) => Math.max(0, largest(onlyNumbers(found)))),
};
