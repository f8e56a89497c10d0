import { describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';

const CREATORS = 6;
const LOCK_REFUSAL = 'There are too many LockService operations against the same script.';

const calculate = (addon: Addon, handles: readonly string[]): Promise<unknown> =>
  addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles));

const numbersOf = (shown: unknown): number => tally((shown as unknown[][]).flat())['number'] ?? 0;

async function prepared(): Promise<{ addon: Addon; handles: string[] }> {
  const addon = await createAddon({ standin: { creators: 2000 } });
  return { addon, handles: ordinaryHandles(addon.standin, CREATORS) };
}

describe('a cache that forgets everything at any moment', () => {
  test.each(Array.from({ length: 14 }, (_, index) => index))(
    'after service call %i: nothing is paid twice',
    async (index) => {
      const { addon, handles } = await prepared();
      addon.emulator.faults.intercept = (call) => {
        if (call.index === index && call.phase === 'after') addon.forgetCache();
      };
      expect(numbersOf(await calculate(addon, handles))).toBe(CREATORS);
      expect(numbersOf(await calculate(addon, handles))).toBe(CREATORS);
      addon.forgetCache();
      expect(numbersOf(await calculate(addon, handles))).toBe(CREATORS);
      expect(addon.charged()).toBe(CREATORS);
      await addon.close();
    },
  );

  test('with 12 executions at once and the cache gone after every tenth call, each creator is paid once', async () => {
    const { addon, handles } = await prepared();
    let calls = 0;
    addon.emulator.faults.intercept = ({ phase }) => {
      if (phase === 'after' && ++calls % 10 === 0) addon.forgetCache();
    };
    for (let round = 0; round < 3; round++)
      await addon.shownAll(
        Array.from({ length: 36 }, (_, cell) => ['INFLU_ENGAGEMENT', 'instagram', handles[cell % CREATORS]] as const),
      );
    expect(addon.charged()).toBe(CREATORS);
    await addon.close();
  });
});

describe('a lock service that refuses', () => {
  test('taking the lock: nothing is sent, the cell is pending', async () => {
    const { addon, handles } = await prepared();
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'tryLock' && phase === 'before' ? { throw: LOCK_REFUSAL } : undefined;
    expect(tally(((await calculate(addon, handles)) as unknown[][]).flat())).toEqual({ pending: CREATORS });
    expect(addon.standin.charges.requests().length).toBe(0);
    delete addon.emulator.faults.intercept;
    expect(numbersOf(await calculate(addon, handles))).toBe(CREATORS);
    expect(addon.charged()).toBe(CREATORS);
    await addon.close();
  });

  test('giving it back: the answer comes, and is paid once', async () => {
    const { addon, handles } = await prepared();
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'releaseLock' && phase === 'before' ? { throw: LOCK_REFUSAL } : undefined;
    expect(numbersOf(await calculate(addon, handles))).toBe(CREATORS);
    expect(numbersOf(await calculate(addon, handles))).toBe(CREATORS);
    expect(addon.charged()).toBe(CREATORS);
    await addon.close();
  });
});

const fill = (addon: Addon, bytes: number): void => {
  for (let piece = 0; piece * 9000 < bytes; piece++)
    addon.setProperty(`other/${piece}`, 'x'.repeat(Math.min(9000, bytes - piece * 9000)));
};

describe('a property store that is full', () => {
  test.each([470_000, 494_000, 496_500, 499_000])(
    '%i bytes of others in it: nothing is overspent, nothing wrong is shown',
    async (bytes) => {
      const { addon, handles } = await prepared();
      fill(addon, bytes);
      const shown: unknown[] = [];
      for (let round = 0; round < 3; round++) {
        shown.push(...((await calculate(addon, handles)) as unknown[][]).flat());
        addon.forgetCache();
        addon.emulator.clock.advance(60_000);
      }
      expect(addon.charged()).toBeLessThanOrEqual(CREATORS);
      for (const said of shown)
        if (typeof said !== 'number') expect(said).toMatch(/property store is full|^Paid on|^pending$/);
      await addon.close();
    },
  );
});
