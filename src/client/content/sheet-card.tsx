import type { JSX } from 'preact';
import type { ContentSheet } from '../../sidebar/content-calls';
import { ago, count } from '../format';
import { Button } from '../ui/button';
import { contentSummary } from './content-text';
import { ScheduleForm } from './schedule-form';
import { SummaryForm } from './summary-form';
import { canSync, stepText } from './sync-draft';
import { SyncForm } from './sync-form';
import type { RunForms } from '../run/use-run';

interface SheetCardProps {
  sheet: ContentSheet;
  paused: boolean;
  canSpend: boolean;
  onStart: (form: RunForms['content']) => Promise<void>;
  onSheet: (sheet: ContentSheet) => void;
  onSummary: () => void;
  onFill: () => void;
  onAccount: () => void;
}

/** The sheet in front holds content: how far it is in step, and what can be done with it. */
export function SheetCard({ sheet, ...props }: SheetCardProps): JSX.Element {
  return (
    <section class="card content-sheet" aria-labelledby="content-sheet">
      <h2 id="content-sheet" class="one-line" title={sheet.name}>
        {sheet.name}
      </h2>
      <p class="faint clamp" title={sheet.text}>
        {contentSummary(sheet.filters)}
      </p>
      <p class="step">
        <strong>{count(sheet.pieces, 'piece')}</strong>
        {' · ' + stepText(sheet)}
        {sheet.syncedAt && <span class="faint"> · synced {ago(sheet.syncedAt)}</span>}
      </p>
      {props.canSpend && (
        <SyncForm sheet={sheet} paused={props.paused} onStart={props.onStart} onAccount={props.onAccount} />
      )}
      {canSync(sheet) && <ScheduleForm sheet={sheet} onSheet={props.onSheet} />}
      {sheet.pieces > 0 && <SummaryForm sheet={sheet} onMade={props.onSummary} />}
      <div class="links">
        <Button kind="quiet" onClick={props.onFill}>
          Use its filters below
        </Button>
      </div>
    </section>
  );
}
