// Functions that evaluate only the arguments they need: what stands in the branch not taken is not called, nor paid for.
import type { Evaluate, FormulaContext, LazyFunction } from './formula-context';
import type { FormulaNode } from './formula-syntax';
import { firstOf, gridOf, isMany } from './formula-operand';
import { broadcast, compareValues, errors, isError, isGrid, isReference, toBoolean } from './formula-value';
import type { Operand, Value } from './formula-value';

const orBlank = (node: FormulaNode | null | undefined, context: FormulaContext, evaluate: Evaluate): Operand =>
  node ? evaluate(node, context) : null;

/** IFERROR and IFNA: passes arrays through, element by element. */
function otherwise(catches: (value: Value) => boolean): LazyFunction {
  return ([tried, fallback], context, evaluate) => {
    const operand = orBlank(tried, context, evaluate);
    const isArray = isGrid(operand) || (context.isArray && isMany(operand));
    if (!isArray) {
      return catches(firstOf(operand, context)) ? orBlank(fallback, context, evaluate) : operand;
    }
    const values = gridOf(operand, context);
    if (!values.some((line) => line.some(catches))) return values;
    const replacement = gridOf(orBlank(fallback, context, evaluate), context);
    return broadcast([values, replacement], (value = null, other = null) => (catches(value) ? other : value));
  };
}

function choose(condition: Value, yes: () => Operand, no: () => Operand): Operand {
  const truth = toBoolean(condition);
  if (isError(truth)) return truth;
  return truth ? yes() : no();
}

function test(check: (value: Value) => boolean): LazyFunction {
  return ([node], context, evaluate) => {
    const operand = orBlank(node, context, evaluate);
    if (context.isArray && isMany(operand)) return gridOf(operand, context).map((line) => line.map(check));
    return check(firstOf(operand, context));
  };
}

export const conditionals: Record<string, LazyFunction> = {
  IF([condition, yes, no], context, evaluate) {
    const operand = orBlank(condition, context, evaluate);
    const whenTrue = () => orBlank(yes, context, evaluate);
    const whenFalse = () => (no === undefined ? false : orBlank(no, context, evaluate));
    if (!(context.isArray && isMany(operand))) return choose(firstOf(operand, context), whenTrue, whenFalse);
    const grids = [operand, whenTrue(), whenFalse()].map((each) => gridOf(each, context));
    return broadcast(
      grids,
      (truth = null, one = null, other = null) =>
        choose(
          truth,
          () => one,
          () => other,
        ) as Value,
    );
  },
  IFS(args, context, evaluate) {
    for (let index = 0; index + 1 < args.length; index += 2) {
      const truth = toBoolean(firstOf(orBlank(args[index], context, evaluate), context));
      if (isError(truth)) return truth;
      if (truth) return orBlank(args[index + 1], context, evaluate);
    }
    return errors.notAvailable('No match.');
  },
  SWITCH([subject, ...cases], context, evaluate) {
    const value = firstOf(orBlank(subject, context, evaluate), context);
    if (isError(value)) return value;
    for (let index = 0; index + 1 < cases.length; index += 2) {
      const each = firstOf(orBlank(cases[index], context, evaluate), context);
      if (!isError(each) && compareValues(value, each) === 0) return orBlank(cases[index + 1], context, evaluate);
    }
    return cases.length % 2 === 1 ? orBlank(cases.at(-1), context, evaluate) : errors.notAvailable('No match.');
  },
  IFERROR: otherwise(isError),
  IFNA: otherwise((value) => isError(value) && value.code === '#N/A'),
  ISERROR: test(isError),
  ISNA: test((value) => isError(value) && value.code === '#N/A'),
  // An empty text is no blank.
  ISBLANK: test((value) => value === null),
  ISTEXT: test((value) => typeof value === 'string'),
  ISNUMBER: test((value) => typeof value === 'number'),
  ARRAYFORMULA([inner], context, evaluate) {
    const operand = orBlank(inner, { ...context, isArray: true }, evaluate);
    return isReference(operand) ? context.values(operand) : operand;
  },
};
