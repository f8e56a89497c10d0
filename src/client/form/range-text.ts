import { compact } from '../format';

/** `10K–250K`, `10K+`, `up to 250K`. */
export const rangeText = (from: string | undefined, to: string | undefined): string => {
  if (from !== undefined && to !== undefined) return compact(Number(from)) + '–' + compact(Number(to));
  return from === undefined ? 'up to ' + compact(Number(to)) : compact(Number(from)) + '+';
};
