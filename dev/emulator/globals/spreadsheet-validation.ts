// SpreadsheetApp.DataValidation and its builder.
import { formatA1 } from '../spreadsheet/a1';
import type { ValidationRule } from '../spreadsheet/validation-rule';
import { enumValue } from './spreadsheet-enums';
import { nameOf, refOf } from './spreadsheet-host';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** requireNumberBetween and its like, by their criteria; the arguments are the criteria's values. */
const requirements: Record<string, string> = {
  requireCheckbox: 'CHECKBOX',
  requireDate: 'DATE_IS_VALID_DATE',
  requireDateAfter: 'DATE_AFTER',
  requireDateBefore: 'DATE_BEFORE',
  requireDateBetween: 'DATE_BETWEEN',
  requireDateEqualTo: 'DATE_EQUAL_TO',
  requireDateNotBetween: 'DATE_NOT_BETWEEN',
  requireDateOnOrAfter: 'DATE_ON_OR_AFTER',
  requireDateOnOrBefore: 'DATE_ON_OR_BEFORE',
  requireFormulaSatisfied: 'CUSTOM_FORMULA',
  requireNumberBetween: 'NUMBER_BETWEEN',
  requireNumberEqualTo: 'NUMBER_EQUAL_TO',
  requireNumberGreaterThan: 'NUMBER_GREATER_THAN',
  requireNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  requireNumberLessThan: 'NUMBER_LESS_THAN',
  requireNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  requireNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  requireNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  requireTextContains: 'TEXT_CONTAINS',
  requireTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  requireTextEqualTo: 'TEXT_EQUAL_TO',
  requireTextIsEmail: 'TEXT_IS_VALID_EMAIL',
  requireTextIsUrl: 'TEXT_IS_VALID_URL',
  requireValueInList: 'VALUE_IN_LIST',
};

/** A rule as the script's object keeps it: ranges by their text. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'getA1Notation' in value ? formatA1(refOf(value as Range)) : value;

class ScriptValidation {
  readonly rule: ValidationRule;
  constructor(rule: ValidationRule) {
    this.rule = rule;
  }
  copy(): Builder {
    return validationBuilder({ ...this.rule });
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return enumValue('DataValidationCriteria', this.rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return [...this.rule.values];
  }
  getHelpText(): string {
    return this.rule.helpText as string;
  }
}

export function createValidation(rule: ValidationRule): DataValidation {
  const validation: DataValidation = new ScriptValidation(rule);
  return validation;
}

export function ruleOf(validation: DataValidation): ValidationRule {
  return (validation as ScriptValidation).rule;
}

// reference/spreadsheet/data-validation-builder#setAllowInvalid: new rules allow invalid data unless told otherwise.
export function validationBuilder(
  rule: ValidationRule = { criteria: '', values: [], allowInvalid: true, helpText: null },
): Builder {
  let current = rule;
  const set = (change: Partial<ValidationRule>): Builder => {
    current = { ...current, ...change };
    return builder;
  };
  const fixed = {
    build: () => createValidation(current),
    copy: () => validationBuilder({ ...current }),
    getAllowInvalid: () => current.allowInvalid,
    getCriteriaType: () => createValidation(current).getCriteriaType(),
    getCriteriaValues: () => [...current.values],
    getHelpText: () => current.helpText,
    setAllowInvalid: (allowInvalid: boolean) => set({ allowInvalid }),
    setHelpText: (helpText: string) => set({ helpText }),
    requireValueInRange: (range: Range, ...more: unknown[]) =>
      set({ criteria: 'VALUE_IN_RANGE', values: [plain(range), ...more] }),
    withCriteria: (criteria: unknown, args: unknown[]) => set({ criteria: nameOf(criteria), values: args.map(plain) }),
  };
  const required = Object.fromEntries(
    Object.entries(requirements).map(([method, criteria]) => [
      method,
      (...values: unknown[]) => set({ criteria, values }),
    ]),
  );
  const builder = { ...fixed, ...required } as unknown as Builder;
  return builder;
}
