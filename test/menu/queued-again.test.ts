import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, KEY, type Addon } from '../setup/addon';

const LABEL = 'Recalculate unfinished formulas';
const HOUR_MS = 3_600_000;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon' });
  await addon.emulator.open();
  addon.setSettings({ audienceInFormulas: true });
});
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
const lastToast = (): string => addon.emulator.ui.toasts.at(-1)?.message ?? '';
const shown = (): unknown[] =>
  sheet()
    .values('B1:B6')
    .map(([cell]) => (typeof cell === 'number' ? 'number' : cell));
async function click(): Promise<string> {
  await addon.emulator.menu.click(LABEL);
  await addon.emulator.recalculate();
  return lastToast();
}

/** Somebody else asked for these two hours ago: influData is done with them before our states are a day old. */
async function typed(): Promise<void> {
  const { creators } = addon.standin;
  const agoMs = addon.emulator.clock.now() - 2 * HOUR_MS;
  for (const handle of ['brand.new.one', 'brand.new.two'])
    creators.enrich('instagram', handle, undefined, handle.endsWith('one') ? agoMs : agoMs + HOUR_MS);
  const pending = creators.find('instagram', 'special.pending');
  if (pending) creators.queueAnalysis(pending, agoMs + HOUR_MS);
  sheet().set('B1', [
    ['=INFLU_ENGAGEMENT("instagram","brand.new.one")'],
    ['=INFLU_ENGAGEMENT("instagram","brand.new.two")'],
    ['=INFLU_STATUS("instagram","brand.new.one")'],
    ['=INFLU_FOLLOWERS("instagram","brand.new.one")'],
    ['=INFLU_ENGAGEMENT("facebook","brand.new.three")'],
    ['queued'],
  ]);
  sheet().set('D1', '=INFLU_AUDIENCE("instagram","special.pending","gender")');
  await addon.emulator.recalculate({ all: true });
  // What is known is in the cache again, and so is the data status.
  for (const hours of [17, 5]) {
    addon.emulator.clock.advance(hours * HOUR_MS);
    await addon.emulator.recalculate({ all: true });
  }
}

const audience = (): unknown => sheet().get('D1').value;

test('who is ready is asked again and the price is said; nobody still being processed is bought again', async () => {
  await typed();
  expect([shown(), audience(), addon.charged()]).toEqual([Array(6).fill('queued'), 'audience pending', 1]);
  addon.emulator.clock.advance(0.5 * HOUR_MS);
  // The platform of the last has no data status, so asking is the only way to learn it; it is queued still, and free.
  expect(await click()).toBe(
    '6 formulas recalculated. Asking again for 2 creators: 2 requests at most. influData is still working on 2 creators.',
  );
  expect(shown()).toEqual(['number', 'queued', 'ready', 'number', 'queued', 'queued']);
  expect([audience(), addon.charged()]).toEqual(['audience pending', 2]);

  addon.emulator.clock.advance(HOUR_MS);
  expect(await click()).toBe('3 formulas recalculated. Asking again for 3 creators: 22 requests at most.');
  expect([shown()[1], audience(), addon.charged()]).toEqual(['number', 'Gender', 23]);
});

test('where the key is refused nobody is asked again and it is said; what is asked again keeps to the caps', async () => {
  await typed();
  addon.emulator.clock.advance(0.5 * HOUR_MS);
  addon.setProperty('INFLUDATA_API_KEY', 'wrong-key');
  expect(await click()).toMatch(/^6 formulas recalculated\. .*4 creators not checked: influData refused the API key/);
  expect([shown()[0], addon.charged()]).toEqual(['queued', 1]);
  addon.setProperty('INFLUDATA_API_KEY', KEY);
  addon.setSettings({ maxFormulaRequestsPerDay: 0 });
  expect(await click()).toMatch(/Asking again for 2 creators: 2 requests at most/);
  expect([shown()[0], addon.charged()]).toEqual([expect.stringMatching(/^budget reached/), 1]);
});
