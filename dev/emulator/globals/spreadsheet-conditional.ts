// SpreadsheetApp.ConditionalFormatRule and its builder, as far as scripts here make rules.
// Source: reference/spreadsheet/conditional-format-rule-builder.
import type { ConditionalFormat } from '../spreadsheet/sheet-data';
import { exception } from './host';
import { createRange, refOf } from './spreadsheet-host';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

const rules = new WeakMap<object, ConditionalFormat>();

/** A rule as a script gets it back; the areas are those of this sheet. */
export function createRule(format: ConditionalFormat, sheetId?: number): Rule {
  const condition: Pick<GoogleAppsScript.Spreadsheet.BooleanCondition, 'getCriteriaValues'> = {
    getCriteriaValues: () => [...format.values],
  };
  const made: Pick<Rule, 'getBooleanCondition' | 'getRanges'> = {
    getBooleanCondition: () => condition as GoogleAppsScript.Spreadsheet.BooleanCondition,
    getRanges: () => format.areas.map((area) => createRange({ ...area, sheetId: sheetId ?? 0 })),
  };
  const rule = made as Rule;
  rules.set(rule, format);
  return rule;
}

export const conditionalFormatOf = (rule: Rule): ConditionalFormat => rules.get(rule) as ConditionalFormat;

export function conditionalFormatBuilder(): Builder {
  let format: Partial<ConditionalFormat> = {};
  const set = (change: Partial<ConditionalFormat>): Builder => {
    format = { ...format, ...change };
    return builder;
  };
  const made: Pick<
    Builder,
    | 'whenTextEqualTo'
    | 'whenTextStartsWith'
    | 'whenFormulaSatisfied'
    | 'setBackground'
    | 'setFontColor'
    | 'setRanges'
    | 'build'
  > = {
    whenTextEqualTo: (text) => set({ criteria: 'TEXT_EQUAL_TO', values: [String(text)] }),
    whenTextStartsWith: (text) => set({ criteria: 'TEXT_STARTS_WITH', values: [String(text)] }),
    whenFormulaSatisfied: (formula) => set({ criteria: 'CUSTOM_FORMULA', values: [String(formula)] }),
    setBackground: (color) => set({ background: color }),
    setFontColor: (color) => set({ fontColor: color }),
    setRanges: (ranges) =>
      set({
        areas: ranges.map((range) => {
          const { row, column, rows, columns } = refOf(range);
          return { row, column, rows, columns };
        }),
      }),
    build() {
      const { criteria, values, areas } = format;
      if (!criteria || !values) throw exception('Conditional format rules must have a condition.');
      if (!areas || areas.length === 0) throw exception('Conditional format rules must have at least one range.');
      return createRule({ background: null, fontColor: null, ...format, criteria, values, areas });
    },
  };
  const builder = made as Builder;
  return builder;
}
