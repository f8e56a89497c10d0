import type { JSX } from 'preact';
import type { Account } from '../../sidebar/account-calls';
import type { Glance } from '../../sidebar/glance-calls';
import type { ReportForm, ReportKind, ReportSelection, ReportSelectionForm } from '../../sidebar/report-calls';
import { call } from '../call';
import { MoreLike } from '../find/more-like';
import { AgainCheck, SelectionTab } from '../selection/selection-tab';
import { platformLabel } from '../selection/selection-text';
import { sentSelection, useSelectionTab } from '../selection/use-selection-tab';
import { TEXT } from '../text/text';
import { Radios } from '../ui/check';
import { FitCard } from './fit-card';
import { OfferCard } from './offer-card';
import { PendingCard, usePending } from './pending-card';
import { afterReport, keepReport, keptReport, type ReportDraft, reportForm, reportSelectionForm } from './report-draft';
import { KIND_NAMES, KINDS } from './report-kind';
import { creatorsAndPrice, creatorsText, isMade, reportPriced, stateText } from './report-price';
import { ReportRunCard } from './report-run-card';
import type { ReportControl } from '../run/use-run';

interface ReportTabProps {
  account: Account | undefined;
  control: ReportControl;
  onAccount: () => void;
  isVisible: boolean;
  selected: Glance['selection'];
}

const KIND = {
  kept: keptReport,
  keep: keepReport,
  ofSheet: { choices: {} },
  formOf: reportSelectionForm,
  read: (form: ReportSelectionForm): Promise<ReportSelection> => call('readReport', form),
  sheetOf: ({ sheet }: ReportSelection) => sheet,
  identityOf: creatorsAndPrice,
  textOf: creatorsText,
};

const KIND_OPTIONS = KIND_NAMES.map((value) => ({ value, label: KINDS[value].label, hint: KINDS[value].hint }));

const SEEN_MS = 700;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From selected handles to audience reports, a fit score, an offer check, creators side by side. */
export function ReportTab({ account, control, onAccount, isVisible, selected }: ReportTabProps): JSX.Element | null {
  const tab = useSelectionTab(KIND, { account, control, isVisible, selected });
  const { draft, reading } = tab;
  const { selection } = reading;
  const pending = usePending(isVisible && tab.hasKey && !tab.isOccupied);
  const plan = selection && reportPriced(draft, selection);
  const startForm = async (form: ReportForm): Promise<void> => {
    await control.start(form);
    tab.setDraft(afterReport);
  };
  const check = async (): Promise<void> => {
    await reading.readBy((form) => call('checkReport', form));
    // The second click of a double one must not buy: the price stands there now, to be seen first.
    await wait(SEEN_MS);
  };
  const creators = sentSelection(draft);

  if (!isVisible) return null;
  return (
    <SelectionTab
      tab={tab}
      plan={plan}
      run={<ReportRunCard control={control} onAccount={onAccount} />}
      understood={
        selection && (
          <>
            <CreatorList selection={selection} draft={draft} />
            {selection.creators.length === 1 && (
              <MoreLike {...creators} selected={selected?.figure} onAccount={onAccount} />
            )}
          </>
        )
      }
      onStart={() =>
        plan?.isToCheck ? tab.start(check, false) : plan && tab.start(() => startForm(reportForm(draft, plan)))
      }
      onAccount={onAccount}
    >
      <Radios
        label={TEXT.report.reportType}
        name="kind"
        value={draft.kind}
        options={KIND_OPTIONS}
        onChange={(kind) => tab.set({ kind: kind as ReportKind })}
      />
      <AgainCheck tab={tab} priceEach={KINDS[draft.kind].priceEach} />
      {tab.hasKey && (
        <div class="report-sections">
          <PendingCard reading={pending} account={account} onStart={startForm} onAccount={onAccount} />
          <FitCard creators={creators} last={selection?.targets} onMade={reading.readAgain} onAccount={onAccount} />
          <OfferCard
            creators={creators}
            selection={selection}
            isConfirmed={reading.isConfirmed}
            onMade={reading.readAgain}
            onAccount={onAccount}
          />
        </div>
      )}
    </SelectionTab>
  );
}

/** The selected creators, each with what is known of it. Texts are strangers' texts. */
function CreatorList({ selection, draft }: { selection: ReportSelection; draft: ReportDraft }): JSX.Element {
  const { creators, most, beyond, sheet } = selection;
  const platforms = new Set(creators.map(({ platform }) => platform));
  return (
    <>
      <p class="faint one-line">{TEXT.report.creatorsInSheet(creators.length, sheet)}</p>
      {creators.length > 0 && (
        <ul class="report-creators" tabIndex={0} aria-label={TEXT.report.creators}>
          {creators.map((creator) => (
            <li key={creator.key} class={creator.state === 'known' ? 'free' : isMade(creator) ? '' : 'left-out'}>
              <span class="one-line" title={creator.handle}>
                {creator.handle}
                {platforms.size > 1 && <span class="faint"> · {platformLabel(creator.platform)}</span>}
              </span>
              <span class="report-state">{stateText(creator, draft)}</span>
              {creator.note && <span class="hint">{creator.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {beyond > 0 && (
        <p class="note warn report-beyond">
          <span>{TEXT.report.tooMany(most, beyond)}</span>
        </p>
      )}
    </>
  );
}
