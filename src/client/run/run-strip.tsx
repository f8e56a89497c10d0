import type { JSX } from 'preact';
import { Button } from '../ui/button';

interface RunStripProps {
  title: string;
  /** 0 to 1. */
  share: number;
  /** What the button says; it leads to where the run stands in full. */
  show: string;
  onShow: () => void;
}

/** A run in one line, at the foot of tabs that are not its own. */
export const RunStrip = ({ title, share, show, onShow }: RunStripProps): JSX.Element => (
  <section class="run strip" aria-label={title}>
    <div class="strip-text">
      <p class="one-line" title={title}>
        {title}
      </p>
      <div class="bar" aria-hidden="true">
        <span style={{ width: barWidth(share) }} />
      </div>
    </div>
    <Button kind="quiet" label={show + ': ' + title} onClick={onShow}>
      {show}
    </Button>
  </section>
);

export const barWidth = (share: number): string => Math.round(Math.min(1, share) * 1000) / 10 + '%';
