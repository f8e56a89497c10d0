import { number } from '../format';
import type { ContentControl } from './use-content';

/** The run in one line, for the foot of other tabs. */
export const contentStrip = ({ run, isDriving }: ContentControl): string =>
  (run?.state === 'done' ? 'Content fetched: ' : isDriving ? 'Fetching content: ' : 'Content stopped: ') +
  number(run?.pieces ?? 0) +
  (run?.pieces === 1 ? ' piece' : ' pieces');
