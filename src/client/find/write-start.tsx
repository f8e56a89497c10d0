import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RunForm } from '../../sidebar/find-calls';
import { PriceLines } from '../run/price-lines';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useAction } from '../ui/use-action';
import { leftOutHint, usualChoice, writePlan, type WriteSource } from './write-plan';

interface WriteStartProps {
  source: WriteSource;
  paused: boolean;
  onStart: (form: RunForm) => Promise<void>;
  onOptions: () => void;
  onAccount: () => void;
}

/** The second click of a double one on Search must not buy: the price is to be seen first. */
const SEEN_MS = 700;

/** The first creators into a new sheet with one click; everything else by the options. */
export function WriteStart({ source, paused, ...props }: WriteStartProps): JSX.Element {
  const action = useAction();
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSeen(true), SEEN_MS);
    return () => clearTimeout(timer);
  }, []);
  const choice = usualChoice(source);
  const plan = writePlan(choice, { ...source, picks: [] });
  const total = source.count ?? 0;
  const first = Number(choice.first);
  const canStart = isSeen && !(paused && plan.price > 0);
  const start = (): void =>
    void action.run('start', () =>
      props.onStart({
        ...source.search,
        ...plan.pages,
        sheetId: null,
        known: 'skip',
        pictures: false,
        picks: [],
        again: false,
        ...(source.without && { without: [...source.without] }),
        cap: plan.agreed,
      }),
    );
  return (
    <>
      <ErrorNote {...action.failure} onAccount={props.onAccount} />
      <PriceLines
        price={plan.price}
        budget={source.budget}
        shortages={plan.shortages}
        what={
          <>
            {TEXT.find.writeUsual(
              first,
              total,
              <button type="button" class="link" onClick={props.onOptions}>
                {TEXT.find.options}
              </button>,
            )}
          </>
        }
        hint={leftOutHint(source)}
        cap=""
        capProblem={undefined}
        onCap={props.onOptions}
        paused={paused}
      />
      <Button kind="action" wide busy={action.busy !== undefined} disabled={!canStart} onClick={start}>
        {TEXT.find.write(first, plan.price)}
      </Button>
    </>
  );
}
