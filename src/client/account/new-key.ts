import type { Account } from '../../sidebar/calls';

const ends = ({ person, spreadsheet }: Account): (string | undefined)[] => [person?.end, spreadsheet?.end];

/** Whether a key was stored between the two: added or replaced, not only removed. */
export const hasNewKey = (before: Account, now: Account): boolean =>
  ends(now).some((end, place) => end !== undefined && end !== ends(before)[place]);
