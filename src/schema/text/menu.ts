import { counted, figure, requestsText as requests } from './count';

const formulas = (count: number): string => counted(count, 'formula');
const creators = (count: number): string => counted(count, 'creator');

/** What the menu's clicks say, in toasts and dialogs. */
export const menuTextEn = () => ({
  nothingUnfinished: 'No unfinished formulas.',
  recalculated: (count: number): string => `${formulas(count)} recalculated.`,
  askedAgain: (count: number, most: number): string =>
    `Asking again for ${creators(count)}: ${requests(most)} at most.`,
  stillProcessed: (count: number): string => `influData is still working on ${creators(count)}.`,
  notChecked: (count: number): string => `${creators(count)} not checked yet: click again in a minute.`,
  notCheckedBecause: (count: number, why: string): string => `${creators(count)} not checked: ${why}`,
  leftForAgain: (count: number): string => `${formulas(count)} left: click again for the rest.`,
  leftBecause: (count: number, why: string): string => `${formulas(count)} left: ${why}`,
  freezeSheet: (count: number): string =>
    `Replace ${counted(count, 'influData formula')} on this sheet with ${count === 1 ? 'its value' : 'their values'}? This can't be undone from here; use Undo right after.`,
  nothingToFreeze: 'No finished influData formulas here.',
  frozen: (count: number): string => `${formulas(count)} replaced with ${count === 1 ? 'its value' : 'their values'}.`,
  leftAlone: (count: number): string =>
    `${formulas(count)} left alone: ${count === 1 ? 'it is unfinished or shows' : 'they are unfinished or show'} an error.`,
  movedMeanwhile: 'Rows or columns moved in the meantime, so some are left. Click again for the rest.',
  checkFormulas: (cells: string): string => `Check the formulas in ${cells}: they moved in the meantime.`,
  spendingPaused: 'Spending is paused. Formulas show what is saved and buy nothing.',
  spendingResumed: 'Spending resumed, within your caps.',
  usageTitle: 'influData usage',
  repair:
    "What influData has saved in this spreadsheet can't be read. Start over? Data that can't be read is lost and may have to be bought again. Nothing is bought until tomorrow, unless you raise the caps; open runs go on with a larger cap.",
  wentWrong: (message: string): string => `Something went wrong: ${message}`,
  usagePaused: 'Spending is paused. Saved values still show.',
  today: (charged: number, unknown: number, byFormulas: number): string =>
    `Today: ${requests(charged)} charged${uncertain(unknown)} (${byFormulas} of them by formulas).`,
  month: (charged: number, unknown: number): string => `This month: ${requests(charged)} charged${uncertain(unknown)}.`,
  underWay: (most: number): string => `Under way: ${requests(most)} at most.`,
  balance: (keyEnd: string, left: number): string => `Balance of the key ending in ${keyEnd}: ${requests(left)}.`,
  balanceUnread: 'Balance: not read yet.',
  drift: (requestsMore: number): string =>
    `influData charged ${requests(Math.abs(requestsMore))} ${requestsMore > 0 ? 'more' : 'fewer'} than this spreadsheet knows of. Is the key used elsewhere too?`,
  caps: (day: number, formula: number, run: number, kept: number): string =>
    `Caps: ${figure(day)} a day, ${figure(formula)} of them for formulas; ${figure(run)} a run. At least ${requests(kept)} stay${kept === 1 ? 's' : ''} on the balance.`,
});

const uncertain = (count: number): string =>
  count > 0 ? `, and up to ${figure(count)} more that may have been charged` : '';

/** The menu's items. Documents and messages name them, so they are changed together. */
export const menuLabelsEn = () => ({
  find: 'Find creators…',
  enrich: 'Enrich selected creators…',
  report: 'Audience report for selected creators…',
  compare: 'Compare creators…',
  content: 'Find posts…',
  manage: 'Manage creators…',
  template: 'Insert template',
  account: 'API key and account…',
  recalculate: 'Recalculate unfinished formulas',
  freezeSelection: 'Freeze formulas to values (selection)',
  freezeSheet: 'Freeze formulas to values (whole sheet)',
  pause: 'Pause or resume spending',
  usage: 'Usage',
  help: 'Help…',
});
