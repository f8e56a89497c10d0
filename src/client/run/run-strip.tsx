import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { shareOf, stripTitle } from './run-text';
import type { AnyRunControl } from './use-run';

/** A run in one line, at the foot of tabs that are not its own. */
export function RunStrip({ control, onShow }: { control: AnyRunControl; onShow: () => void }) {
  const { run, isDriving } = control;
  if (!run) return null;
  const title = stripTitle(control);
  const [shown, named] =
    isDriving || run.state === 'done'
      ? [TEXT.run.show, TEXT.run.showNamed]
      : [TEXT.run.resumeThere, TEXT.run.resumeThereNamed];
  return (
    <section class="run strip" aria-label={title}>
      <div class="strip-text">
        <p class="one-line" title={title}>
          {title}
        </p>
        <div class="bar" aria-hidden="true">
          <span style={{ width: barWidth(shareOf(run)) }} />
        </div>
      </div>
      <Button kind="quiet" label={named(title)} onClick={onShow}>
        {shown}
      </Button>
    </section>
  );
}

export const barWidth = (share: number): string => Math.round(Math.min(1, share) * 1000) / 10 + '%';
