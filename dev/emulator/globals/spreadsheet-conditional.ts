// SpreadsheetApp.ConditionalFormatRule and its builder, as far as scripts here make rules.
// Source: reference/spreadsheet/conditional-format-rule-builder.
import type { ConditionalFormat } from '../spreadsheet/sheet-data';
import { exception } from './host';
import { refOf } from './spreadsheet-host';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

const rules = new WeakMap<object, ConditionalFormat>();

export const conditionalFormatOf = (rule: Rule): ConditionalFormat => rules.get(rule) as ConditionalFormat;

export function conditionalFormatBuilder(): Builder {
  let format: Partial<ConditionalFormat> = {};
  const set = (change: Partial<ConditionalFormat>): Builder => {
    format = { ...format, ...change };
    return builder;
  };
  const made: Pick<Builder, 'whenTextEqualTo' | 'setBackground' | 'setFontColor' | 'setRanges' | 'build'> = {
    whenTextEqualTo: (text) => set({ criteria: 'TEXT_EQUAL_TO', values: [String(text)] }),
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
      const rule = {} as Rule;
      rules.set(rule, { background: null, fontColor: null, ...format, criteria, values, areas });
      return rule;
    },
  };
  const builder = made as Builder;
  return builder;
}
