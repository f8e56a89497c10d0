import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SelectionForm } from '../../src/sidebar/enrich-calls';
import { refusingNewer, STATE_VERSIONS } from '../../src/gate/state-version';
import { restored, type Expected, type StoredState } from '../fixtures/state';
import type { Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { log } from '../sidebar/nights';
import { refusal, reply, value } from '../sidebar/page';

// Two people may have different versions for a day. What the newer one stores, the older one neither spends beside nor
// changes, and it says what to do.
const SENTENCE = /newer version of influData.*spends nothing: reload the page/;
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/state-0.1.0/${name}.json`, import.meta.url), 'utf8'));
const expected = fixture('expected') as Expected;
const FORM = { platform: 'tiktok', filters: { country: 'Italy' } } as const;

let addon: Addon;
let before: Record<string, string>;
const store = () => addon.emulator.stores.properties('document');
beforeAll(async () => {
  addon = await restored(fixture('state') as StoredState);
  addon.forgetCache();
  await addon.emulator.open();
  before = store().all();
});
afterAll(() => addon.emulator.close());

/** As a version after this one may write it. */
const newer = (text: string | undefined, version: number): string =>
  JSON.stringify({ ...(text === undefined ? {} : (JSON.parse(text) as object)), version: version + 1, later: 'kept' });

const newHandle = (): unknown => ordinaryHandles(addon.standin, 100).at(-1);
const lastAlert = (): unknown => addon.emulator.ui.alerts.at(-1)?.message;

/** Whatever buys or would change what is stored, and what it says. */
async function doors(): Promise<[name: string, said: unknown][]> {
  const { runs } = expected;
  const { emulator } = addon;
  emulator.spreadsheet.sheet('Sheet1').activate();
  emulator.spreadsheet.sheet('Sheet1').select('A2:A4');
  const saying: [string, () => Promise<unknown>][] = [
    ['a formula', () => addon.shown('INFLU_ENGAGEMENT', 'instagram', newHandle())],
    ['a formula over a range', () => addon.shown('INFLU_PROFILE', 'instagram', [[newHandle()]], 'followers, country')],
    ['opening the sidebar', () => refusal(addon, 'open', {})],
    ['a search', () => refusal(addon, 'search', { ...FORM, again: true })],
    ['the price of enriching', () => refusal(addon, 'readSelection', SELECTION)],
    ['a run that goes on', () => refusal(addon, 'stepRun', { id: runs.enrich, resume: true, cap: null })],
    ['a run that is paused', () => refusal(addon, 'pauseRun', { id: runs.search })],
    ['a run that is ended', () => refusal(addon, 'endRun', { id: runs.content })],
    ['a cap', () => refusal(addon, 'changeSettings', { maxRequestsPerDay: 9 })],
    ['a schedule', () => refusal(addon, 'setSchedule', { schedule: null })],
    ['another schedule', () => refusal(addon, 'setSchedule', { schedule: { ...SCHEDULE } })],
    ['a daily sync', () => refusal(addon, 'scheduleContent', { sheetId: syncedSheet(), schedule: null })],
    ['posts', () => refusal(addon, 'startSync', { sheetId: syncedSheet(), max: 5, refresh: false, cap: null })],
    ['what stops a key', () => refusal(addon, 'tryAgain', {})],
    ['Usage, which could repair', () => clicked('Usage')],
    ['Pause', () => clicked('Pause or resume spending')],
  ];
  const said: [string, unknown][] = [];
  for (const [name, ask] of saying) said.push([name, await ask()]);
  await emulator.run({ name: 'scheduledRefresh', mode: 'FULL', source: 'trigger', args: [{}] });
  return said;
}

const SELECTION: SelectionForm = {
  platform: 'instagram',
  fields: ['followers'],
  which: 'all',
  olderThanDays: 0,
  again: true,
};
const SCHEDULE = { sheetId: 0, platform: 'instagram', olderThanDays: 7, hour: 5, cap: 4 } as const;
const syncedSheet = (): number =>
  Number(
    Object.keys(before)
      .find((name) => name.startsWith('sync/'))
      ?.slice(5),
  );

async function clicked(label: string): Promise<unknown> {
  addon.emulator.ui.answer('YES');
  await addon.emulator.menu.click(label);
  return lastAlert();
}

test.each(Object.entries(STATE_VERSIONS))(
  'where a newer version has written %s, everything says so, nothing is spent, nothing is changed',
  async (known, version) => {
    const name = Object.keys(before).find((each) => each === known || (known.endsWith('/') && each.startsWith(known)));
    const property = name ?? (known.endsWith('/') ? `${known}0` : known);
    store().setAll(Object.entries({ ...before, [property]: newer(before[property], version) }), true);
    const stored = store().all();
    for (const [door, said] of await doors()) expect(JSON.stringify(said), door).toMatch(SENTENCE);
    expect(log(addon), 'the night').toMatch(SENTENCE);
    expect(store().all()).toEqual(stored);
    expect(addon.charged()).toBe(0);
    // Help opens all the same: it says which version this is.
    expect((await reply(addon, 'help', {})).ok).toBe(true);
  },
);

test('what is written or removed without having looked is looked at first', () => {
  const stored = new Map([['schedule', '{"version":2}']]);
  const properties = refusingNewer({
    all: () => Object.fromEntries(stored),
    get: (name) => stored.get(name),
    setMany: (values) => Object.entries(values).forEach((entry) => stored.set(...entry)),
    remove: (name) => stored.delete(name),
  });
  expect(() => properties.setMany({ schedule: '{"version":1}' })).toThrow(SENTENCE);
  expect(() => properties.remove('schedule')).toThrow(SENTENCE);
  properties.setMany({ searches: '[]' });
  expect([...stored]).toEqual([
    ['schedule', '{"version":2}'],
    ['searches', '[]'],
  ]);
});

test('once the newer version is gone all goes on, and what this one writes states its version first', async () => {
  store().setAll(Object.entries(before), true);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', newHandle())).toBeTypeOf('number');
  expect(addon.charged()).toBe(1);
  await value(addon, 'changeSettings', { keepBalance: 1 });
  await addon.emulator.run({ name: 'scheduledRefresh', mode: 'FULL', source: 'trigger', args: [{}] });
  const states = Object.entries(store().all()).filter(([name]) => !/^(slot|done)\//.test(name));
  for (const known of Object.keys(STATE_VERSIONS).filter((each) => !/^(slot|done)/.test(each)))
    for (const [name, text] of states.filter(([each]) => each.startsWith(known)))
      expect(text, name).toMatch(/^\{"version":\d/);
});
