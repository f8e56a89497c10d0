// Data validation: the rule as kept, and whether a value breaks it.

export interface ValidationRule {
  /** Name of SpreadsheetApp.DataValidationCriteria. */
  criteria: string;
  /** Numbers, texts, serial dates, or the A1 text of a range. */
  values: unknown[];
  /** false: a value that breaks the rule is refused; true: it is only flagged. */
  allowInvalid: boolean;
  helpText: string | null;
}

type Check = (value: number | string | boolean, values: unknown[]) => boolean;

const numeric =
  (test: (value: number, values: number[]) => boolean): Check =>
  (value, values) =>
    typeof value === 'number' && test(value, values as number[]);

const between = numeric((value, [low = 0, high = 0]) => value >= low && value <= high);
const greater = numeric((value, [bound = 0]) => value > bound);
const less = numeric((value, [bound = 0]) => value < bound);

/** Rules whose meaning the emulator knows; others (texts, custom formulas, ranges) accept everything. */
const checks: Record<string, Check> = {
  NUMBER_BETWEEN: between,
  NUMBER_GREATER_THAN: greater,
  NUMBER_LESS_THAN: less,
  DATE_AFTER: greater,
  VALUE_IN_LIST: (value, values) => (values[0] as unknown[]).some((item) => String(item) === String(value)),
  CHECKBOX: (value, values) => (values.length > 0 ? values.includes(value) : typeof value === 'boolean'),
};

/** A blank breaks no rule. */
export function breaksRule(value: number | string | boolean | null, rule: ValidationRule): boolean {
  if (value === null || rule.allowInvalid) return false;
  const check = checks[rule.criteria];
  return check !== undefined && !check(value, rule.values);
}
