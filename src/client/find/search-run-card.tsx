import type { JSX } from 'preact';
import { filtersIn } from '../form/filter-text';
import { RunFrame } from '../run/run-frame';
import type { SearchControl } from '../run/use-run';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { summaryLine } from './search-text';

interface SearchRunProps {
  control: SearchControl;
  /** What was written is selected already. */
  onEnrich: () => void;
  onAccount: () => void;
}

/** The run that writes a search to a sheet; stands at the foot of Find. */
export function SearchRunCard({ control, onEnrich, onAccount }: SearchRunProps): JSX.Element | null {
  const { run, isDriving } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  return (
    <RunFrame
      control={control}
      run={run}
      onAccount={onAccount}
      isFoot
      about={
        <p class="faint clamp">
          {summaryLine({ platform: run.platform, filters: filtersIn(run.text) })}
          {!isDone && !isDriving && ' · ' + TEXT.ui.quoted(run.sheet)}
        </p>
      }
      steps={run.written > 0 && <Button onClick={onEnrich}>{TEXT.find.enrichThem}</Button>}
    >
      <p>{TEXT.find.progress(run.donePages, run.pages, run.written, run.skipped)}</p>
    </RunFrame>
  );
}
