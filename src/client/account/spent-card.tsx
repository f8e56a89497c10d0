import type { JSX } from 'preact';
import type { Account } from '../../sidebar/account-calls';
import { compact, day, number } from '../format';
import { TEXT } from '../text/text';

/** What was spent, as far as this spreadsheet knows. */
export function SpentCard({ account }: { account: Account }): JSX.Element {
  const { today, month, days, drift } = account;
  const unknown = month.unknown;
  return (
    <section class="card" aria-labelledby="spent">
      <h2 id="spent">{TEXT.account.spent}</h2>
      <dl class="spent">
        {(
          [
            [TEXT.account.today, today],
            [TEXT.account.thisMonth, month],
          ] as const
        ).map(([label, { charged, formula }]) => (
          <div key={label}>
            <dt class="faint">{label}</dt>
            <dd>
              <strong>{number(charged)}</strong>
              <span class="faint">{formula > 0 ? TEXT.account.byFormulas(formula) : TEXT.account.noneByFormulas}</span>
            </dd>
          </div>
        ))}
      </dl>
      <DayChart days={days} />
      {unknown > 0 && (
        <p class="hint">
          <span class="key-swatch unknown" />
          {TEXT.account.unknownCharges(unknown)}
        </p>
      )}
      {drift !== 0 && <p class="hint">{drift > 0 ? TEXT.account.driftMore(drift) : TEXT.account.driftLess(-drift)}</p>}
    </section>
  );
}

interface DayBar {
  day: string;
  charged: number;
  unknown: number;
}

const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;

/** One bar for each of the last 30 days, oldest first; a day without anything is 0. */
export function dayBars(days: Account['days'], today: string): DayBar[] {
  const known = new Map(days.map((each) => [each.day, each]));
  // The spreadsheet's time zone may be ahead of the browser's.
  const last = days.reduce((latest, each) => (each.day > latest ? each.day : latest), today);
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const name = new Date(Date.parse(last + 'T00:00:00Z') - (DAYS_SHOWN - 1 - index) * DAY_MS)
      .toISOString()
      .slice(0, 10);
    return { day: name, charged: known.get(name)?.charged ?? 0, unknown: known.get(name)?.unknown ?? 0 };
  });
}

const sumOf = ({ charged, unknown }: DayBar): number => charged + unknown;

/** The chart in words. */
export function barsText(bars: readonly DayBar[]): string {
  const total = bars.reduce((sum, bar) => sum + sumOf(bar), 0);
  if (total === 0) return TEXT.account.noBars;
  const highest = bars.reduce((most, bar) => (sumOf(bar) > sumOf(most) ? bar : most));
  return TEXT.account.barsText(total, highest.day, sumOf(highest));
}

const WIDTH = 252;
const HEIGHT = 64;
const TOP = 14;
const STEP = WIDTH / DAYS_SHOWN;
const BAR = 6;
/** A small charge beside a large one is still seen. */
const LEAST = 2;

const two = (value: number): string => String(value).padStart(2, '0');

const localDay = (): string => {
  const now = new Date();
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
};

/** Bars of the last 30 days. Unknown charges stand on top in another colour. */
function DayChart({ days }: { days: Account['days'] }): JSX.Element {
  const bars = dayBars(days, localDay());
  const most = Math.max(...bars.map(sumOf));
  const heightOf = (value: number): number => (value === 0 ? 0 : Math.max(LEAST, (value / most) * (HEIGHT - TOP)));
  const highest = bars.findIndex((bar) => most > 0 && sumOf(bar) === most);
  const xOf = (index: number): number => index * STEP + (STEP - BAR) / 2;
  const middle = xOf(highest) + BAR / 2;
  return (
    <figure class="chart">
      <svg viewBox={'0 0 ' + WIDTH + ' ' + HEIGHT} role="img" aria-label={barsText(bars)}>
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="axis" />
        {bars.map((bar, index) => (
          <Bar key={bar.day} bar={bar} x={xOf(index)} heightOf={heightOf} />
        ))}
        {highest >= 0 && (
          <text x={Math.min(WIDTH - 2, Math.max(2, middle))} y={10} text-anchor={anchorAt(middle)}>
            {compact(most)}
          </text>
        )}
      </svg>
      <figcaption>
        <span>{day(bars[0]?.day ?? '')}</span>
        {most === 0 && <span>{TEXT.account.nothingYet}</span>}
        <span>{day(bars[bars.length - 1]?.day ?? '')}</span>
      </figcaption>
    </figure>
  );
}

const anchorAt = (x: number): 'start' | 'middle' | 'end' => (x < 16 ? 'start' : x > WIDTH - 16 ? 'end' : 'middle');

function Bar({
  bar,
  x,
  heightOf,
}: {
  bar: DayBar;
  x: number;
  heightOf: (value: number) => number;
}): JSX.Element | null {
  if (sumOf(bar) === 0) return null;
  const charged = heightOf(bar.charged);
  const unknown = heightOf(bar.unknown);
  return (
    <g>
      <title>{TEXT.account.barText(bar.day, bar.charged, bar.unknown)}</title>
      {charged > 0 && <rect x={x} y={HEIGHT - 1 - charged} width={BAR} height={charged} rx="1" class="charged" />}
      {unknown > 0 && (
        <rect x={x} y={HEIGHT - 1 - charged - unknown} width={BAR} height={unknown} rx="1" class="unknown" />
      )}
    </g>
  );
}
