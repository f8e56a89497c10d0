import { createContext, type JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Alike, AlikeReply } from '../../sidebar/alike-calls';
import type { FoundView } from '../../sidebar/find-calls';
import type { Platform } from '../../schema/platform';
import type { SelectionChoices } from '../../sidebar/selection-calls';
import { call } from '../call';
import { PriceNotes } from '../run/price-lines';
import { shortagesOf } from '../run/shortage';
import { usePaused, useSpending } from '../spending';
import { TEXT } from '../text/text';
import { Button, IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

const AlikeContext = createContext<(alike: Alike) => void>(() => undefined);
/** Whoever shows a search for creators like one, filled in. */
export const AlikeProvider = AlikeContext.Provider;

/** The second click of a double one must not buy: the price is to be seen first. */
const SEEN_MS = 700;

interface MoreLikeProps {
  /** Which cells are meant, and how they are read. */
  platform: Platform | '';
  choices?: SelectionChoices;
  /** Another one whenever the selection is. */
  selected: string | undefined;
  /** It stands by itself. */
  isAlone?: boolean;
  onAccount: () => void;
}

/** Opens *Find* filled with what the selected creator is like. Where nothing of it is saved, the button says the price first. */
export function MoreLike({ platform, choices, selected, isAlone = false, onAccount }: MoreLikeProps): JSX.Element {
  const onAlike = useContext(AlikeContext);
  const { budget } = useSpending();
  const paused = usePaused();
  const action = useAction();
  const [priced, setPriced] = useState<AlikeReply>();
  const [seen, setSeen] = useState<AlikeReply>();
  useEffect(() => {
    setPriced(undefined);
    action.clear();
  }, [selected, platform]);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(priced), SEEN_MS);
    return () => clearTimeout(timer);
  }, [priced]);
  const price = priced?.price ?? 0;
  const isStopped = price > 0 && (paused || seen !== priced);
  const open = (): void =>
    void action.run('alike', async () => {
      const reply = await call('alikeSelected', { platform, ...(choices && { choices }), pays: price > 0 });
      setPriced(reply.price > 0 ? reply : undefined);
      if (reply.found) onAlike(reply.found);
      else announce(TEXT.find.moreLikeCosts(reply.handle, reply.price));
    });
  return (
    <div class={isAlone ? '' : 'more-like'}>
      <Button
        kind={isAlone ? 'plain' : 'quiet'}
        wide={isAlone}
        busy={action.busy !== undefined}
        disabled={isStopped}
        onClick={open}
      >
        {TEXT.find.moreLike(price)}
      </Button>
      {priced && <p class="hint">{TEXT.find.moreLikeCosts(priced.handle, price)}</p>}
      {priced && budget && <PriceNotes price={price} shortages={shortagesOf(price, budget)} paused={paused} />}
      <ErrorNote {...action.failure} onAccount={onAccount} />
    </div>
  );
}

interface MoreLikeFoundProps {
  creator: FoundView;
  platform: Platform;
  /** What it is called here. */
  name: string;
}

/** The same for a creator that a search shows: its row is saved, so this is free. */
export function MoreLikeFound({ creator, platform, name }: MoreLikeFoundProps): JSX.Element {
  const onAlike = useContext(AlikeContext);
  const { run, busy, failure } = useAction();
  const { id, username, country, followers = null } = creator;
  return (
    <>
      <IconButton
        icon="alike"
        label={TEXT.find.moreLikeNamed(name)}
        busy={busy !== undefined}
        onClick={() =>
          void run('alike', async () => {
            const { found } = await call('alikeFound', { platform, id, username, country, followers });
            if (found) onAlike(found);
          })
        }
      />
      {failure && (
        <div class="creator-error">
          <ErrorNote {...failure} />
        </div>
      )}
    </>
  );
}
