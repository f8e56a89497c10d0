import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import { number, requests } from '../format';
import { DayChart } from './day-chart';

/** What was spent, as far as this spreadsheet knows. */
export function SpentCard({ account }: { account: Account }): JSX.Element {
  const { today, month, days, drift } = account;
  const unknown = month.unknown;
  return (
    <section class="card" aria-labelledby="spent">
      <h2 id="spent">Spent here</h2>
      <dl class="spent">
        {(
          [
            ['Today', today],
            ['This month', month],
          ] as const
        ).map(([label, { charged, formula }]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{number(charged)}</strong>
              <span class="faint">{formula > 0 ? number(formula) + ' by formulas' : 'none by formulas'}</span>
            </dd>
          </div>
        ))}
      </dl>
      <DayChart days={days} />
      {unknown > 0 && (
        <p class="hint">
          <span class="key-swatch unknown" />
          {requests(unknown)} unknown: a reply was lost, so we count it as spent.
        </p>
      )}
      {drift !== 0 && (
        <p class="hint">
          {drift > 0
            ? 'influData charged ' +
              requests(drift) +
              ' more than this spreadsheet knows of: the key is in use elsewhere too.'
            : 'influData charged ' + requests(-drift) + ' less than this spreadsheet counted.'}
        </p>
      )}
    </section>
  );
}
