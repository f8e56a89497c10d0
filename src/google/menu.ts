import { campaignText, templateText } from '../schema/sheet-text';
import { menuLabels } from '../schema/spoken-text';
import type { menuLabelsEn } from '../schema/text/menu';

type Item = readonly [label: string, functionName: string];

/**
 * The menu's items in order: what they say and which public function they run, or the items of a submenu; null is a
 * separator.
 */
const itemsOf = (
  says: ReturnType<typeof menuLabelsEn>,
  templates: ReturnType<typeof templateText>,
): readonly (Item | readonly [label: string, items: readonly Item[]] | null)[] => [
  [says.find, 'menuFind'],
  [says.enrich, 'menuEnrich'],
  [says.report, 'menuReport'],
  [says.compare, 'menuCompare'],
  [says.content, 'menuContent'],
  [says.manage, 'menuManage'],
  [
    says.template,
    [
      [templates.shortlist.name, 'menuShortlist'],
      [templates.vetting.name, 'menuVetting'],
      [campaignText().name, 'menuCampaign'],
      [templates.plan.name, 'menuPlan'],
    ],
  ],
  [says.account, 'menuAccount'],
  null,
  [says.recalculate, 'menuRecalculateUnfinished'],
  [says.freezeSelection, 'menuFreezeSelection'],
  [says.freezeSheet, 'menuFreezeSheet'],
  null,
  [says.pause, 'menuPauseSpending'],
  [says.usage, 'menuUsage'],
  null,
  [says.help, 'menuHelp'],
];

/** Allowed in every mode, even where the add-on is not enabled, because it asks nothing of the document. */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createAddonMenu();
  for (const item of itemsOf(menuLabels(), templateText())) {
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
