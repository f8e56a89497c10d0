import { badInput } from '../core/error';
import { isBlank } from '../core/text';
import { typedField, type FieldRequest } from '../schema/profile';
import { toCells } from '../sheet/cell';
import { FORMULA } from '../schema/said-text';

const MOST_FIELDS = 100;
const LONGEST_PATH = 200;

/** Texts separated by commas (or semicolons), or the cells of a range; blanks are left out. */
export function textList(value: unknown, separator = /[,;\n]/): string[] {
  return toCells(value)
    .flat()
    .flatMap((cell) => (isBlank(cell) ? [] : String(cell).split(separator)))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** The fields named in a formula. Throws `badInput`. */
export function fieldList(value: unknown, fallback: string): FieldRequest[] {
  if (
    toCells(value)
      .flat()
      .some((cell) => !isBlank(cell) && typeof cell !== 'string')
  )
    throw badInput(FORMULA.fieldText);
  const texts = textList(value);
  if (texts.length > MOST_FIELDS) throw badInput(FORMULA.manyFields(MOST_FIELDS));
  const long = texts.find((text) => text.length > LONGEST_PATH);
  if (long !== undefined) throw badInput(FORMULA.longField(long.slice(0, 40)));
  return (texts.length > 0 ? texts : textList(fallback)).map(typedField);
}
