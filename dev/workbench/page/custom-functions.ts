/**
 * The add-on's custom functions in Univer's formula engine, called as Sheets calls them: all at once, "Loading..." until
 * the answer is there, the last answer kept until the formula or its arguments change. A function is synchronous for
 * the engine (its own async functions run one after the other, and an uncaught rejection kills it for good): it looks
 * for an answer, and what is asked for anew makes its cell dirty when it comes.
 */
import { CommandType } from '@univerjs/core';
import type { BaseValueObject, ErrorType, FunctionVariantType } from '@univerjs/preset-sheets-core';
import { BaseFunction, ErrorValueObject, FunctionType, StringValueObject } from '@univerjs/preset-sheets-core';
import { decode, encode } from '../../emulator/wire';
import type { CellAnswer, CustomFunction } from '../protocol';
import { calculated, loadingText, toArgument, toResult } from './formula-values';
import { sheetsFunctions } from './sheets-functions';
import type { SheetsComponent } from './univer';

/** Rows and columns count from 0, as Univer's do. */
export interface Position {
  unitId: string;
  sheetId: string;
  row: number;
  column: number;
}

export interface CustomFunctions {
  /** The sentence behind the error that this cell shows, if a custom function threw one. */
  noteAt(at: Omit<Position, 'unitId'>): string | undefined;
  /** The formula of this cell was written anew: the next calculation calls its functions again. */
  forget(at: Omit<Position, 'unitId'>): void;
  /** Calls every custom function of a sheet again, as Sheets does when rows are inserted or deleted. */
  rerun(univerSheetId: string): void;
  /** Calls on their way. */
  loading(): number;
}

/** args: encoded by dev/emulator/wire. A promise that never rejects. */
export type CallServer = (name: string, args: string) => Promise<CellAnswer>;

const answeredOperation = 'workbench.operation.answered';
const cellKey = ({ sheetId, row, column }: Omit<Position, 'unitId'>) => `${sheetId}/${row}/${column}`;

export function registerCustomFunctions(
  { commands, dirty, functions, descriptions, formulas }: SheetsComponent,
  list: CustomFunction[],
  timeZone: string,
  callServer: CallServer,
): CustomFunctions {
  /** By cell, then by call; null while it is on its way. */
  const answers = new Map<string, Map<string, CellAnswer | null>>();
  /** The latest error of each cell; it outlives the error, so ask only for cells that show one. */
  const notes = new Map<string, string>();
  let callsOnTheirWay = 0;
  const ownNames = new RegExp(`\\b(${list.map(({ name }) => name).join('|')})\\(`, 'i');

  commands.registerCommand({ id: answeredOperation, type: CommandType.OPERATION, handler: () => true });
  dirty.register(answeredOperation, {
    commandId: answeredOperation,
    getDirtyData: ({ params }) => {
      const { unitId, sheetId, row, column } = params as unknown as Position;
      const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      return { dirtyRanges: [{ unitId, sheetId, range }], clearDependencyTreeCache: {} };
    },
  });

  async function ask(at: Position, name: string, args: string, calls: Map<string, CellAnswer | null>): Promise<void> {
    const call = `${name} ${args}`;
    calls.set(call, null);
    callsOnTheirWay += 1;
    const answer = await callServer(name, args);
    callsOnTheirWay -= 1;
    calls.set(call, answer);
    void commands.executeCommand(answeredOperation, at);
  }

  class CustomFunctionExecutor extends BaseFunction {
    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      return calculated(() => {
        const args = encode(variants.map((variant) => toArgument(variant, timeZone)));
        const at = { unitId: this.unitId ?? '', sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
        const key = cellKey(at);
        const calls = answers.get(key) ?? new Map<string, CellAnswer | null>();
        answers.set(key, calls);
        const name = String(this.name);
        const answer = calls.get(`${name} ${args}`);
        if (answer === undefined) void ask(at, name, args, calls);
        if (!answer) return ErrorValueObject.create(loadingText);
        if ('error' in answer) {
          notes.set(key, answer.error.note);
          return ErrorValueObject.create(answer.error.display as ErrorType);
        }
        return toResult(decode(answer.value), timeZone);
      });
    }
  }

  /** Sheets' ARRAYFORMULA: our functions and Univer's operators take whole ranges anyway. */
  class ArrayFormula extends BaseFunction {
    override calculate(variant?: FunctionVariantType): BaseValueObject {
      return (variant as BaseValueObject | undefined) ?? StringValueObject.create('');
    }
  }

  functions.registerExecutors(
    ...list.map(({ name }) => new CustomFunctionExecutor(name)),
    new ArrayFormula('ARRAYFORMULA'),
    ...sheetsFunctions(timeZone),
  );
  descriptions.registerDescriptions(
    list.map(({ name, description, parameters }) => ({
      functionName: name,
      functionType: FunctionType.User,
      description,
      abstract: description,
      // Sheets knows neither optional nor repeated parameters of a custom function, so none is marked here.
      functionParameter: parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description,
        example: parameter.name,
        require: 1,
        repeat: 0,
      })),
    })),
  );

  return {
    noteAt: (at) => notes.get(cellKey(at)),
    forget: (at) => {
      answers.delete(cellKey(at));
      notes.delete(cellKey(at));
    },
    rerun(sheetId) {
      for (const [key] of answers) if (key.startsWith(`${sheetId}/`)) answers.delete(key);
      // The engine has moved the formulas by the time the microtasks are through.
      setTimeout(() => {
        for (const [unitId, sheetsOf] of Object.entries(formulas.getFormulaData())) {
          for (const [row, line] of Object.entries(sheetsOf?.[sheetId] ?? {})) {
            for (const [column, item] of Object.entries(line ?? {})) {
              if (!ownNames.test((item as { f?: string } | null)?.f ?? '')) continue;
              const at: Position = { unitId, sheetId, row: Number(row), column: Number(column) };
              void commands.executeCommand(answeredOperation, at);
            }
          }
        }
      });
    },
    loading: () => callsOnTheirWay,
  };
}
