import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { ConflictMade, ConflictView } from '../../sidebar/conflict-calls';
import { hasKey } from '../account/has-key';
import { call } from '../call';
import { ConnectKey, PriceNotes } from '../run/price-lines';
import { ProgressBar } from '../run/progress-bar';
import { shortagesUnder } from '../run/shortage';
import { PlatformField } from '../selection/platform-field';
import { useReading } from '../selection/use-reading';
import { useBudget, usePaused } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote, ReadingNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { Tool } from './tool';
import type { ToolProps } from './tool-props';

export const ConflictTool = (props: ToolProps): JSX.Element => (
  <Tool title={TEXT.conflict.check}>{() => <ConflictForm {...props} />}</Tool>
);

const read = (form: { platform: Platform | '' }): Promise<ConflictView> => call('readConflict', form);
const priceIn = ({ sheetId, creators, requests, brands }: ConflictView): unknown => [
  sheetId,
  creators,
  requests,
  brands,
];

/** How far buying is. */
interface Progress {
  done: number;
  all: number;
}

/** Brands in a sheet, creators of the sheet in front, and a matrix of who mentioned whom. */
function ConflictForm({ account, selected, isVisible, onAccount, onPosts }: ToolProps): JSX.Element {
  const [platform, setPlatform] = useState<Platform | ''>('instagram');
  const [made, setMade] = useState<ConflictMade>();
  const [stopped, setStopped] = useState('');
  const [progress, setProgress] = useState<Progress>();
  const isConnected = hasKey(account);
  const action = useAction();
  const isIdle = action.busy === undefined;
  const reading = useReading(read, priceIn, { platform }, isVisible, selected && String(selected.sheetId));
  const view = reading.selection;
  const budget = useBudget(view?.budget);
  const paused = usePaused();
  const price = view?.requests ?? 0;
  const { shortages, agreed } = budget ? shortagesUnder(price, budget, '') : { shortages: [], agreed: 0 };
  const canCheck = view?.brands !== undefined && view.brands.competitors + view.brands.own > 0 && !reading.isStale;

  const openBrands = (): void =>
    void action.run('brands', async () => {
      const { sheet } = await call('openBrands', {});
      announce(TEXT.conflict.typeBrands(sheet));
      reading.readAgain();
    });
  const check = (buys: boolean): void => {
    if (!view || !canCheck || (buys && paused)) return;
    void action
      .run(buys ? 'buy' : 'check', async () => {
        setMade(undefined);
        setStopped('');
        // Nothing is bought at a price that nobody saw.
        if (!(await reading.isConfirmed())) return setStopped(TEXT.conflict.changed);
        const form = { platform, sheetId: view.sheetId };
        if (buys) setStopped(await bought(form, agreed, setProgress));
        const sheet = await call('checkConflicts', form);
        setMade(sheet);
        announce(TEXT.conflict.made(sheet.sheet));
      })
      .then(() => {
        setProgress(undefined);
        reading.readAgain();
      });
  };

  return (
    <div class="tool">
      <p class="hint">{TEXT.conflict.checkHint}</p>
      <Brands view={view} busy={action.busy === 'brands'} onOpen={openBrands} />
      <PlatformField platform={platform} onChange={setPlatform} />
      <ReadingNote error={reading.error} retry={reading.readAgain} onAccount={onAccount} />
      {view && !reading.error && budget && (
        <>
          <p class="faint" aria-live="polite">
            {TEXT.conflict.timelines(view.creators, view.sheet, view.creators - price, view.hidden)}
          </p>
          <div class="tool-dock">
            <PriceNotes price={price} shortages={shortages} paused={paused} />
            {progress && <ProgressBar done={progress.done} all={progress.all} unit="creator" />}
            {price > 0 && !isConnected ? (
              <ConnectKey what={TEXT.conflict.toCheck} onAccount={onAccount} />
            ) : (
              <Button
                wide
                busy={action.busy === (price > 0 ? 'buy' : 'check')}
                disabled={!canCheck || !isIdle || (price > 0 && paused)}
                onClick={() => check(price > 0)}
              >
                {TEXT.conflict.checkFor(price)}
              </Button>
            )}
          </div>
          {price > 0 && (
            <Button wide busy={action.busy === 'check'} disabled={!canCheck || !isIdle} onClick={() => check(false)}>
              {TEXT.conflict.checkSaved}
            </Button>
          )}
          <Posts view={view} onPosts={onPosts} />
        </>
      )}
      <Note kind="warn" role="status">
        {stopped}
      </Note>
      {made && (
        <Note kind="good" role="status">
          {TEXT.conflict.result(made)}
        </Note>
      )}
      {/* Without its own retry, which would buy at the price of then. */}
      <ErrorNote error={action.failure?.error} onAccount={onAccount} />
    </div>
  );
}

/** Call after call, while there is more to buy and it goes on; never more than was agreed. Returns why it ended early. */
async function bought(
  form: { platform: Platform | ''; sheetId: number },
  agreed: number,
  onProgress: (progress: Progress) => void,
): Promise<string> {
  let [room, before] = [agreed, Infinity];
  for (;;) {
    if (room <= 0) return '';
    const { charged, left, reason } = await call('buyTimelines', { ...form, cap: room });
    room -= charged;
    onProgress({ done: agreed - Math.min(room, left), all: agreed });
    if (left === 0) return '';
    // An answer that failed for good leaves the others to be checked.
    if (left >= before || reason !== '') return reason || TEXT.conflict.noTurn(left);
    before = left;
  }
}

interface BrandsProps {
  view: ConflictView | undefined;
  busy: boolean;
  onOpen: () => void;
}

/** The brands stand in a sheet that anybody can edit. */
const Brands = ({ view, busy, onOpen }: BrandsProps): JSX.Element => (
  <div class="spread">
    <p>
      {view?.brands
        ? TEXT.conflict.brands(view.brands.competitors, view.brands.own)
        : view
          ? TEXT.conflict.noBrands
          : TEXT.conflict.brandsStand}
    </p>
    <Button kind="quiet" busy={busy} onClick={onOpen}>
      {view && !view.brands && !view.brandProblem ? TEXT.conflict.makeBrands : TEXT.conflict.openBrands}
    </Button>
    <Note kind="warn">{view?.brandProblem}</Note>
  </div>
);

const MONTHS = ['1', '3', '6', '12'];
const DAY_MS = 86_400_000;

/** What a creator posted costs 1 request a post: *Content* gets it, with its own cap and price. */
function Posts({ view, onPosts }: { view: ConflictView; onPosts: ToolProps['onPosts'] }): JSX.Element {
  const [months, setMonths] = useState('3');
  const { next } = view;
  return (
    <>
      <p>
        <strong>{TEXT.conflict.posts}</strong>
      </p>
      {next ? (
        <>
          <p class="hint">{TEXT.conflict.postsHint}</p>
          <Select
            isRow
            label={TEXT.conflict.since}
            value={months}
            options={MONTHS.map((value) => ({ value, label: TEXT.conflict.months(Number(value)) }))}
            onChange={setMonths}
          />
          <Button
            wide
            onClick={() =>
              onPosts({
                platform: [next.platform],
                username: next.handles,
                // The usual least number of followers would leave small creators out without a word.
                followerMin: '1',
                uploadedFrom: new Date(Date.now() - Number(months) * 30.5 * DAY_MS).toISOString().slice(0, 10),
              })
            }
          >
            {TEXT.conflict.getPosts(next.handles.length, next.left)}
          </Button>
        </>
      ) : (
        <p class="hint">{TEXT.conflict.allAsked}</p>
      )}
    </>
  );
}
