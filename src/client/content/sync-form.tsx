import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContentSheet } from '../../sidebar/content-calls';
import { count, price } from '../format';
import { RunLimits } from '../run/price-lines';
import { leftText } from '../run/shortage';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { useAction } from '../ui/use-action';
import { PiecesField } from './pieces-field';
import { canSync, EMPTY_SYNC, syncPrice, syncMax, type SyncDraft } from './sync-draft';
import type { RunForms } from '../run/use-run';

interface SyncFormProps {
  sheet: ContentSheet;
  paused: boolean;
  onStart: (form: RunForms['content']) => Promise<void>;
  onAccount: () => void;
}

/** What is new since the sheet's watermark, at a price that stands on the button. */
export function SyncForm({ sheet, paused, onStart, onAccount }: SyncFormProps): JSX.Element {
  const isNewTold = canSync(sheet);
  const [draft, setDraft] = useState<SyncDraft>({ ...EMPTY_SYNC, refresh: !isNewTold });
  const change = (part: Partial<SyncDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const action = useAction();
  const { max, agreed, problems, shortages } = syncPrice(draft, sheet);
  const canStart = max !== undefined && Object.keys(problems).length === 0 && !paused;
  const fetched = !isNewTold
    ? 'from the first on'
    : (sheet.watermark === undefined ? 'missing, new' : 'new') + (draft.refresh ? ', known' : '');
  const start = (): void => {
    if (!canStart) return;
    void action.run('sync', () =>
      onStart({ action: 'sync', sheetId: sheet.id, max, refresh: draft.refresh, cap: agreed }),
    );
  };
  return (
    <Form class="sync" onSubmit={start}>
      <RunLimits
        price={max ?? 0}
        left={sheet.left}
        shortages={shortages}
        paused={paused}
        cap={draft.cap}
        capProblem={problems.cap}
        onCap={(next) => change({ cap: next })}
      />
      <ErrorNote {...action.failure} onAccount={onAccount} />
      <Button type="submit" kind="action" wide busy={action.busy !== undefined} disabled={!canStart}>
        {(isNewTold ? 'Sync now' : 'Refresh figures') + (max === undefined ? '' : ' · at most ' + price(max))}
      </Button>
      <p class="hint">1 request for each piece that comes, {leftText(sheet.left)}.</p>
      <details open={problems.max ? true : undefined}>
        <summary>
          What to fetch <span class="badge">{fetched}</span>
        </summary>
        <PiecesField
          label="At most"
          value={syncMax(draft, sheet)}
          onInput={(next) => change({ max: next })}
          problem={problems.max}
        />
        {isNewTold && sheet.pieces > 0 && (
          <Check
            checked={draft.refresh}
            onChange={(refresh) => change({ refresh })}
            hint={'Each of the ' + count(sheet.pieces, 'piece') + ' that is fetched again costs 1 again.'}
          >
            Refresh figures of known pieces too
          </Check>
        )}
      </details>
    </Form>
  );
}
