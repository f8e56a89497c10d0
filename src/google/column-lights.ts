import type { Light } from '../core/ports';
import { criterionOf, lightRule } from './light-rule';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** See `Table.setLights`. All rules of a sheet are set together: those of people are put back as they were, after ours. */
export function setLights(sheet: Sheet, row: number, columns: readonly number[], lights: readonly Light[]): void {
  const isOurs = (rule: Rule): boolean =>
    lights.some(({ text }) => text === criterionOf(rule)) &&
    rule.getRanges().every((range) => range.getNumColumns() === 1 && columns.includes(range.getColumn()));
  const others = sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule));
  const rows = Math.max(1, sheet.getMaxRows() - row + 1);
  const ranges = columns.map((column) => sheet.getRange(row, column, rows, 1));
  const made = lights.map((light) => lightRule(ranges, light, (rule) => rule.whenTextStartsWith(light.text)));
  sheet.setConditionalFormatRules([...made, ...others]);
}
