import type { Usage } from '../../gate/ledger-view';

const unknown = (count: number): string => (count > 0 ? `, and at most ${count} more whose charge is unknown` : '');

/** What *Usage* shows. */
export function usageText({ today, month, reserved, balance, drift, settings, stopped, keyEnd }: Usage): string {
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
