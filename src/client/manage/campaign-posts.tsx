import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BudgetView } from '../../sidebar/budget-view';
import type { CampaignInFront } from '../../sidebar/campaign-calls';
import { hasKey } from '../account/has-key';
import { call } from '../call';
import { day } from '../format';
import { PiecesField } from '../content/pieces-field';
import { readSyncSchedule, SYNC_FIELDS } from '../content/sync-draft';
import { DailyForm } from '../form/daily-form';
import { ConnectKey, PriceLines } from '../run/price-lines';
import { BAD_CAP, shortagesUnder } from '../run/shortage';
import { wholeOf } from '../run/typed-cap';
import type { ReadingControl } from '../selection/use-reading';
import { useBudget } from '../spending';
import { statesText } from '../text/campaign';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { Note } from '../ui/note';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import type { ToolProps } from './tool-props';
import { useCampaignRound } from './use-campaign-round';

type Tracker = Extract<CampaignInFront, { tracker: unknown }>['tracker'];

interface CampaignPostsProps extends ToolProps {
  tracker: Tracker;
  read: BudgetView;
  reading: ReadingControl<unknown, CampaignInFront>;
}

const FIRST_CAP = 500;
const FIRST_MOST = 100;
const within = (text: string): number | undefined => {
  const value = wholeOf(text);
  return value !== undefined && value > 0 && value <= 100_000 ? value : undefined;
};

/** The tracker in front: what its next posts cost at most, under the campaign's cap, and an update for nothing. */
export function CampaignPosts({
  tracker,
  read,
  reading,
  account,
  content,
  onAccount,
}: CampaignPostsProps): JSX.Element {
  // On their way here nulls have become undefined.
  const known: number | null | undefined = tracker.cap;
  const schedule: Tracker['schedule'] | undefined = tracker.schedule;
  const { from } = tracker;
  const isUnsure = tracker.fresh > 0 && (from.kind === 'unread' || from.kind === 'lost');
  // A copied spreadsheet has posts and no cap yet.
  const isUncapped = known === undefined && tracker.sheets.length > 0;
  const posts = tracker.sheets.reduce((sum, sheet) => sum + sheet.posts, 0);
  const [typedCap, setTypedCap] = useState(String(known ?? FIRST_CAP));
  const [typedMost, setTypedMost] = useState<string>();
  const [refresh, setRefresh] = useState(false);
  const [runCap, setRunCap] = useState('');
  const [hasChanged, setHasChanged] = useState(false);
  const action = useAction();
  const round = useCampaignRound(content, reading.readAgain, (work) => void action.run('round', work));
  const budget = useBudget(read);
  const isConnected = hasKey(account);
  const [cap, most] = [typedCap, typedMost ?? String(refresh ? posts + FIRST_MOST : FIRST_MOST)].map(within);
  const left = cap === undefined ? undefined : Math.max(0, cap - tracker.used);
  const price = most === undefined || left === undefined ? undefined : Math.min(most, left);
  const { shortages, agreed, problems } = shortagesUnder(price ?? 0, budget, runCap);
  const { isOccupied } = content;
  const isIdle = action.busy === undefined && !round.isUnderWay;
  const canGet = (price ?? 0) > 0 && !isOccupied && isIdle && !budget.paused && problems.cap === undefined && !isUnsure;
  const get = (): void => {
    if (!canGet || cap === undefined) return;
    setHasChanged(false);
    void action.run('get', async () => {
      // Nothing starts at a price that nobody saw.
      if (!(await reading.isConfirmed())) return setHasChanged(true);
      await round.start({ sheetId: tracker.sheetId, cap, most: agreed, refresh });
    });
  };
  const { update } = round;
  return (
    <>
      <Note kind="good" role="status">
        {update && TEXT.campaign.updated(update.sheet, statesText(update.states), update.found, update.changed)}
      </Note>
      <p>{TEXT.campaign.tracker(tracker.sheet, tracker.deliverables, tracker.open)}</p>
      {tracker.chosen > 0 && <p class="hint">{TEXT.campaign.chosen(tracker.chosen)}</p>}
      {posts > 0 && (
        <p class="hint">
          {TEXT.campaign.postsIn(
            posts,
            tracker.sheets.map(({ name }) => name),
          )}
        </p>
      )}
      {tracker.fresh > 0 && (
        <p class="hint">
          {TEXT.campaign.fresh(tracker.fresh)}
          {from.kind === 'day' && ' ' + TEXT.campaign.freshFrom(day(from.day))}
          {from.kind === 'all' && ' ' + TEXT.campaign.freshAll}
        </p>
      )}
      {tracker.saved.creators > 0 && (
        <p class="hint">{TEXT.campaign.saved(tracker.saved.creators, tracker.saved.sheets)}</p>
      )}
      {tracker.earlier > 0 && (
        <p class="hint">{TEXT.campaign.earlier(from.kind === 'day' ? day(from.day) : undefined)}</p>
      )}
      <Note kind="warn" role="alert">
        {from.kind === 'unread' ? TEXT.campaign.fromUnread(from.text) : isUnsure && TEXT.campaign.fromLost}
      </Note>
      <TextField
        label={TEXT.campaign.cap}
        value={typedCap}
        inputMode="numeric"
        suffix={TEXT.content.requestsUnit}
        problem={cap === undefined ? BAD_CAP : undefined}
        hint={isUncapped ? TEXT.campaign.noCap : TEXT.campaign.capHint(tracker.used)}
        onInput={setTypedCap}
      />
      {(known !== undefined || isUncapped) && cap !== undefined && cap !== known && (
        <Button
          kind="quiet"
          busy={action.busy === 'cap'}
          disabled={!isIdle}
          onClick={() =>
            void action.run('cap', async () => {
              await call('setCampaignCap', { sheetId: tracker.sheetId, cap });
              reading.readAgain();
            })
          }
        >
          {TEXT.campaign.saveCap(cap)}
        </Button>
      )}
      <PiecesField
        label={TEXT.campaign.atMost}
        value={typedMost ?? String(most ?? '')}
        onInput={setTypedMost}
        problem={most === undefined ? BAD_CAP : undefined}
      />
      {posts > 0 && (
        <Check checked={refresh} onChange={setRefresh} hint={TEXT.campaign.refreshHint(posts)}>
          {TEXT.campaign.refresh}
        </Check>
      )}
      <div class="tool-dock">
        {isConnected && left === 0 ? (
          <p class="hint">{TEXT.campaign.capBelow}</p>
        ) : isConnected ? (
          <PriceLines
            price={price ?? 0}
            budget={budget}
            shortages={shortages}
            what={TEXT.campaign.what}
            cap={runCap}
            capProblem={problems.cap}
            onCap={setRunCap}
            isStale={reading.isStale}
            paused={budget.paused}
          />
        ) : (
          <ConnectKey what={TEXT.campaign.toGet} onAccount={onAccount} />
        )}
        {isOccupied && !round.isUnderWay && <p class="hint">{TEXT.campaign.occupied}</p>}
        <Note kind="warn" role="alert">
          {hasChanged && TEXT.campaign.changed}
        </Note>
        {/* Without its own retry, which would buy at the price of then. */}
        <ErrorNote error={action.failure?.error} onAccount={onAccount} />
        {isConnected && (
          <Button wide busy={action.busy === 'get' || round.isUnderWay} disabled={!canGet} onClick={get}>
            {TEXT.campaign.get(price === 0 ? undefined : price)}
          </Button>
        )}
      </div>
      <Button
        wide
        kind="quiet"
        busy={action.busy === 'update'}
        disabled={!isIdle}
        onClick={() => void action.run('update', () => round.updateOnly(tracker.sheetId))}
      >
        {TEXT.campaign.update}
      </Button>
      {tracker.sheets.length > 0 && known !== undefined && (
        <DailyForm
          class="part"
          verb="sync"
          fields={SYNC_FIELDS}
          read={readSyncSchedule}
          on={schedule && <p class="hint">{TEXT.content.scheduleOn(schedule.hour, schedule.cap)}</p>}
          onSet={async (values) => {
            await call('scheduleCampaign', { sheetId: tracker.sheetId, schedule: values });
            reading.readAgain();
          }}
        />
      )}
    </>
  );
}
