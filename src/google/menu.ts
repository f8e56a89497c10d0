import { TEMPLATE_TEXT } from '../jobs/template/template-text';
import { MENU_LABELS as LABELS } from '../schema/text/menu';

type Item = readonly [label: string, functionName: string];

/**
 * The menu's items in order: what they say and which public function they run, or the items of a submenu; null is a
 * separator.
 */
const ITEMS: readonly (Item | readonly [label: string, items: readonly Item[]] | null)[] = [
  [LABELS.find, 'menuFind'],
  [LABELS.enrich, 'menuEnrich'],
  [LABELS.report, 'menuReport'],
  [LABELS.compare, 'menuCompare'],
  [LABELS.content, 'menuContent'],
  [LABELS.manage, 'menuManage'],
  [
    LABELS.template,
    [
      [TEMPLATE_TEXT.shortlist.name, 'menuShortlist'],
      [TEMPLATE_TEXT.vetting.name, 'menuVetting'],
      [TEMPLATE_TEXT.campaign.name, 'menuCampaign'],
      [TEMPLATE_TEXT.plan.name, 'menuPlan'],
    ],
  ],
  [LABELS.account, 'menuAccount'],
  null,
  [LABELS.recalculate, 'menuRecalculateUnfinished'],
  [LABELS.freezeSelection, 'menuFreezeSelection'],
  [LABELS.freezeSheet, 'menuFreezeSheet'],
  null,
  [LABELS.pause, 'menuPauseSpending'],
  [LABELS.usage, 'menuUsage'],
  null,
  [LABELS.help, 'menuHelp'],
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
