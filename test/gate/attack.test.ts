import { afterEach, test } from 'vitest';
import { createAddon, KEY, type Addon, type AddonOptions } from '../setup/addon';
import { column, ordinaryHandles } from '../setup/creators';
import { fold } from '../../src/spend/fold';
import { DEFAULT_SETTINGS } from '../../src/spend/settings';
import { ledgerOf } from '../setup/ledger';

let addon: Addon | undefined;
const open = async (options?: AddonOptions): Promise<Addon> => (addon = await createAddon(options));
afterEach(() => addon?.close());
const MIN = 60_000;
const eng = (h: unknown): Promise<unknown> => addon.shown('INFLU_ENGAGEMENT', 'instagram', h);
const log = (name: string, x: unknown): void => console.log(`ATTACK ${name}: ${JSON.stringify(x)}`);
const run = (name: string, args: unknown[], inMs: number) =>
  addon.emulator.run({ name, args, mode: 'CUSTOM_FUNCTION', startAtMs: addon.emulator.clock.now() + inMs });

test('T6 fold', () => {
  const slot = { state: 'reserved', id: 'x', fingerprint: 'f', keyEnd: '1', who: 'w', what: 'formula', formula: true, atMs: 1000, expiresAtMs: 33000, requests: 75, leases: [] };
  const gate = { version: 1, days: {}, keys: { f: { sentBaseMs: 0, sent: [], drift: 0, balance: { left: 924, atMs: 5000, unknown: 0 } } } };
  const { state } = fold({ gate: JSON.stringify(gate), 'slot/0': JSON.stringify(slot) }, { zip: { pack: (t) => t, unpack: (t) => t }, nowMs: 40000, settings: DEFAULT_SETTINGS, timeZone: 'Etc/UTC', day: () => '2026-01-01' });
  log('T6 left must be 849', state);
});

test('T17 recalculate stops half way', async () => {
  await open();
  addon.setSettings({ paused: true });
  const s = addon.emulator.spreadsheet.sheet('Sheet1');
  s.set('A1', '=INFLU_ENGAGEMENT("instagram", "one")');
  s.set('C1', '=INFLU_ENGAGEMENT("instagram", "two")');
  addon.setSettings({ paused: true });
  await addon.emulator.open();
  await addon.emulator.recalculate({ all: true });
  log('T17 before', s.values('A1:C1'));
  let writes = 0;
  const seen: string[] = [];
  addon.emulator.faults.intercept = ({ method, phase }) =>
    method === 'setFormulas' && phase === 'before' && ++writes === 2
      ? { throw: 'You are trying to edit a protected cell or object.' }
      : undefined;
  try {
    await addon.emulator.menu.click('Recalculate unfinished formulas');
  } catch (error) {
    log('T17 click', String(error));
  }
  log('T17', [seen, writes, s.formulas('A1:C1'), s.values('A1:C1')]);
});
