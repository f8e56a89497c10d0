import type { JSX } from 'preact';
import { TEXT } from '../text/text';
import { barWidth } from './run-strip';

interface ProgressBarProps {
  done: number;
  all: number;
  /** What is counted. */
  unit: keyof typeof LABELS;
}

const LABELS = {
  row: TEXT.run.rowsDone,
  page: TEXT.run.pagesDone,
  creator: TEXT.run.creatorsDone,
  post: TEXT.run.postsDone,
} as const;

/** How far a run is, to be seen and to be heard. */
export const ProgressBar = ({ done, all, unit }: ProgressBarProps): JSX.Element => (
  <div
    class="bar"
    role="progressbar"
    aria-label={LABELS[unit]}
    aria-valuemin={0}
    aria-valuemax={all}
    aria-valuenow={done}
    aria-valuetext={TEXT.run.progress(done, all, unit)}
  >
    <span style={{ width: barWidth(all === 0 ? 1 : done / all) }} />
  </div>
);
