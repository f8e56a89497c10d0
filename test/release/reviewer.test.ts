import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableUnder } from '../architecture/markdown-table';
import { readText } from '../architecture/module-graph';
import { CLIENT_ID, createAddon, KEY, type Addon } from '../setup/addon';
import { columnOf, enriched } from '../sidebar/enrich';
import { value } from '../sidebar/page';
import { chartsOf, check, driven, start, toReport } from '../sidebar/report';

const page = readText('docs/publish/reviewer.md');
const BALANCE = 250;
/** Each step of docs/publish/reviewer.md, as the built bundle does it. */
const STEPS: readonly ((addon: Addon) => Promise<void>)[] = [
  async (addon) => expect((await value(addon, 'help', {})).version).toMatch(/^\d/),
  async (addon) => {
    await value(addon, 'saveKey', { key: KEY, clientId: CLIENT_ID, where: 'person' });
    const { person, budget } = await value(addon, 'account', { again: false });
    expect([person?.end, budget.balance?.left]).toEqual([KEY.slice(-4), BALANCE]);
  },
  async (addon) =>
    expect(await addon.shown('INFLU_PROFILE', 'instagram', 'adidas', 'displayName, country, followers')).toEqual([
      ['adidas', 'Germany', expect.any(Number) as number],
    ]),
  async (addon) => {
    const cells = ['Handle', 'adidas', 'nike', 'nosuch_creator_4711'];
    expect(page).toContain('type `Handle`, `adidas`, `nike` and `nosuch_creator_4711` into A1 to A4, select A2 to A4');
    const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
    sheet.set(
      'A1',
      cells.map((cell) => [cell]),
    );
    sheet.select('A2:A4');
    await enriched(addon, { fields: ['followers', 'engagement', 'country'] });
    expect(columnOf(addon, 'influData status')).toEqual(['cached', 'done', 'not found']);
  },
  async (addon) => {
    const found = await value(addon, 'search', {
      platform: 'instagram',
      filters: { country: 'Germany' },
      again: false,
    });
    expect(found.creators).toHaveLength(20);
  },
  async (addon) => {
    addon.emulator.spreadsheet.sheet('Sheet1').select('A2');
    const run = await driven(addon, await start(addon, toReport(await check(addon))));
    expect(chartsOf(addon, run.sheets[0] ?? '').length).toBeGreaterThan(3);
  },
  async (addon) => {
    await value(addon, 'changeSettings', { paused: true });
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', 'puma')).toBe('paused');
    await value(addon, 'changeSettings', { paused: false });
  },
  async (addon) => {
    await addon.emulator.menu.click('Usage');
    expect(addon.emulator.spreadsheet.sheet('influData log').values().length).toBeGreaterThan(3);
  },
];

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon({ balance: null, container: 'addon' });
  await addon.emulator.open();
  addon.standin.keys.setBalance(KEY, BALANCE);
});
afterAll(() => addon.close());

test('the reviewer’s path goes as its page says, at the prices that it names', async () => {
  const prices = tableUnder(page, "# The reviewer's path").map(([, , requests]) => Number(requests));
  expect(prices).toHaveLength(STEPS.length);
  for (const [at, step] of STEPS.entries()) {
    const before = addon.charged();
    await step(addon);
    expect(addon.charged() - before, `step ${at + 1}`).toBe(prices[at]);
  }
  const said = [...page.matchAll(/at most (\d+) requests/g)].map(([, requests]) => Number(requests));
  expect(said).toEqual([addon.charged(), addon.charged()]);
});
