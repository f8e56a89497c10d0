/** The menu's items in order: what they say and which public function they run; null is a separator. */
const ITEMS: readonly (readonly [label: string, functionName: string] | null)[] = [
  ['Find creators…', 'menuFind'],
  ['Enrich selected usernames…', 'menuEnrich'],
  ['Audience report for selected creators…', 'menuReport'],
  ['Compare creators…', 'menuCompare'],
  ['Find posts…', 'menuContent'],
  ['API key and account…', 'menuAccount'],
  null,
  ['Recalculate unfinished formulas', 'menuRecalculateUnfinished'],
  ['Freeze formulas to values (selection)', 'menuFreezeSelection'],
  ['Freeze formulas to values (whole sheet)', 'menuFreezeSheet'],
  null,
  ['Pause spending / spend again', 'menuPauseSpending'],
  ['Usage', 'menuUsage'],
];

/** Allowed in every mode, even where the add-on is not enabled, because it asks nothing of the document. */
export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const item of ITEMS) {
    if (item) menu.addItem(item[0], item[1]);
    else menu.addSeparator();
  }
  menu.addToUi();
}
