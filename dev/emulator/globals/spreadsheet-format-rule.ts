// SpreadsheetApp.ConditionalFormatRule: kept whole for the page, not evaluated by the emulator.
import { exception } from './host';
import { createRange, nameOf, refOf } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** As it crosses to the document: what was set, by method name without `set` or `when`. */
export interface FormatRule {
  ranges: RangeRef[];
  condition: { criteria: string; values: unknown[] } | null;
  gradient: Record<string, { color: string; type?: string; value?: string }>;
  style: Record<string, unknown>;
}

const conditions: Record<string, string> = {
  whenCellEmpty: 'CELL_EMPTY',
  whenCellNotEmpty: 'CELL_NOT_EMPTY',
  whenDateAfter: 'DATE_AFTER',
  whenDateBefore: 'DATE_BEFORE',
  whenDateEqualTo: 'DATE_EQUAL_TO',
  whenFormulaSatisfied: 'CUSTOM_FORMULA',
  whenNumberBetween: 'NUMBER_BETWEEN',
  whenNumberEqualTo: 'NUMBER_EQUAL_TO',
  whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
  whenNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  whenNumberLessThan: 'NUMBER_LESS_THAN',
  whenNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  whenNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  whenNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  whenTextContains: 'TEXT_CONTAINS',
  whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  whenTextEndsWith: 'TEXT_ENDS_WITH',
  whenTextEqualTo: 'TEXT_EQUAL_TO',
  whenTextStartsWith: 'TEXT_STARTS_WITH',
};

const styles = ['Background', 'Bold', 'FontColor', 'Italic', 'Strikethrough', 'Underline'];
const gradientPoints = ['Minpoint', 'Midpoint', 'Maxpoint'];
const rules = new WeakMap<object, FormatRule>();

export function createFormatRule(rule: FormatRule): Rule {
  const made: Pick<Rule, 'copy' | 'getRanges'> = {
    copy: () => formatRuleBuilder(structured(rule)),
    getRanges: () => rule.ranges.map(createRange),
  };
  rules.set(made, rule);
  return made as Rule;
}

export function formatRuleOf(rule: Rule): FormatRule {
  return rules.get(rule) as FormatRule;
}

const structured = (rule: FormatRule): FormatRule => ({
  ...rule,
  gradient: { ...rule.gradient },
  style: { ...rule.style },
});

export function formatRuleBuilder(
  rule: FormatRule = { ranges: [], condition: null, gradient: {}, style: {} },
): Builder {
  const builder: Record<string, unknown> = {
    build() {
      if (rule.ranges.length === 0) throw exception('Conditional format rule must have at least one range.');
      return createFormatRule(structured(rule));
    },
    copy: () => formatRuleBuilder(structured(rule)),
    getRanges: () => rule.ranges.map(createRange),
    setRanges(ranges: Range[]) {
      rule.ranges = ranges.map(refOf);
      return builder;
    },
    withCriteria(criteria: unknown, values: unknown[]) {
      rule.condition = { criteria: nameOf(criteria), values };
      return builder;
    },
  };
  for (const [method, criteria] of Object.entries(conditions)) {
    builder[method] = (...values: unknown[]) => {
      rule.condition = { criteria, values };
      return builder;
    };
  }
  for (const style of styles) {
    builder[`set${style}`] = (value: unknown) => {
      rule.style[style] = value;
      return builder;
    };
  }
  for (const point of gradientPoints) {
    builder[`setGradient${point}`] = (color: string) => {
      rule.gradient[point] = { color };
      return builder;
    };
    builder[`setGradient${point}WithValue`] = (color: string, type: unknown, value: string) => {
      rule.gradient[point] = { color, type: nameOf(type), value };
      return builder;
    };
  }
  return builder as unknown as Builder;
}
