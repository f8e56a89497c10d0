type Item = readonly [label: string, functionName: string];

/**
 * The menu's items in order: what they say and which public function they run, or the items of a submenu; null is a
 * separator.
 */
const ITEMS: readonly (Item | readonly [label: string, items: readonly Item[]] | null)[] = [
  ['Find creators…', 'menuFind'],
  ['Enrich selected creators…', 'menuEnrich'],
  ['Audience report for selected creators…', 'menuReport'],
  ['Compare creators…', 'menuCompare'],
  ['Find posts…', 'menuContent'],
  ['Manage creators…', 'menuManage'],
  [
    'Insert template',
    [
      ['Shortlist', 'menuShortlist'],
      ['Vetting', 'menuVetting'],
      ['Campaign tracker', 'menuCampaign'],
      ['Media plan', 'menuPlan'],
    ],
  ],
  ['API key and account…', 'menuAccount'],
  null,
  ['Recalculate unfinished formulas', 'menuRecalculateUnfinished'],
  ['Freeze formulas to values (selection)', 'menuFreezeSelection'],
  ['Freeze formulas to values (whole sheet)', 'menuFreezeSheet'],
  null,
  ['Pause or resume spending', 'menuPauseSpending'],
  ['Usage', 'menuUsage'],
  null,
  ['Help…', 'menuHelp'],
];

/** Allowed in every mode, even where the add-on is not enabled, because it asks nothing of the document. */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createAddonMenu();
  for (const item of ITEMS) {
    if (!item) menu.addSeparator();
    else if (typeof item[1] === 'string') menu.addItem(item[0], item[1]);
    else {
      const inner = ui.createMenu(item[0]);
      for (const [label, functionName] of item[1]) inner.addItem(label, functionName);
      menu.addSubMenu(inner);
    }
  }
  menu.addToUi();
}
