const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const formulas = (count: number): string => some(count, 'formula', 'formulas');
const creators = (count: number): string => some(count, 'creator', 'creators');
const requests = (count: number): string => some(count, 'request', 'requests');

/** What the menu's clicks say, in toasts and dialogs. */
export const MENU = {
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
    `Replace ${some(count, 'influData formula', 'influData formulas')} on this sheet with ${count === 1 ? 'its value' : 'their values'}? This can't be undone from here; use Undo right after.`,
  nothingToFreeze: 'No finished influData formulas here.',
  frozen: (count: number): string => `${formulas(count)} replaced with ${count === 1 ? 'its value' : 'their values'}.`,
  leftAlone: (count: number): string =>
    `${formulas(count)} left alone: ${count === 1 ? 'it is unfinished or shows' : 'they are unfinished or show'} an error.`,
  movedMeanwhile: 'Rows or columns moved in the meantime, so this stopped. Click again for the rest.',
  checkFormulas: (cells: string): string => `Check the formulas in ${cells}: they moved in the meantime.`,
};
