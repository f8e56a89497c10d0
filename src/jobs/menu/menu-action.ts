import { spokenOf } from '../../schema/language';
import { InfluError, messageOf } from '../../core/error';
import type { Consent, Dialogs, Host, Right, Tools } from '../../core/ports';
import { changeSettings, readUsage, type Usage } from '../../gate/ledger-view';
import { isReadable, repairStore } from '../../gate/repair';
import { menuText } from '../../schema/spoken-text';
import { CONSENT } from '../../schema/said-text';
import { countFinished, freezeFormulas } from './freeze';
import { keepHistory } from '../run/history-drain';
import { writeLog } from '../run/log-tab';
import type { Release } from './queued-again';
import { recalculateUnfinished, restoreFormulas, type Recalculated } from './recalculate';
import { usedArea } from './unfinished';

/** What a menu click works with. */
export interface Desk extends Tools {
  dialogs: Dialogs;
  consent: Consent;
}

const TITLE = 'influData';

/** Menu: *Recalculate unfinished formulas*. */
export function recalculateAction(desk: Desk): void {
  desk.workbook.toast(recalculatedText(recalculateUnfinished(desk)));
}

export function recalculatedText({ done, left, problem, release }: Recalculated): string {
  if (done + left === 0) return menuText().nothingUnfinished;
  const parts = [menuText().recalculated(done), ...(release ? releaseTexts(release) : [])];
  if (left > 0)
    parts.push(problem === undefined ? menuText().leftForAgain(left) : menuText().leftBecause(left, spokenOf(problem)));
  return parts.join(' ');
}

const releaseTexts = ({ released, requests, processed, unchecked, problem }: Release): string[] => [
  ...(released > 0 ? [menuText().askedAgain(released, requests)] : []),
  ...(processed > 0 ? [menuText().stillProcessed(processed)] : []),
  ...(unchecked === 0
    ? []
    : [
        problem === undefined
          ? menuText().notChecked(unchecked)
          : menuText().notCheckedBecause(unchecked, spokenOf(problem)),
      ]),
];

/** Menu: *Freeze formulas to values*, in the selection or, when that is confirmed, the whole sheet. */
export function freezeAction({ host, workbook, dialogs }: Desk, where: 'selection' | 'sheet'): void {
  const table = workbook.active();
  if (!table) return;
  const finished = where === 'sheet' ? countFinished(table) : 0;
  if (finished > 0 && !dialogs.confirm(TITLE, menuText().freezeSheet(finished))) return;
  const used = usedArea(table);
  const areas = where === 'selection' ? workbook.selection() : used ? [used] : [];
  const { frozen, left, rest, isMoved, doubtful } = freezeFormulas(host.clock, workbook, table, areas);
  const parts = [frozen + rest > 0 || isMoved ? menuText().frozen(frozen) : menuText().nothingToFreeze];
  if (left > 0) parts.push(menuText().leftAlone(left));
  if (isMoved) parts.push(menuText().movedMeanwhile);
  else if (rest > 0) parts.push(menuText().leftForAgain(rest));
  if (doubtful.length > 0) parts.push(menuText().checkFormulas(doubtful.join(', ')));
  workbook.toast(parts.join(' '));
}

/** Menu: *Pause spending / spend again*. */
export function pauseAction({ host, workbook }: Desk): void {
  const { settings } = readUsage(host);
  const paused = changeSettings(host, { paused: !settings.paused }).paused;
  workbook.toast(paused ? menuText().spendingPaused : menuText().spendingResumed);
}

/** Menu: *Usage*: what was spent; the ledger's lines go to the log tab on the way. */
export function usageAction({ host, workbook, dialogs }: Desk): void {
  if (!isReadable(host) && !repaired(host, dialogs)) return;
  const usage = readUsage(host);
  writeLog(host, workbook);
  keepHistory({ host, workbook });
  dialogs.tell(menuText().usageTitle, usageText(usage));
}

/** Never silently: what is started over could be bought again, so the rest of the day's caps is counted as spent. */
function repaired(host: Host, dialogs: Dialogs): boolean {
  const isWanted = dialogs.confirm(TITLE, menuText().repair);
  if (isWanted) repairStore(host);
  return isWanted;
}

/**
 * Errors of menu actions are shown, never thrown at the user as a script error. What a person has not granted is said
 * before anything is done; then Google asks for it.
 */
export function act(desk: Desk, rights: readonly Right[], action: (desk: Desk) => void): void {
  const missing = rights.length === 0 ? [] : desk.consent.missing(rights);
  if (missing.length > 0) {
    desk.dialogs.tell(TITLE, `${spokenOf(CONSENT.missing(missing))} ${spokenOf(CONSENT.allowNow)}`);
    return desk.consent.ask(missing);
  }
  restoreFormulas(desk);
  try {
    action(desk);
  } catch (error) {
    desk.dialogs.tell(
      TITLE,
      error instanceof InfluError ? spokenOf(error.said) : menuText().wentWrong(messageOf(error)),
    );
  }
}

/** What *Usage* shows. */
function usageText({ today, month, reserved, budget: { balance }, drift, settings, stopped, keyEnd }: Usage): string {
  const { maxRequestsPerDay, maxFormulaRequestsPerDay, maxRequestsPerRun, keepBalance } = settings;
  return [
    stopped ? spokenOf(stopped) : settings.paused ? menuText().usagePaused : '',
    menuText().today(today.charged, today.unknown, today.formula),
    menuText().month(month.charged, month.unknown),
    reserved > 0 ? menuText().underWay(reserved) : '',
    balance ? menuText().balance(keyEnd ?? '?', balance.left) : menuText().balanceUnread,
    drift === 0 ? '' : menuText().drift(drift),
    menuText().caps(maxRequestsPerDay, maxFormulaRequestsPerDay, maxRequestsPerRun, keepBalance),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
