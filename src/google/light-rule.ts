type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

/** A rule that colours cells; `when` gives it its condition. */
export const lightRule = (
  ranges: GoogleAppsScript.Spreadsheet.Range[],
  { fill, color }: { fill: string; color: string },
  when: (rule: Builder) => Builder,
): Rule =>
  when(SpreadsheetApp.newConditionalFormatRule()).setBackground(fill).setFontColor(color).setRanges(ranges).build();

/** The text or formula that its condition compares with; blank where it has none. */
export const criterionOf = (rule: Rule): string => String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');
