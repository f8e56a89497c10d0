// Evaluates the tree of a formula.
import { aggregates } from './formula-aggregates';
import { conditionals } from './formula-conditionals';
import type { FormulaContext } from './formula-context';
import { PendingCall } from './formula-context';
import { lookups } from './formula-lookups';
import { gridOf, isMany, singleOf } from './formula-operand';
import { negate, operators } from './formula-operators';
import { scalars } from './formula-scalars';
import { instantFromSerial } from './serial-date';
import type { FormulaNode } from './formula-syntax';
import { walkFormula } from './formula-syntax';
import { broadcast, errors, isError, isGrid, isReference, toNumber } from './formula-value';
import type { Grid, Operand, Value } from './formula-value';

/** Functions whose arguments are worked out element by element, as within ARRAYFORMULA. */
const arrayContexts = new Set(['ARRAYFORMULA', 'FILTER', 'SUMPRODUCT', 'SORT', 'INDEX', 'XLOOKUP']);

/** A custom function gets their serial numbers as a Date. */
export const dateFunctions = new Set(['TODAY', 'NOW', 'DATE']);

export function isBuiltIn(name: string): boolean {
  return name in conditionals || name in aggregates || name in lookups || name in scalars;
}

function mapped(operands: Operand[], context: FormulaContext, apply: (...values: Value[]) => Value): Operand {
  if (context.isArray && operands.some(isMany)) {
    return broadcast(
      operands.map((operand) => gridOf(operand, context)),
      apply,
    );
  }
  return apply(...operands.map((operand) => singleOf(operand, context)));
}

function callCustom(name: string, args: (FormulaNode | null)[], context: FormulaContext): Operand {
  const given = args.map((arg): unknown => {
    if (!arg) return '';
    walkFormula(arg, (node) => {
      // It changes each time: a custom function that is handed one shows Loading... for ever.
      if (node.type === 'call' && node.name === 'NOW') throw new PendingCall('A volatile argument.');
    });
    const operand = evaluateNode(arg, context);
    if (isReference(operand)) return context.scriptValues(operand);
    const isDate = arg.type === 'call' && dateFunctions.has(arg.name);
    const toScript = (value: Value): unknown => {
      if (isError(value)) return value.code;
      if (isDate && typeof value === 'number') return new Date(instantFromSerial(value, context.timeZone));
      return value ?? '';
    };
    if (!isGrid(operand)) return toScript(operand);
    const values = operand.map((line) => line.map(toScript));
    return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
  });
  return context.custom(name, given);
}

function call(name: string, args: (FormulaNode | null)[], outer: FormulaContext): Operand {
  const lazy = conditionals[name];
  if (lazy) return lazy(args, outer, evaluateNode);
  const context = arrayContexts.has(name) ? { ...outer, isArray: true } : outer;
  const eager = aggregates[name] ?? lookups[name];
  const scalar = scalars[name];
  if (!eager && !scalar) return callCustom(name, args, context);
  const operands = args.map((arg) => (arg ? evaluateNode(arg, context) : null));
  if (eager) return eager(operands, context);
  return mapped(operands, context, (...values) => scalar?.(values, context) ?? null);
}

export function evaluateNode(node: FormulaNode, context: FormulaContext): Operand {
  switch (node.type) {
    case 'number':
    case 'string':
    case 'boolean':
      return node.value;
    case 'error':
      return { code: node.code, note: '' };
    case 'reference':
      return context.resolve(node.reference) ?? errors.reference();
    case 'name':
      return context.lookUp(node.name) ?? { code: '#NAME?', note: `Unknown range name: '${node.name.toUpperCase()}'.` };
    case 'unary': {
      const operand = evaluateNode(node.operand, context);
      return node.operator === '-' ? mapped([operand], context, (value = null) => negate(value)) : operand;
    }
    case 'percent':
      return mapped([evaluateNode(node.operand, context)], context, (value = null) => {
        const number = toNumber(value);
        return isError(number) ? number : number / 100;
      });
    case 'binary': {
      const operands = [evaluateNode(node.left, context), evaluateNode(node.right, context)];
      const operator = operators[node.operator];
      if (!operator) return errors.value();
      return mapped(operands, context, (left = null, right = null) => operator(left, right, context.locale));
    }
    case 'array':
      return joinArray(node.rows, context);
    case 'call':
      return call(node.name, node.args, context);
  }
}

/** `{A1:B2; C1:D2}`: blocks beside and below each other. */
function joinArray(rows: FormulaNode[][], context: FormulaContext): Operand {
  const result: Grid = [];
  for (const items of rows) {
    const blocks = items.map((item) => gridOf(evaluateNode(item, context), context));
    const height = blocks[0]?.length ?? 0;
    if (blocks.some((block) => block.length !== height)) {
      return errors.value('Function ARRAY_ROW parameter has mismatched row size.');
    }
    for (let line = 0; line < height; line += 1) result.push(blocks.flatMap((block) => block[line] ?? []));
  }
  const width = result[0]?.length ?? 0;
  return result.every((line) => line.length === width)
    ? result
    : errors.value('In ARRAY_LITERAL, an Array Literal was missing values for one or more rows.');
}
