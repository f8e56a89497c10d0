/** Functions of Sheets that Univer lacks, or has otherwise: the emulator's own, so that page and document agree. */
import type { BaseValueObject, FunctionVariantType } from '@univerjs/preset-sheets-core';
import { BaseFunction } from '@univerjs/preset-sheets-core';
import type { FormulaContext } from '../../emulator/spreadsheet/formula-context';
import { lookups } from '../../emulator/spreadsheet/formula-lookups';
import { scalars } from '../../emulator/spreadsheet/formula-scalars';
import { broadcast, isError, type Grid, type Value } from '../../emulator/spreadsheet/formula-value';
import { calculated, toArgument, toResult } from './formula-values';

/** None of these looks at where it stands. */
const NOWHERE = {} as FormulaContext;

const gridOf = (variant: FunctionVariantType, timeZone: string): Grid => {
  const given = toArgument(variant, timeZone);
  return (Array.isArray(given) ? given : [[given]]) as Grid;
};

const shown = (value: Value): unknown =>
  isError(value) ? { error: { display: value.code, note: value.note } } : (value ?? '');

const resultOf = (timeZone: string, work: () => Grid): BaseValueObject =>
  calculated(() => {
    const rows = work().map((row) => row.map(shown));
    return toResult(rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows, timeZone);
  });

/** RE2 begins with its flags, and takes each text with each pattern. */
const BY_ELEMENT = ['REGEXMATCH', 'REGEXREPLACE'];

export function sheetsFunctions(timeZone: string): BaseFunction[] {
  class ByElement extends BaseFunction {
    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      return resultOf(timeZone, () =>
        broadcast(
          variants.map((variant) => gridOf(variant, timeZone)),
          (...values) => scalars[String(this.name)]?.(values, NOWHERE) ?? null,
        ),
      );
    }
  }
  class Split extends BaseFunction {
    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      return resultOf(timeZone, () => {
        const parts = lookups['SPLIT']?.(
          variants.map((variant) => gridOf(variant, timeZone)),
          NOWHERE,
        );
        return Array.isArray(parts) ? (parts as Grid) : [[parts as Value]];
      });
    }
  }
  return [...BY_ELEMENT.map((name) => new ByElement(name)), new Split('SPLIT')];
}
