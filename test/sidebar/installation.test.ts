import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { InterceptedCall } from '../../dev/emulator/emulator';
import { HELP } from '../../src/client/text/help';
import type { CheckLine } from '../../src/sidebar/help-calls';
import { createAddon, KEY, type Addon, type AddonOptions } from '../setup/addon';
import { filesWithTriggers } from './nights';
import { value } from './page';

/** As a colleague sees it, whom a protection keeps out. */
async function lineOf(addon: Addon, code: string): Promise<CheckLine | undefined> {
  const user = code === 'sheet' ? 'colleague@example.com' : undefined;
  const served = await addon.emulator.serve('influSidebar', ['checkInstallation', {}], user ? { user } : {});
  const { value: got } = (served as { value: { value: { lines: CheckLine[] } } }).value;
  return got.lines.find((line) => line.code === code);
}

test('all is well: figures, no charge, no cell touched, and a text without key, handle or content', async () => {
  const addon = await createAddon({ standin: { creators: 50 }, locale: 'de_DE' });
  addon.emulator.spreadsheet.sheet('Sheet1').set('A1', [['secret.handle', '=1+1']]);
  const before = addon.emulator.spreadsheet.snapshot();
  const { lines, text } = await value(addon, 'checkInstallation', {});
  expect(lines.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(Object.fromEntries(lines.map(({ code, figures }) => [code, figures]))).toMatchObject({
    version: { version: packageJson.version },
    key: { whose: 'spreadsheet', kind: 'organization', end: '0001' },
    balance: { requests: 100_000, ageMinutes: 0 },
    locale: { locale: 'de_DE', separator: ';' },
    timeZone: { spreadsheet: 'Etc/UTC', script: 'Etc/UTC' },
    documentProperties: { room: 500_000 },
  });
  expect(text.split('\n')).toHaveLength(lines.length);
  expect(text).toContain(`version: ok; version ${packageJson.version}`);
  expect(text).not.toMatch(/secret|0001|Sheet1/);
  expect(addon.emulator.spreadsheet.snapshot()).toEqual(before);
  expect([addon.property('check'), addon.charged()]).toEqual([undefined, 0]);
  await addon.close();
});

const throws =
  (service: string, method: RegExp) =>
  ({ emulator }: Addon): void => {
    emulator.faults.intercept = (call: InterceptedCall) =>
      call.service === service && method.test(call.method) && call.phase === 'before'
        ? { throw: 'Service error' }
        : undefined;
  };
const fill = (which: 'document' | 'user', characters: number, { emulator }: Addon): void => {
  const store = emulator.stores.properties(which);
  const held = Object.entries(store.all()).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  for (let left = characters - held, at = 0; left > 0; left -= 9_000, at++)
    store.set(`other/${at}`, 'x'.repeat(Math.max(0, Math.min(9_000, left) - `other/${at}`.length)));
};
const inDays = ({ emulator }: Addon, days: number): string =>
  new Date(emulator.clock.now() + days * 86_400_000).toISOString();
const SCHEDULE = JSON.stringify({ version: 1, sheetId: 0, platform: '', olderThanDays: 7, hour: 6, cap: 10 });

type Case = [code: string, state: string, problem: string, provoke: (addon: Addon) => unknown, options?: AddonOptions];
const CASES: Case[] = [
  ['sheet', 'fault', 'protected', ({ emulator }) => emulator.spreadsheet.sheet('Sheet1').protect(null)],
  ['sheet', 'fault', 'refused', throws('SpreadsheetApp', /canEdit/)],
  ['lock', 'fault', 'noTurn', throws('LockService', /tryLock/)],
  ['cache', 'fault', 'refused', throws('CacheService', /putAll/)],
  [
    'cache',
    'fault',
    'forgets',
    ({ emulator }) => {
      emulator.faults.intercept = ({ method, phase }) => {
        if (method === 'getAll' && phase === 'before') emulator.stores.cache('document').clear();
      };
    },
  ],
  ['documentProperties', 'fault', 'refused', throws('PropertiesService', /setProperties/)],
  ['documentProperties', 'fault', 'full', (addon) => fill('document', 511_995, addon)],
  ['documentProperties', 'warning', 'nearlyFull', (addon) => fill('document', 480_000, addon)],
  ['userProperties', 'fault', 'full', (addon) => fill('user', 511_995, addon)],
  ['key', 'fault', 'noKey', () => undefined, { balance: null }],
  ['key', 'fault', 'trialEnded', (addon) => addon.setProperty('INFLUDATA_KEY_ENDS', inDays(addon, -1))],
  ['key', 'warning', 'trialEndsSoon', (addon) => addon.setProperty('INFLUDATA_KEY_ENDS', inDays(addon, 2))],
  ['api', 'fault', 'noKey', () => undefined, { balance: null }],
  ['api', 'fault', 'badKey', ({ setProperty }) => setProperty('INFLUDATA_API_KEY', `${KEY}0`)],
  ['api', 'fault', 'apiDown', ({ standin }) => standin.faults.add({ endpoint: 'checkDataStatus', status: 500 })],
  ['api', 'fault', 'busy', ({ standin }) => standin.faults.add({ endpoint: 'checkDataStatus', status: 429 })],
  ['api', 'fault', 'forbidden', ({ standin }) => standin.faults.add({ endpoint: 'checkDataStatus', status: 403 })],
  ['api', 'fault', 'rejected', ({ standin }) => standin.faults.add({ endpoint: 'checkDataStatus', status: 400 })],
  ['api', 'fault', 'unreadable', ({ standin }) => standin.faults.add({ endpoint: 'checkDataStatus', body: 'html' })],
  [
    'api',
    'fault',
    'hostLimit',
    ({ emulator }) => {
      emulator.faults.intercept = ({ service, phase }) =>
        service === 'UrlFetchApp' && phase === 'before'
          ? { throw: 'Service invoked too many times for one day: urlfetch.' }
          : undefined;
    },
  ],
  ['api', 'fault', 'unreachable', ({ standin }) => standin.stop()],
  [
    'api',
    'fault',
    'volumeUsed',
    ({ standin }) =>
      standin.faults.add({ endpoint: 'checkDataStatus', status: 429, resetDate: '2026-12-01T00:00:00Z' }),
  ],
  [
    'api',
    'fault',
    'notGranted',
    ({ emulator: { users } }) =>
      users.revokeScope(users.owner, 'https://www.googleapis.com/auth/script.external_request'),
  ],
  [
    'balance',
    'warning',
    'notRead',
    async (addon) => {
      addon.standin.faults.add({ endpoint: 'getClientInfo', status: 500 });
      await value(addon, 'account', { again: false });
      // Whoever asks for the balance gets no turn.
      throws('LockService', /tryLock/)(addon);
    },
  ],
  ['locale', 'warning', 'unknown', () => undefined, { locale: '' }],
  ['balance', 'warning', 'noClientId', () => undefined, { clientId: false }],
  ['balance', 'fault', 'usedUp', ({ standin }) => standin.keys.setBalance(KEY, 0)],
  ['balance', 'warning', 'apiDown', ({ standin }) => standin.faults.add({ endpoint: 'getClientInfo', status: 500 })],
  [
    'balance',
    'warning',
    'old',
    async (addon) => {
      await value(addon, 'account', { again: true });
      addon.emulator.clock.advance(2 * 3_600_000);
      addon.standin.faults.add({ endpoint: 'getClientInfo', status: 500 });
    },
  ],
  ['spending', 'fault', 'newerState', (addon) => addon.setProperty('gate', '{"version":99}')],
  ['spending', 'warning', 'paused', (addon) => addon.setSettings({ paused: true })],
  ['spending', 'warning', 'capReached', (addon) => addon.setSettings({ maxRequestsPerDay: 0 })],
  ['spending', 'fault', 'storeUnreadable', (addon) => addon.setProperty('slot/3', '{"state":"??"}')],
  ['spending', 'fault', 'storeUnreadable', (addon) => addon.setProperty('INFLUDATA_SETTINGS', 'no settings')],
  ['spending', 'fault', 'stopped', ({ setProperty }) => setProperty('INFLUDATA_API_KEY', `${KEY}0`)],
  ['schedule', 'fault', 'notAllowed', (addon) => addon.setProperty('schedule', SCHEDULE)],
  [
    'schedule',
    'fault',
    'noTrigger',
    (addon) => addon.setProperty('schedule', SCHEDULE),
    { files: filesWithTriggers() },
  ],
  ['timeZone', 'warning', 'differs', (addon) => addon.setProperty('schedule', SCHEDULE), { timeZone: 'Europe/Berlin' }],
];

test.each(CASES)('%s: %s %s', async (code, state, problem, provoke, options) => {
  const addon = await createAddon({ standin: { creators: 50 }, ...options });
  await provoke(addon);
  expect(await lineOf(addon, code)).toMatchObject({ state, problem });
  expect(addon.charged()).toBe(0);
  await addon.emulator.close();
});

/** What nothing can bring about: the question is ours and well formed, and a spreadsheet always has a sheet in front. */
const BEYOND = ['badInput', 'sheet'];
/** In a copy with Google's service for it: `archive.test.ts`. */
const ELSEWHERE = ['rowsRefused'];

test('each problem that it can name is brought about above', () => {
  const provoked = new Set([...CASES.map(([, , problem]) => problem), ...BEYOND, ...ELSEWHERE]);
  expect(Object.keys(HELP.problems).filter((problem) => !provoked.has(problem))).toEqual([]);
});
