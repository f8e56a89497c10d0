// The package ships no types; this names what the emulator uses of it.
declare module 'fast-formula-parser' {
  export interface CellReference {
    sheet?: string | undefined;
    row: number;
    col: number;
  }
  export interface RangeReference {
    sheet?: string | undefined;
    from: { row: number; col: number };
    to: { row: number; col: number };
  }
  export class FormulaErrorValue extends Error {
    constructor(code: string, message?: string);
    readonly error: string;
  }
  export default class FormulaParser {
    constructor(config: {
      onCell(reference: CellReference): unknown;
      onRange(reference: RangeReference): unknown[][];
      functions?: Record<string, (...args: unknown[]) => unknown>;
    });
    static SSF: { format(pattern: string, value: number | string): string };
    static FormulaError: typeof FormulaErrorValue &
      Record<'DIV0' | 'NA' | 'NAME' | 'NUM' | 'REF' | 'VALUE', FormulaErrorValue>;
    functions: Record<string, (...args: never[]) => unknown>;
    position: { row: number; col: number; sheet: string } | undefined;
    callFunction(name: string, args: unknown[]): unknown;
  }
}
