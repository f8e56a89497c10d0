import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { Account } from '../../sidebar/account-calls';
import type { EnrichForm, EnrichView, Selection } from '../../sidebar/enrich-calls';
import type { Glance } from '../../sidebar/glance-calls';
import { call } from '../call';
import { MoreLike } from '../find/more-like';
import { number } from '../format';
import { AgainCheck, SelectionTab } from '../selection/selection-tab';
import { columnLetters } from '../../core/text';
import { platformLabel } from '../selection/selection-text';
import { sentSelection, useSelectionTab } from '../selection/use-selection-tab';
import { TEXT } from '../text/text';
import { focusOn, isFocusLost } from '../ui/focus';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { ActionChoice, DoublesChoice, ModeChoice, RowChoice } from './choices';
import {
  afterEnrich,
  draftFor,
  enrichForm,
  fieldsIn,
  hidesNewValues,
  keepEnrich,
  keptEnrich,
  modeOf,
  restForm,
  rowsForm,
  type EnrichDraft,
  type Tried,
} from './enrich-draft';
import { enrichPriced, selectionCounts, selectionText, trialOf } from './enrich-price';
import { EnrichRunCard } from './enrich-run-card';
import { priceEach } from './field-group';
import { FieldPicker } from './field-picker';
import { ScheduleCard } from './schedule-card';
import { LeftOutChoice } from '../run/left-out';
import type { EnrichControl } from '../run/use-run';

interface EnrichTabProps {
  account: Account | undefined;
  control: EnrichControl;
  /** What a search just wrote, to be enriched. */
  picked: { platform: Platform } | undefined;
  onAccount: () => void;
  isVisible: boolean;
  selected: Glance['selection'];
}

const KIND = {
  kept: keptEnrich,
  keep: keepEnrich,
  ofSheet: { choices: {}, takesDoubles: false, fields: [], isProposed: true, byStatus: 'skip' as const },
  formOf: rowsForm,
  read: (form: ReturnType<typeof rowsForm>): Promise<Selection> => call('readSelection', form),
  sheetOf: ({ sheetId }: Selection) => sheetId,
  identityOf: ({ sheetId, keys, creators, requests, fields }: Selection) => [sheetId, keys, creators, requests, fields],
  textOf: selectionText,
};

/** From selected handles to columns of data. */
export function EnrichTab({
  account,
  control,
  picked,
  onAccount,
  isVisible,
  selected,
}: EnrichTabProps): JSX.Element | null {
  const tab = useSelectionTab(KIND, { account, control, isVisible, selected });
  const { set, setDraft, reading } = tab;
  const { selection } = reading;
  const draft = fieldsIn(tab.draft, selection?.fields);
  const { run } = control;
  const startButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (picked) set(picked);
  }, [picked]);
  useEffect(() => {
    if (selection && !selection.hasRunBefore && draft.which !== 'all') set({ which: 'all' });
  }, [selection]);
  /** What was tried, and what the rest of it costs. */
  const [tried, setTried] = useState<Tried>();
  const rest = tried && run?.id === tried.runId && run.state === 'done' ? tried : undefined;

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
    announce(TEXT.enrich.rowsSelected);
    requestAnimationFrame(() => {
      if (isFocusLost()) focusOn(startButton.current);
    });
  };

  const startWith = async (form: EnrichForm): Promise<EnrichView> => {
    const started = await control.start(form);
    setDraft(afterEnrich);
    return started;
  };
  const trial = selection && plan && trialOf(plan.price, selection);

  if (!isVisible) return null;
  return (
    <SelectionTab
      tab={tab}
      plan={plan}
      run={
        <EnrichRunCard
          control={control}
          onChoose={choose}
          onAccount={onAccount}
          rest={
            rest && {
              label: TEXT.enrich.runRest(rest.all - rest.creators, rest.requests),
              onClick: () => tab.start(async () => void (await startWith(restForm(rest))), false),
            }
          }
        />
      }
      understood={
        selection && (
          <>
            <Understood selection={selection} />
            {selection.creators === 1 && (
              <MoreLike {...sentSelection(draft)} selected={selected?.figure} onAccount={onAccount} />
            )}
          </>
        )
      }
      buttonRef={startButton}
      onStart={() =>
        tab.start(async () => {
          if (selection && plan) await startWith(enrichForm(draft, selection, plan.agreed));
        })
      }
      trial={
        trial && {
          label: TEXT.enrich.tryFirst(trial.creators, trial.requests),
          onStart: () =>
            tab.start(async () => {
              if (!selection) return;
              const form = enrichForm(draft, selection, trial.requests);
              const started = await startWith({ ...form, part: 'first' });
              setTried({
                runId: started.id,
                form,
                ...trial,
                all: selection.creators,
                requests: selection.requests - trial.requests,
              });
            }),
        }
      }
      onAccount={onAccount}
    >
      <LeftOutChoice
        leftOut={selection?.leftOut}
        byStatus={draft.byStatus}
        mark={TEXT.pipeline.enrichAndMark}
        hint={selection?.leftOut ? TEXT.pipeline.selected(selection.leftOut.creators, selection.leftOut.places) : ''}
        onChange={(byStatus) => set({ byStatus })}
      />
      <ActionChoice action={draft.action} hasWeekly={hasWeekly} onChange={(action) => set({ action })} />
      {hasRunBefore && <RowChoice which={draft.which} days={draft.days} problem={plan?.problems.days} onChange={set} />}
      {draft.action === 'enrich' ? (
        <>
          <FieldPicker
            fields={draft.fields}
            paths={selection?.paths ?? []}
            there={selection?.there ?? []}
            notGiven={selection?.notGiven ?? []}
            problem={plan?.problems.fields}
            onChange={(fields) => set({ fields, wished: fields, isProposed: false })}
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
          {hidesNewValues(draft, hasRunBefore) && <Note kind="warn">{TEXT.enrich.fillHidesValues}</Note>}
        </>
      ) : (
        <p class="hint">{TEXT.enrich.statusColumnHint}</p>
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
    <p>{selectionCounts(selection).join(' · ')}</p>
    <p class="faint">
      {[
        selection.sheet,
        ...selection.platforms.map((each) => platformLabel(each.platform) + ' ' + number(each.creators)),
        ...(selection.keys.platformColumn
          ? [TEXT.enrich.platformsFrom(columnLetters(selection.keys.platformColumn))]
          : []),
      ].join(' · ')}
    </p>
  </>
);
