import { createAddon } from '../test/setup/addon';
import { ordinaryHandles } from '../test/setup/creators';
import type { Row } from './row';
import { todaysWay } from './todays-way';

const HOUR_MS = 3_600_000;

interface Sheet {
  /** All cells in this order, at 30 at once; again until none waits or has failed. */
  calculate(handles: readonly string[]): Promise<void>;
  forgetCache(): void;
  advance(ms: number): void;
  charged(): number;
  close(): Promise<void>;
}

const ROUNDS = 30;

async function ours(creators: number): Promise<Sheet & { handles: string[] }> {
  const addon = await createAddon({ account: 'workspace' });
  addon.setSettings({ maxFormulaRequestsPerDay: 100_000, maxRequestsPerDay: 100_000, followersFromStatus: false });
  return {
    handles: ordinaryHandles(addon.standin, creators),
    async calculate(handles) {
      for (let round = 0, left = [...handles]; left.length > 0; round++) {
        if (round > ROUNDS) throw new Error(`${left.length} cells do not come to an end`);
        const shown = await addon.shownAll(left.map((handle) => ['INFLU_FOLLOWERS', 'instagram', handle]));
        left = left.filter((_, index) => typeof shown[index] !== 'number');
      }
    },
    forgetCache: addon.forgetCache,
    advance: addon.emulator.clock.advance,
    charged: addon.charged,
    close: addon.close,
  };
}

async function theirs(): Promise<Sheet> {
  const { emulator, standin, close } = await todaysWay();
  return {
    async calculate(handles) {
      for (let round = 0, left = [...handles]; left.length > 0; round++) {
        if (round > ROUNDS) throw new Error(`${left.length} cells do not come to an end`);
        const shown = await emulator.cells(left.map((handle) => ({ name: 'FOLLOWERS', args: [handle] })));
        left = left.filter((_, index) => shown[index]?.error !== undefined);
      }
    },
    forgetCache: () => emulator.stores.cache('document').clear(),
    advance: emulator.clock.advance,
    charged: () => standin.charges.total(),
    close,
  };
}

/** What happens to a sheet in a day; each time Sheets calculates all its cells anew. */
const EVENTS: readonly [what: string, happen: (sheet: Sheet) => void][] = [
  ['filled in', () => undefined],
  ['reloaded', () => undefined],
  ['sorted', () => undefined],
  ['the cache evicted', (sheet) => sheet.forgetCache()],
  ['7 hours later', (sheet) => sheet.advance(7 * HOUR_MS)],
];

export interface Charges {
  event: string;
  ours: number;
  today: number;
}

/** Charged so far after each event, in requests. */
export async function chargesOf(cells: number, creators: number): Promise<Charges[]> {
  const [own, other] = [await ours(creators), await theirs()];
  const handles = Array.from({ length: cells }, (_, cell) => own.handles[cell % creators] ?? '');
  const list: Charges[] = [];
  for (const [event, happen] of EVENTS) {
    for (const sheet of [own, other]) {
      happen(sheet);
      await sheet.calculate(event === 'sorted' ? handles.toReversed() : handles);
    }
    list.push({ event, ours: own.charged(), today: other.charged() });
  }
  await own.close();
  await other.close();
  return list;
}

export async function charges(): Promise<Row[]> {
  const [cells, creators] = [1000, 200];
  return (await chargesOf(cells, creators)).map(({ event, ours: paid, today }) => ({
    what: `${cells} cells over ${creators} creators, ${event}`,
    unit: 'requests so far',
    ours: paid,
    limit: creators,
    today,
    source: 'one request a creator (price list)',
  }));
}
