// A formula parsed once: its tree, what it refers to and whether that can be known beforehand.
import { FormulaParseError } from './formula-tokens';
import type { ReferenceText } from './formula-tokens';
import { parseFormula, walkFormula } from './formula-syntax';
import type { FormulaNode } from './formula-syntax';
import { localeConventions } from './locale-conventions';

export interface FormulaProgram {
  /** null where the formula does not parse. */
  node: FormulaNode | null;
  references: ReferenceText[];
  names: string[];
  /** Its value may change with any change, or by itself. */
  isVolatile: boolean;
}

const volatileFunctions = new Set(['NOW', 'INDIRECT', 'OFFSET']);
const cacheLimit = 20_000;
const programs = new Map<string, FormulaProgram>();

function read(formula: string, locale: string): FormulaProgram {
  const program: FormulaProgram = { node: null, references: [], names: [], isVolatile: false };
  try {
    program.node = parseFormula(formula, localeConventions(locale));
  } catch (error) {
    if (error instanceof FormulaParseError) return program;
    throw error;
  }
  walkFormula(program.node, (node) => {
    if (node.type === 'reference') program.references.push(node.reference);
    if (node.type === 'name') program.names.push(node.name);
    if (node.type === 'call' && volatileFunctions.has(node.name)) program.isVolatile = true;
  });
  return program;
}

export function formulaProgram(formula: string, locale: string): FormulaProgram {
  const key = `${locale} ${formula}`;
  let program = programs.get(key);
  if (!program) {
    if (programs.size >= cacheLimit) programs.clear();
    program = read(formula, locale);
    programs.set(key, program);
  }
  return program;
}
