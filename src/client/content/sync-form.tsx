import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContentSheet } from '../../sidebar/content-calls';
import { PriceLines } from '../run/price-lines';
import type { RunForms } from '../run/use-run';
import { useBudget } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { useAction } from '../ui/use-action';
import { PiecesField } from './pieces-field';
import { canSync, EMPTY_SYNC, syncPrice, syncMax, type SyncDraft } from './sync-draft';

export interface SyncState {
  draft: SyncDraft;
  change: (part: Partial<SyncDraft>) => void;
}

export function useSyncDraft(sheet: ContentSheet): SyncState {
  const [draft, setDraft] = useState<SyncDraft>({ ...EMPTY_SYNC, refresh: !canSync(sheet) });
  return { draft, change: (part) => setDraft((now) => ({ ...now, ...part })) };
}

/** What a sync of the sheet fetches. */
export function SyncFields({ sheet, draft, change }: SyncState & { sheet: ContentSheet }): JSX.Element {
  const isNewTold = canSync(sheet);
  const { problems } = syncPrice(draft, sheet);
  const fetched = isNewTold
    ? TEXT.content.fetches(sheet.watermark !== undefined, draft.refresh)
    : TEXT.content.fetchesAll;
  return (
    <details class="part" open={problems.max ? true : undefined}>
      <summary>{TEXT.content.whatToFetch(<span class="badge">{fetched}</span>)}</summary>
      <PiecesField
        label={TEXT.content.atMost}
        value={syncMax(draft, sheet)}
        onInput={(next) => change({ max: next })}
        problem={problems.max}
      />
      {isNewTold && sheet.pieces > 0 && (
        <Check
          checked={draft.refresh}
          onChange={(refresh) => change({ refresh })}
          hint={TEXT.content.refreshSavedHint(sheet.pieces)}
        >
          {TEXT.content.refreshSaved}
        </Check>
      )}
    </details>
  );
}

interface SyncDockProps extends SyncState {
  sheet: ContentSheet;
  paused: boolean;
  onStart: (form: RunForms['content']) => Promise<void>;
  onAccount: () => void;
}

/** What is new since the sheet's watermark, at a price that stands on the button. */
export function SyncDock({ sheet: read, draft, change, paused, onStart, onAccount }: SyncDockProps): JSX.Element {
  const sheet = { ...read, budget: useBudget(read.budget) };
  const action = useAction();
  const { max, agreed, problems, shortages } = syncPrice(draft, sheet);
  const canStart = max !== undefined && Object.keys(problems).length === 0 && !paused;
  const start = (): void => {
    if (!canStart) return;
    void action.run('sync', () =>
      onStart({ action: 'sync', sheetId: sheet.id, max, refresh: draft.refresh, cap: agreed }),
    );
  };
  return (
    <Form class="dock" onSubmit={start}>
      <ErrorNote {...action.failure} onAccount={onAccount} />
      <PriceLines
        price={max ?? 0}
        budget={sheet.budget}
        shortages={shortages}
        what={TEXT.content.syncWhat}
        cap={draft.cap}
        capProblem={problems.cap}
        onCap={(next) => change({ cap: next })}
        paused={paused}
      />
      <Button type="submit" kind="action" wide busy={action.busy !== undefined} disabled={!canStart}>
        {(canSync(sheet) ? TEXT.content.syncNow : TEXT.content.refreshFigures)(max)}
      </Button>
    </Form>
  );
}
