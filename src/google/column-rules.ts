import type { ColumnRules } from '../core/ports';
import { columnLetters } from '../core/text';
import { criterionOf, lightRule } from './light-rule';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const TRIES = 3;

/** See `Table.setRules`. People may move the column between a look and a write: then it is done again where it stands. */
export function setRules(
  book: Spreadsheet,
  sheet: Sheet,
  columnNow: () => number | undefined,
  rules: ColumnRules,
): boolean {
  const { row, choices } = rules;
  let column = columnNow();
  for (let tries = 0; column !== undefined && tries < TRIES; tries++) {
    const cells = sheet.getRange(row, column, Math.max(1, sheet.getMaxRows() - row + 1), 1);
    addLights(sheet, cells, `$${columnLetters(column)}${row}`, rules);
    const isListed = addList(book, cells, rules);
    SpreadsheetApp.flush();
    const now = columnNow();
    if (now === column) return isListed;
    const list = cells.getDataValidation();
    if (isListed && list && sheetOf(list) === choices.table.id()) cells.setDataValidation(null);
    column = now;
  }
  return false;
}

const MOST_ASKED = 20;

function addList(book: Spreadsheet, cells: Range, { choices: { table, area }, former }: ColumnRules): boolean {
  const source = book.getSheetById(table.id());
  if (!source) return false;
  const list = source.getRange(area.row, area.column, area.rows, area.columns);
  // Of the same sheet: the list has grown with the rows that people put in there.
  const isOurs = (rule: Validation): boolean => sheetOf(rule) === table.id();
  const there = cells.getDataValidations().flat();
  const all = there.filter((rule) => rule !== null);
  // Asking a rule for its sheet is a call: ten thousand cells have one rule, or a few.
  const every = Math.ceil(all.length / MOST_ASKED);
  const rules = all.filter((_, at) => at % every === 0 || at === all.length - 1);
  const isFormer = (rule: Validation): boolean => former.some((texts) => listIn(rule) === texts.join('\n'));
  if (!rules.every((rule) => isOurs(rule) || sheetOf(rule) === GONE || isFormer(rule))) return false;
  if (all.length < there.length || !rules.every(isOurs))
    try {
      cells.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(list, true).build());
      SpreadsheetApp.flush();
    } catch {
      // A column of a table has a type, which says what it holds.
      return false;
    }
  return true;
}

const isRange = (value: unknown): value is Range => typeof (value as Range | null)?.getA1Notation === 'function';

/** The texts of a rule that lists some. */
function listIn(rule: Validation): string | undefined {
  const [value] = rule.getCriteriaValues() as unknown[];
  return Array.isArray(value) ? value.map(String).join('\n') : undefined;
}

const GONE = 'gone';

/** The sheet whose cells a rule lists; undefined: it is no such rule. */
function sheetOf(rule: Validation): number | typeof GONE | undefined {
  try {
    const [value] = rule.getCriteriaValues() as unknown[];
    if (value === undefined || value === null) return GONE;
    if (!isRange(value)) return undefined;
    const sheet = value.getSheet();
    // A sheet that was deleted has no name to give.
    return sheet.getName() === '' ? GONE : sheet.getSheetId();
  } catch {
    return GONE;
  }
}

/** All rules of a sheet are set together: those of others are put back as they were, before ours. */
function addLights(sheet: Sheet, cells: Range, first: string, { lights: lightsFor, isOurs }: ColumnRules): void {
  const lights = lightsFor(first);
  const there = sheet.getConditionalFormatRules();
  const ours = there.filter((light) => isOurs(criterionOf(light)));
  const wanted = lights.map(({ formula }) => formula);
  const place = cells.getA1Notation();
  const isDone =
    ours.map(criterionOf).join('\n') === wanted.join('\n') &&
    ours.every((light) => light.getRanges().some((range) => range.getA1Notation() === place));
  if (isDone) return;
  const made = lights.map((light) => lightRule([cells], light, (rule) => rule.whenFormulaSatisfied(light.formula)));
  sheet.setConditionalFormatRules([...there.filter((light) => !ours.includes(light)), ...made]);
}
