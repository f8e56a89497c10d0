import { expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { value } from './page';

/** Of the countries: what stands between a formula's arguments where 1.5 is written with a comma is a semicolon. */
test.each([
  ['en_US', ','],
  ['en_GB', ','],
  ['ja_JP', ','],
  ['es_MX', ','],
  ['de_CH', ','],
  ['de_DE', ';'],
  ['fr_FR', ';'],
  ['pt_BR', ';'],
  ['es_ES', ';'],
  ['tr_TR', ';'],
  ['en_ZA', ';'],
])('in %s a copied formula has "%s" between its arguments', async (locale, separator) => {
  const addon = await createAddon({ locale, standin: { creators: 200 } });
  expect((await value(addon, 'open', {})).separator).toBe(separator);
  await addon.close();
});

test('the sidebar opens in two seconds of service calls, and costs nothing', async () => {
  const addon = await createAddon({ standin: { creators: 200 } });
  const startMs = addon.emulator.clock.now();
  await value(addon, 'open', {});
  expect(addon.emulator.clock.now() - startMs).toBeLessThan(3_000);
  addon.standin.faults.add({ endpoint: 'getClientInfo', status: 503 });
  addon.emulator.clock.advance(20 * 60_000);
  const againMs = addon.emulator.clock.now();
  await value(addon, 'open', {});
  expect(addon.emulator.clock.now() - againMs).toBeLessThan(5_000);
  expect(addon.charged()).toBe(0);
  await addon.close();
});
