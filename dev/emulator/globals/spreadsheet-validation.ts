// SpreadsheetApp.DataValidation and its builder.
import type { ValidationRule } from '../spreadsheet/validation-rule';

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

export function createValidation(rule: ValidationRule): DataValidation {
  const validation = {} as DataValidation;
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
    ...Object.fromEntries(required),
  } as Builder;
  return builder;
}
