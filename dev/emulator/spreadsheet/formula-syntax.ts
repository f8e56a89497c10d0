// From tokens to a tree. The argument separator is `;` everywhere, `,` too where the decimal mark is a point.
import type { LocaleConventions } from './locale-conventions';
import { FormulaParseError, tokenize } from './formula-tokens';
import type { ReferenceText, Token, TokenKind } from './formula-tokens';

export type FormulaNode =
  | { type: 'number'; value: number }
  | { type: 'string'; value: string }
  | { type: 'boolean'; value: boolean }
  | { type: 'error'; code: string }
  | { type: 'reference'; reference: ReferenceText }
  | { type: 'name'; name: string }
  | { type: 'call'; name: string; args: (FormulaNode | null)[] }
  | { type: 'unary'; operator: '+' | '-'; operand: FormulaNode }
  | { type: 'percent'; operand: FormulaNode }
  | { type: 'binary'; operator: string; left: FormulaNode; right: FormulaNode }
  | { type: 'array'; rows: FormulaNode[][] };

const precedence: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 6,
};

/** @throws FormulaParseError */
export function parseFormula(formula: string, conventions: LocaleConventions): FormulaNode {
  const body = formula.startsWith('=') ? formula.slice(1) : formula;
  const tokens = tokenize(body, conventions).filter(({ kind }) => kind !== 'space');
  let next = 0;

  const peek = (): Token | undefined => tokens[next];
  const take = (kind: TokenKind): Token | undefined => (peek()?.kind === kind ? tokens[next++] : undefined);
  const need = (kind: TokenKind): Token => {
    const token = take(kind);
    if (!token) throw new FormulaParseError(`Formula parse error: expected ${kind} at token ${next + 1}.`);
    return token;
  };

  function args(): (FormulaNode | null)[] {
    need('open');
    if (take('close')) return [];
    const list: (FormulaNode | null)[] = [];
    for (;;) {
      const kind = peek()?.kind;
      list.push(kind === 'separator' || kind === 'rowSeparator' || kind === 'close' ? null : binary(0));
      if (take('close')) return list;
      if (!take('separator')) need('rowSeparator');
    }
  }

  function array(): FormulaNode {
    need('openArray');
    const rows: FormulaNode[][] = [[]];
    if (take('closeArray')) return { type: 'array', rows };
    for (;;) {
      rows.at(-1)?.push(binary(0));
      if (take('closeArray')) return { type: 'array', rows };
      if (take('rowSeparator')) rows.push([]);
      else if (!take('separator')) need('columnSeparator');
    }
  }

  function primary(): FormulaNode {
    const token = peek();
    if (!token) throw new FormulaParseError('Formula parse error: unexpected end.');
    if (token.kind === 'openArray') return array();
    next += 1;
    if (token.kind === 'number') {
      return { type: 'number', value: Number(token.text.replace(conventions.decimalMark, '.')) };
    }
    if (token.kind === 'string') return { type: 'string', value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token.kind === 'boolean') return { type: 'boolean', value: token.text.toUpperCase() === 'TRUE' };
    if (token.kind === 'error') return { type: 'error', code: token.text.toUpperCase() };
    if (token.reference) return { type: 'reference', reference: token.reference };
    if (token.kind === 'function') return { type: 'call', name: token.text.toUpperCase(), args: args() };
    if (token.kind === 'name') return { type: 'name', name: token.text };
    if (token.kind === 'open') {
      const inner = binary(0);
      need('close');
      return inner;
    }
    throw new FormulaParseError(`Formula parse error at "${token.text}".`);
  }

  function unary(): FormulaNode {
    const token = peek();
    if (token?.kind === 'operator' && (token.text === '-' || token.text === '+')) {
      next += 1;
      return { type: 'unary', operator: token.text, operand: unary() };
    }
    let node = primary();
    while (take('percent')) node = { type: 'percent', operand: node };
    return node;
  }

  function binary(least: number): FormulaNode {
    let left = unary();
    for (;;) {
      const token = peek();
      const strength = token?.kind === 'operator' ? (precedence[token.text] ?? 0) : 0;
      if (!token || strength === 0 || strength <= least) return left;
      next += 1;
      left = { type: 'binary', operator: token.text, left, right: binary(strength) };
    }
  }

  const tree = binary(0);
  const rest = peek();
  if (rest) throw new FormulaParseError(`Formula parse error at "${rest.text}".`);
  return tree;
}

/** Visits a tree, parents first. */
export function walkFormula(node: FormulaNode, visit: (node: FormulaNode) => void): void {
  visit(node);
  if (node.type === 'call') for (const arg of node.args) if (arg) walkFormula(arg, visit);
  if (node.type === 'array') for (const row of node.rows) for (const item of row) walkFormula(item, visit);
  if (node.type === 'unary' || node.type === 'percent') walkFormula(node.operand, visit);
  if (node.type === 'binary') {
    walkFormula(node.left, visit);
    walkFormula(node.right, visit);
  }
}
