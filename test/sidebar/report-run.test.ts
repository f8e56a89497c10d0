import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audienceOf } from '../../dev/standin/audience';
import { PROFILE_SHAPES } from '../../dev/standin/profile-shape';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree } from '../setup/ledger';
import { chartsOf, check, driven, read, reported, select, start, toReport } from './report';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
});
afterEach(async () => {
  expectLedgerToAgree(addon);
  await addon.close();
});

test('select, check, start: a sheet a creator, with charts, at the price that was shown', async () => {
  const handles = ordinaryHandles(addon.standin, 3);
  select(addon, [...handles, 'special.noaudience', 'special.private']);
  expect(await read(addon)).toMatchObject({ requests: 100, isChecked: false, known: 0, area: 'A2:A6' });
  const checked = await check(addon);
  expect(checked).toMatchObject({ requests: 60, isChecked: true });
  expect(checked.creators.map(({ state }) => state)).toEqual([
    'buy',
    'buy',
    'buy',
    'no audience data',
    'no audience data',
  ]);
  expect(addon.charged()).toBe(0);
  const run = await driven(
    addon,
    await start(
      addon,
      checked.creators.map(({ key }) => key),
    ),
  );
  expect(run).toMatchObject({ state: 'done', creators: 5, doneCreators: 5, charged: 60 });
  expect(run.left).toEqual([
    { handle: 'special.noaudience', why: 'no audience data' },
    { handle: 'special.private', why: 'no audience data' },
  ]);
  expect(addon.charged()).toBe(60);
  expect(run.sheets).toHaveLength(3);
  console.log(
    run,
    chartsOf(addon, run.sheets[0] ?? '').map(({ title, type, table }) => [title, type, table.slice(0, 4)]),
  );
});
