import { counted } from './count';

/** What the history tab and what rests on it say. A second language is a second object of this type. */
export const HISTORY = {
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
  full: (lines: number): string =>
    `This spreadsheet has ten million cells, the most that Google allows, so ${counted(lines, 'line')} of the history wait. Delete sheets or old rows of the history, then open it again.`,
};
