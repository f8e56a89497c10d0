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

const textual =
  (test: (text: string, part: string) => boolean): Check =>
  (value, values) =>
    test(String(value).toLowerCase(), String(values[0]).toLowerCase());

const between = numeric((value, [low = 0, high = 0]) => value >= low && value <= high);
const greater = numeric((value, [bound = 0]) => value > bound);
const less = numeric((value, [bound = 0]) => value < bound);
const equal = numeric((value, [bound = 0]) => value === bound);

/** Rules whose meaning the emulator knows; others (custom formulas, ranges) accept everything. */
const checks: Record<string, Check> = {
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: (value, values) => typeof value === 'number' && !between(value, values),
  NUMBER_EQUAL_TO: equal,
  NUMBER_NOT_EQUAL_TO: (value, values) => typeof value === 'number' && !equal(value, values),
  NUMBER_GREATER_THAN: greater,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, values) => greater(value, values) || equal(value, values),
  NUMBER_LESS_THAN: less,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (value, values) => less(value, values) || equal(value, values),
  DATE_BETWEEN: between,
  DATE_AFTER: greater,
  DATE_BEFORE: less,
  DATE_ON_OR_AFTER: (value, values) => greater(value, values) || equal(value, values),
  DATE_ON_OR_BEFORE: (value, values) => less(value, values) || equal(value, values),
  DATE_EQUAL_TO: equal,
  DATE_IS_VALID_DATE: (value) => typeof value === 'number',
  TEXT_CONTAINS: textual((text, part) => text.includes(part)),
  TEXT_DOES_NOT_CONTAIN: textual((text, part) => !text.includes(part)),
  TEXT_EQUAL_TO: textual((text, part) => text === part),
  TEXT_IS_VALID_EMAIL: (value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value)),
  TEXT_IS_VALID_URL: (value) => /^(?:https?:\/\/)?[^\s.]+\.\S+$/.test(String(value)),
  VALUE_IN_LIST: (value, values) => (values[0] as unknown[]).some((item) => String(item) === String(value)),
  CHECKBOX: (value, values) => (values.length > 0 ? values.includes(value) : typeof value === 'boolean'),
};

/** A blank breaks no rule. */
export function breaksRule(value: number | string | boolean | null, rule: ValidationRule): boolean {
  if (value === null || rule.allowInvalid) return false;
  const check = checks[rule.criteria];
  return check !== undefined && !check(value, rule.values);
}
