import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { Account } from '../../sidebar/account-calls';
import type { Selection } from '../../sidebar/enrich-calls';
import type { Glance } from '../../sidebar/glance-calls';
import { call } from '../call';
import { number } from '../format';
import { AgainCheck, SelectionTab } from '../selection/selection-tab';
import { columnLetters } from '../../core/text';
import { platformLabel } from '../selection/selection-text';
import { useSelectionTab } from '../selection/use-selection-tab';
import { focusOn, isFocusLost } from '../ui/focus';
import { announce } from '../ui/live';
import { Figures } from '../ui/figures';
import { Note } from '../ui/note';
import { ActionChoice, DoublesChoice, ModeChoice, RowChoice } from './choices';
import {
  afterEnrich,
  draftFor,
  enrichForm,
  hidesNewValues,
  keepEnrich,
  keptEnrich,
  modeOf,
  rowsForm,
  type EnrichDraft,
} from './enrich-draft';
import { enrichPriced, selectionCounts, selectionText } from './enrich-price';
import { EnrichRunCard } from './enrich-run-card';
import { priceEach } from './field-group';
import { FieldPicker } from './field-picker';
import { ScheduleCard } from './schedule-card';
import type { EnrichControl } from '../run/use-run';

interface EnrichTabProps {
  account: Account | undefined;
  control: EnrichControl;
  /** What a search just wrote, to be enriched. */
  picked: { platform: Platform } | undefined;
  onAccount: () => void;
  isVisible: boolean;
  glance: Glance | undefined;
}

const KIND = {
  kept: keptEnrich,
  keep: keepEnrich,
  ofSheet: { choices: {}, takesDoubles: false },
  formOf: rowsForm,
  read: (form: ReturnType<typeof rowsForm>): Promise<Selection> => call('readSelection', form),
  sheetOf: ({ sheetId }: Selection) => sheetId,
  identityOf: ({ sheetId, keys, creators, requests }: Selection) => [sheetId, keys, creators, requests],
  textOf: selectionText,
};

/** From selected handles to columns of data. */
export function EnrichTab({
  account,
  control,
  picked,
  onAccount,
  isVisible,
  glance,
}: EnrichTabProps): JSX.Element | null {
  const tab = useSelectionTab(KIND, { account, control, isVisible, glance });
  const { draft, set, setDraft, reading } = tab;
  const { selection } = reading;
  const { run } = control;
  const startButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (picked) set(picked);
  }, [picked]);
  const sheetsSeen = useRef(new Set<number>());
  useEffect(() => {
    if (!selection) return;
    const { hasRunBefore: hadRun, fieldsBefore, sheetId } = selection;
    if (!hadRun && draft.which !== 'all') set({ which: 'all' });
    // Once for each sheet: what is chosen here afterwards counts more.
    if (sheetsSeen.current.has(sheetId)) return;
    sheetsSeen.current.add(sheetId);
    if (hadRun && fieldsBefore.length > 0) set({ fields: fieldsBefore });
  }, [selection]);

  const hasRunBefore = selection?.hasRunBefore ?? false;
  const mode = modeOf(draft, hasRunBefore);
  const plan = selection && enrichPriced(draft, selection);
  const hasWeekly = (account?.person ?? account?.spreadsheet)?.kind === 'organization';
  useEffect(() => {
    if (account && !hasWeekly && draft.action === 'weekly') set({ action: 'enrich' });
  }, [hasWeekly, account === undefined]);

  const choose = (which: EnrichDraft['which']): void => {
    if (!run) return;
    setDraft((now) => draftFor(now, which, run));
    control.close();
    announce('The rows are chosen. The price stands above Start.');
    requestAnimationFrame(() => {
      if (isFocusLost()) focusOn(startButton.current);
    });
  };

  if (!isVisible) return null;
  return (
    <SelectionTab
      tab={tab}
      plan={plan}
      run={<EnrichRunCard control={control} onChoose={choose} onAccount={onAccount} />}
      understood={selection && <Understood selection={selection} />}
      buttonRef={startButton}
      onStart={() =>
        tab.start(async () => {
          if (!selection || !plan) return;
          await control.start(enrichForm(draft, selection, plan.agreed));
          setDraft(afterEnrich);
        })
      }
      onAccount={onAccount}
    >
      <ActionChoice action={draft.action} hasWeekly={hasWeekly} onChange={(action) => set({ action })} />
      {hasRunBefore && <RowChoice which={draft.which} days={draft.days} problem={plan?.problems.days} onChange={set} />}
      {draft.action === 'enrich' ? (
        <>
          <FieldPicker
            fields={draft.fields}
            paths={selection?.paths ?? []}
            problem={plan?.problems.fields}
            onChange={(fields) => set({ fields })}
          />
          <ModeChoice mode={mode} onChange={(next) => set({ mode: next })} />
          {mode !== 'new' && (
            <DoublesChoice
              doubles={selection?.doubles ?? []}
              takes={draft.takesDoubles}
              onChange={(takesDoubles) => set({ takesDoubles })}
            />
          )}
          <AgainCheck tab={tab} priceEach={priceEach(draft.fields)} />
          {hidesNewValues(draft, hasRunBefore) && (
            <Note kind="warn">
              Cells that hold a value keep it. To see what is bought, choose “Overwrite these columns”.
            </Note>
          )}
        </>
      ) : (
        <p class="hint">What became of each row is written to the column “influData status”.</p>
      )}
      {hasRunBefore && selection && (
        <ScheduleCard
          selection={selection}
          platform={selection.keys.platform ?? draft.platform}
          hidden={draft.choices.hidden ?? false}
          onChange={reading.readAgain}
        />
      )}
    </SelectionTab>
  );
}

/** What the selected cells hold, as the server understood it. */
const Understood = ({ selection }: { selection: Selection }): JSX.Element => (
  <>
    <p class="faint one-line">
      {selection.sheet} · {selection.header ? 'header “' + selection.header + '”' : 'no header'}
    </p>
    <Figures class="counts" figures={selectionCounts(selection).map(({ rows, label }) => [label, rows])} />
    {selection.platforms.length > 0 && (
      <p class="faint">
        {selection.platforms.map((each) => platformLabel(each.platform) + ' ' + number(each.creators)).join(' · ')}
        {selection.keys.platformColumn && ' · from column ' + columnLetters(selection.keys.platformColumn)}
      </p>
    )}
  </>
);
