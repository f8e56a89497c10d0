import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FormulaHelp, Insertion } from '../../sidebar/help-calls';
import { SWITCHES } from '../account/setting-field';
import { call } from '../call';
import { capital } from '../format';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

interface FormulaListProps {
  formulas: readonly FormulaHelp[];
  onAccount: () => void;
}

export const FormulaList = ({ formulas, onAccount }: FormulaListProps): JSX.Element => (
  <details class="more">
    <summary>{TEXT.help.formulas}</summary>
    <p class="hint">{TEXT.help.formulasHint}</p>
    {formulas.map((formula) => (
      <FormulaCard key={formula.name} formula={formula} onAccount={onAccount} />
    ))}
  </details>
);

/** As the form under Account calls it. */
const settingLabel = (name: string): string => SWITCHES.find((each) => each.name === name)?.label ?? name;

/** What it gives and costs, and its example, to be put into the active cell. */
function FormulaCard({ formula, onAccount }: { formula: FormulaHelp; onAccount: () => void }): JSX.Element {
  const { name, example, exampleRequests, requests, per, gives, offBy } = formula;
  const [place, setPlace] = useState<Insertion>();
  const { run, busy, failure } = useAction();
  const isOccupied = place?.state === 'occupied';
  const holder = useReturnFocus<HTMLElement>(isOccupied ? 'over' : '');
  const insert = (over: string): void =>
    void run('insert', async () => {
      setPlace(undefined);
      const next = await call('insertFormula', { name, over });
      setPlace(next);
      if (next.state === 'inserted') announce(TEXT.help.inserted(next.cell));
    });
  return (
    <section class="card" ref={holder}>
      <h3 class="break">{name}</h3>
      <p class="mono break">{example}</p>
      <p class="hint">
        {capital(gives)} · {TEXT.help.cost(requests, per)}
      </p>
      {offBy === undefined ? (
        !isOccupied && (
          <div class="spread below">
            <Button
              label={TEXT.help.insertNamed(exampleRequests, name)}
              busy={busy !== undefined}
              opens="over"
              onClick={() => insert('')}
            >
              {TEXT.help.insert(exampleRequests)}
            </Button>
            {place && <span class="faint">{TEXT.help.inserted(place.cell)}</span>}
          </div>
        )
      ) : (
        <>
          <p>{TEXT.help.off(settingLabel(offBy))}</p>
          <Button kind="quiet" onClick={onAccount}>
            {TEXT.help.openAccount}
          </Button>
        </>
      )}
      {isOccupied && (
        <Confirm
          question={TEXT.help.occupied(place.cell)}
          yes={TEXT.help.replace}
          busy={busy !== undefined}
          onYes={() => insert(place.at)}
          onNo={() => setPlace(undefined)}
        />
      )}
      <ErrorNote {...failure} />
    </section>
  );
}
