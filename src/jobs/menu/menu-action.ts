import { InfluError, messageOf } from '../../core/error';
import type { Dialogs, Host, Tools } from '../../core/ports';
import { changeSettings, readUsage, type Usage } from '../../gate/ledger-view';
import { isReadable, repairStore } from '../../gate/repair';
import { MENU } from '../../schema/text/menu';
import { countFinished, freezeFormulas } from './freeze';
import { writeLog } from '../run/log-tab';
import type { Release } from './queued-again';
import { recalculateUnfinished, restoreFormulas } from './recalculate';
import { usedArea } from './unfinished';

/** What a menu click works with. */
export interface Desk extends Tools {
  dialogs: Dialogs;
}

const TITLE = 'influData';

/** Menu: *Recalculate unfinished formulas*. */
export function recalculateAction(desk: Desk): void {
  const { done, left, problem, release } = recalculateUnfinished(desk);
  if (done + left === 0) return desk.workbook.toast(MENU.nothingUnfinished);
  const parts = [MENU.recalculated(done), ...(release ? releaseTexts(release) : [])];
  if (left > 0) parts.push(problem === undefined ? MENU.leftForAgain(left) : MENU.leftBecause(left, problem));
  desk.workbook.toast(parts.join(' '));
}

const releaseTexts = ({ released, requests, processed, unchecked, problem }: Release): string[] => [
  ...(released > 0 ? [MENU.askedAgain(released, requests)] : []),
  ...(processed > 0 ? [MENU.stillProcessed(processed)] : []),
  ...(unchecked === 0
    ? []
    : [problem === undefined ? MENU.notChecked(unchecked) : MENU.notCheckedBecause(unchecked, problem)]),
];

/** Menu: *Freeze formulas to values*, in the selection or, when that is confirmed, the whole sheet. */
export function freezeAction({ host, workbook, dialogs }: Desk, where: 'selection' | 'sheet'): void {
  const table = workbook.active();
  if (!table) return;
  const finished = where === 'sheet' ? countFinished(table) : 0;
  if (finished > 0 && !dialogs.confirm(TITLE, MENU.freezeSheet(finished))) return;
  const used = usedArea(table);
  const areas = where === 'selection' ? workbook.selection() : used ? [used] : [];
  const { frozen, left, rest, isMoved, doubtful } = freezeFormulas(host.clock, workbook, table, areas);
  const parts = [frozen + rest > 0 || isMoved ? MENU.frozen(frozen) : MENU.nothingToFreeze];
  if (left > 0) parts.push(MENU.leftAlone(left));
  if (isMoved) parts.push(MENU.movedMeanwhile);
  else if (rest > 0) parts.push(MENU.leftForAgain(rest));
  if (doubtful.length > 0) parts.push(MENU.checkFormulas(doubtful.join(', ')));
  workbook.toast(parts.join(' '));
}

/** Menu: *Pause spending / spend again*. */
export function pauseAction({ host, workbook }: Desk): void {
  const { settings } = readUsage(host);
  const paused = changeSettings(host, { paused: !settings.paused }).paused;
  workbook.toast(
    paused
      ? 'Spending is paused: formulas show what is known and buy nothing.'
      : 'Spending is allowed again, within the caps.',
  );
}

/** Menu: *Usage*: what was spent; the ledger's lines go to the log tab on the way. */
export function usageAction({ host, workbook, dialogs }: Desk): void {
  if (!isReadable(host) && !repaired(host, dialogs)) return;
  const usage = readUsage(host);
  writeLog(host, workbook);
  dialogs.tell(`${TITLE} usage`, usageText(usage));
}

/** Never silently: what is started over could be bought again, so the rest of the day's caps is counted as spent. */
function repaired(host: Host, dialogs: Dialogs): boolean {
  const isWanted = dialogs.confirm(
    TITLE,
    'What influData has saved in this spreadsheet cannot be read. Start it anew? Answers that cannot be read are lost and may have to be bought again; until tomorrow nothing is bought, unless you raise the caps.',
  );
  if (isWanted) repairStore(host);
  return isWanted;
}

/** Errors of menu actions are shown, never thrown at the user as a script error. */
export function act(desk: Desk, action: (desk: Desk) => void): void {
  restoreFormulas(desk);
  try {
    action(desk);
  } catch (error) {
    desk.dialogs.tell(TITLE, error instanceof InfluError ? error.message : `Something went wrong: ${messageOf(error)}`);
  }
}

const unknown = (count: number): string => (count > 0 ? `, and at most ${count} more whose charge is unknown` : '');

/** What *Usage* shows. */
function usageText({ today, month, reserved, budget: { balance }, drift, settings, stopped, keyEnd }: Usage): string {
  return [
    stopped ?? (settings.paused ? 'Spending is paused. Cached values still show.' : ''),
    `Today: ${today.charged} requests charged${unknown(today.unknown)} (${today.formula} of them by formulas).`,
    `This month: ${month.charged} requests charged${unknown(month.unknown)}.`,
    reserved > 0 ? `Under way: at most ${reserved} requests.` : '',
    balance ? `Balance of the key that ends in ${keyEnd ?? '?'}: ${balance.left} requests.` : 'Balance: not read yet.',
    drift === 0
      ? ''
      : `influData charged ${Math.abs(drift)} ${drift > 0 ? 'more' : 'fewer'} than this spreadsheet knows of: is the key used elsewhere?`,
    `Caps: ${settings.maxRequestsPerDay} a day, ${settings.maxFormulaRequestsPerDay} of them by formulas, ${settings.maxRequestsPerRun} a run; ${settings.keepBalance} of the balance are kept.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
