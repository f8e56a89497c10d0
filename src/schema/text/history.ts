import { counted } from './count';

/** What the history tab and what rests on it say. A second language is a second object of this type. */
export const historyEn = () => ({
  columns: {
    day: 'Date',
    platform: 'Platform',
    handle: 'Handle',
    id: 'influData id',
    followers: 'Followers',
    engagement: 'Engagement %',
    growth: 'Growth % a month',
    profileScore: 'Profile score',
  },
  changes: {
    title: 'What changed',
    hint: 'Type a day, and by how much a figure must change. Each change is listed once, until it goes as far again.',
    since: 'Since',
    followers: 'Followers ±',
    engagement: 'Engagement ± points',
    profileScore: 'Score ± points',
    columns: {
      day: 'Date',
      platform: 'Platform',
      handle: 'Handle',
      figure: 'Figure',
      fromDay: 'Compared with',
      from: 'Before',
      to: 'After',
      change: 'Change',
      trend: 'Trend',
    },
    noHistory:
      'There are no lines in the history yet. Switch it on: they come with the next profiles that are fetched.',
    noLabel: (sheet: string, label: string): string =>
      `The sheet "${sheet}" no longer has a cell "${label}" with its value below. Put it back, or delete the sheet to get a new one.`,
    lostColumn: (sheet: string, header: string): string =>
      `The column "${header}" of "${sheet}" was deleted. Put it back with Undo, or delete the sheet to get a new one.`,
    noNumber: (label: string): string => `"${label}" needs a number from 0 in the cell below, or nothing.`,
    noDay: (label: string): string => `"${label}" needs a date in the cell below, or nothing.`,
  },
  unreadable:
    "Some lines that wait for the history can't be read. Those of saved profiles are in its sheet. To go on, untick Keep a history under Manage and tick it again: lines that can't be read are then deleted.",
  stateUnreadable:
    "What is stored about the history can't be read, so no lines are added. Tick Keep a history to go on in the same sheet.",
  full: (lines: number): string =>
    `This spreadsheet has ten million cells, the most that Google allows, so ${counted(lines, 'line')} of the history wait. Delete sheets or old rows of the history, then open it again.`,
});
