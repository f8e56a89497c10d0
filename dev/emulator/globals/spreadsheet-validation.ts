// SpreadsheetApp.DataValidation and its builder.
import type { ValidationRule } from '../spreadsheet/validation-rule';
import { createRange, refOf } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

/** Rules that scripts make; others a person makes by hand. The arguments are the criteria's values. */
const requirements = {
  requireCheckbox: 'CHECKBOX',
  requireDateAfter: 'DATE_AFTER',
  requireNumberBetween: 'NUMBER_BETWEEN',
  requireNumberGreaterThan: 'NUMBER_GREATER_THAN',
  requireValueInList: 'VALUE_IN_LIST',
};

const rules = new WeakMap<object, ValidationRule>();

const VALUE_IN_RANGE = 'VALUE_IN_RANGE';

export function createValidation(rule: ValidationRule): DataValidation {
  const made: Pick<DataValidation, 'getCriteriaValues'> = {
    // reference/spreadsheet/data-validation#getCriteriaValues: the arguments that the rule was made with, ranges as Range.
    getCriteriaValues: () =>
      rule.criteria === VALUE_IN_RANGE
        ? [createRange(rule.values[0] as RangeRef), ...rule.values.slice(1)]
        : [...rule.values],
  };
  const validation = made as DataValidation;
  rules.set(validation, rule);
  return validation;
}

export const ruleOf = (validation: DataValidation): ValidationRule => rules.get(validation) as ValidationRule;

// reference/spreadsheet/data-validation-builder#setAllowInvalid: new rules allow invalid data unless told otherwise.
export function validationBuilder(): Builder {
  let rule: ValidationRule = { criteria: '', values: [], allowInvalid: true, helpText: null };
  const set = (change: Partial<ValidationRule>): Builder => {
    rule = { ...rule, ...change };
    return builder;
  };
  const required = Object.entries(requirements).map(([method, criteria]) => [
    method,
    (...values: unknown[]) => set({ criteria, values }),
  ]);
  const builder = {
    build: () => createValidation(rule),
    setAllowInvalid: (allowInvalid: boolean) => set({ allowInvalid }),
    requireValueInRange: (range: GoogleAppsScript.Spreadsheet.Range, showDropdown = true) =>
      set({ criteria: VALUE_IN_RANGE, values: [refOf(range), showDropdown] }),
    ...Object.fromEntries(required),
  } as Builder;
  return builder;
}
