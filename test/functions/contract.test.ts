import { describe, expect, test } from 'vitest';
import { DEMO_TRIAL_CLIENT_ID, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { KEY } from '../setup/addon';
import { column } from '../setup/creators';
import { ledgerOf } from '../setup/ledger';
import { value } from '../sidebar/page';
import { addon, corner, handles, sent, shareAddon } from './shared-addon';

shareAddon();

const MINUTE_MS = 60_000;
const minutesPass = (minutes: number): void => addon.emulator.clock.advance(minutes * MINUTE_MS);
const growth = (handle: string | undefined): Promise<unknown> => addon.shown('INFLU_GROWTH', 'instagram', handle);
const audience = (handle: string | undefined): Promise<unknown> => addon.shown('INFLU_AUDIENCE', 'instagram', handle);
const remove = (name: string): void => addon.emulator.stores.properties('document').delete(name);
const idOf = (platform: 'instagram' | 'twitch', handle: string): string =>
  `id:${addon.standin.creators.find(platform, handle)?.creatorId}`;

/** Without a client id nobody knows the balance before the refusal. */
async function useUp(): Promise<void> {
  remove('INFLUDATA_CLIENT_ID');
  addon.standin.keys.setBalance(KEY, 0);
  expect(await growth(handles[0])).toMatch(
    /used up until 1 Dec\. .* click Try again under Extensions › influData › API key and account\. Otherwise use another key/,
  );
  addon.standin.keys.setBalance(KEY, 50);
  expect(await growth(handles[1])).toMatch(/used up until 1 Dec/);
  expect(sent()).toBe(1);
  expect((await value(addon, 'account', { again: false })).stop?.until).toBe('2026-12-01T00:00:00.000Z');
}

describe('a month that is used up', () => {
  test.each([
    ['Try again', () => value(addon, 'tryAgain', {})],
    ['saving the key', () => value(addon, 'saveKey', { key: KEY, clientId: '', where: 'person' })],
    ['Test', () => value(addon, 'testKey', { where: 'spreadsheet' })],
  ])('%s ends the stop, for the cell that met it too', async (_, click) => {
    await useUp();
    await click();
    expect(await value(addon, 'account', { again: false })).not.toHaveProperty('stop');
    for (const handle of handles.slice(0, 2)) expect(await growth(handle)).toEqual(expect.any(Number));
    expect(addon.charged()).toBe(2);
  });

  test('free questions pass, and a refused key stops them as well', async () => {
    await useUp();
    expect(await addon.shown('INFLU_STATUS', 'instagram', handles[2])).toBe('ready');
    expect(corner(await addon.shown('INFLU_CITIES', 'Germany'))).toBe('Berlin');
    expect(await value(addon, 'cities', { country: 'Spain' })).toContain('Madrid');
    await value(addon, 'tryAgain', {});
    const refusal = addon.standin.faults.add({ endpoint: 'getUserData', status: 401 });
    expect(await growth(handles[3])).toMatch(/refused the API key/);
    refusal.remove();
    const before = sent();
    expect(await addon.shown('INFLU_STATUS', 'instagram', handles[3])).toMatch(/refused the API key/);
    expect(sent()).toBe(before);
  });
});

describe('an influData id without its platform', () => {
  test('brings the scores, which its answer then shows under the handle', async () => {
    const byId = await addon.shown('INFLU_PROFILE', '', idOf('instagram', handles[0] ?? ''), 'scores.audience');
    expect(byId).toEqual(expect.any(Number));
    expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], 'scores.audience')).toBe(byId);
    expect(addon.charged()).toBe(1);
  });

  test('has a data status and an audience report', async () => {
    addon.setSettings({ audienceInFormulas: true });
    const id = idOf('instagram', handles[0] ?? '');
    expect(await addon.shown('INFLU_STATUS', '', id)).toBe('ready');
    expect(corner(await addon.shown('INFLU_AUDIENCE', '', id))).toBe('Gender');
    expect(addon.charged()).toBe(20);
    expect(await addon.shown('INFLU_AUDIENCE', '', idOf('twitch', 'ninja'))).toMatch(
      /not available for platform twitch/,
    );
    expect(addon.charged()).toBe(20);
  });
});

describe('a search that failed at influData', () => {
  const SEARCH = ['instagram', 'country=Germany'] as const;
  const FAILED = /couldn't finish this search and may have charged 1 request.* Try again in 10 minutes/;

  test('is no empty result: it is said, counted as perhaps charged, and asked again', async () => {
    const body = { text: '{"users":[],"count":0,"dataSuccess":false}' };
    addon.standin.faults.add({ endpoint: 'discovery', body, times: 2 });
    expect(await addon.shown('INFLU_COUNT', ...SEARCH)).toMatch(FAILED);
    expect(await addon.shown('INFLU_SEARCH', ...SEARCH)).toMatch(FAILED);
    expect(sent('discovery')).toBe(1);
    expect(ledgerOf(addon)).toEqual({ charged: 0, unknown: 1 });
    minutesPass(11);
    expect(await addon.shown('INFLU_COUNT', ...SEARCH)).toMatch(FAILED);
    minutesPass(11);
    expect(await addon.shown('INFLU_COUNT', ...SEARCH)).toBeGreaterThan(20);
  });

  test('a click asks at once', async () => {
    const fault = addon.standin.faults.add({
      endpoint: 'discovery',
      body: { text: '{"users":[],"count":0,"dataSuccess":false}' },
    });
    expect(await addon.shown('INFLU_COUNT', ...SEARCH)).toMatch(FAILED);
    fault.remove();
    const found = await value(addon, 'search', {
      platform: 'instagram',
      filters: { country: 'Germany' },
      again: false,
    });
    expect(found.count).toBeGreaterThan(20);
  });
});

describe('filters', () => {
  test.each(['city=Berlin; country=Germany', 'gender=w'])(
    'posts on YouTube cannot be narrowed by %s',
    async (filter) => {
      addon.setSettings({ contentInFormulas: true });
      const [name] = filter.split('=');
      const asked = `platform=instagram, youtube; ${filter}`;
      expect(await addon.shown('INFLU_CONTENT', asked, 5)).toMatch(
        new RegExp(`^The filter ${name} does not work on YouTube, .* Leave out YouTube or ${name}\\.`),
      );
      expect(sent()).toBe(0);
      // The page warns; who wants them all the same may have them.
      const plan = await value(addon, 'planContent', { filters: { platform: 'youtube', gender: 'w' }, max: 5 });
      expect(plan.filters).toMatchObject({ platform: 'youtube', gender: 'w' });
    },
  );

  test.each(['INFLU_COUNT', 'INFLU_CONTENT'])('%s sends two letters of a language', async (name) => {
    addon.setSettings({ contentInFormulas: true });
    const found =
      name === 'INFLU_COUNT'
        ? await addon.shown(name, 'instagram', 'language=pt-BR')
        : await addon.shown(name, 'language=pt-BR', 3);
    expect(found).not.toBe(0);
    const request = addon.standin.charges.requests().find(({ endpoint }) => endpoint !== 'getClientInfo');
    expect(request?.query['language']).toBe('pt');
  });
});

describe('403', () => {
  test('of a balance says what is needed and what is left, and nothing more is sent that it cannot pay', async () => {
    addon.setSettings({ audienceInFormulas: true });
    addon.standin.manners.errorStyle = 'earlier';
    remove('INFLUDATA_CLIENT_ID');
    addon.standin.keys.setBalance(KEY, 12);
    expect(await audience(handles[0])).toMatch(
      /^Your balance is too low: this needs 20 requests, and 12 are left\. Buy more requests, or use another key/,
    );
    expect((await value(addon, 'account', { again: false })).budget.balance?.left).toBe(12);
    expect(corner(await audience(handles[1]))).toMatch(/^budget reached: the balance/);
    expect(await growth(handles[1])).toEqual(expect.any(Number));
    expect(sent()).toBe(2);
    // Without a client id it cannot be read again: it may have been bought since.
    addon.standin.keys.setBalance(KEY, 500);
    minutesPass(11);
    expect(corner(await audience(handles[1]))).toBe('Gender');
    expect((await value(addon, 'account', { again: false })).drift).toBe(0);
  });

  test('of a balance in the middle of a batch leaves the drift to the next reading', async () => {
    addon.standin.manners.errorStyle = 'earlier';
    addon.setProperty('INFLUDATA_API_KEY', DEMO_TRIAL_KEY);
    addon.setProperty('INFLUDATA_CLIENT_ID', DEMO_TRIAL_CLIENT_ID);
    addon.standin.keys.setBalance(DEMO_TRIAL_KEY, 250);
    expect(await addon.shown('INFLU_BALANCE')).toBe(250);
    addon.standin.keys.setBalance(DEMO_TRIAL_KEY, 3);
    await addon.shown('INFLU_GROWTH', 'instagram', column(handles.slice(0, 4)));
    expect(addon.charged()).toBe(3);
    minutesPass(11);
    expect(await value(addon, 'account', { again: true })).toMatchObject({
      budget: { balance: { left: 0 } },
      drift: 247,
    });
  });

  test('of a balance, as the contract writes it', async () => {
    addon.setSettings({ audienceInFormulas: true });
    remove('INFLUDATA_CLIENT_ID');
    addon.standin.keys.setBalance(KEY, 12);
    expect(await audience(handles[0])).toMatch(
      /^Your balance is too low for this \(403: .*\)\. Buy more requests, or use another key/,
    );
  });

  test('of a feature says which, and asks for nothing to be bought', async () => {
    const closed = 'organization-key-without-reports-0001';
    const clientId = 'without-reports';
    addon.standin.keys.add({ key: closed, kind: 'organization', clientId, balance: 100, audienceReports: false });
    addon.setProperty('INFLUDATA_API_KEY', closed);
    addon.setProperty('INFLUDATA_CLIENT_ID', clientId);
    addon.setSettings({ audienceInFormulas: true });
    expect(await audience(handles[0])).toMatch(
      /^This key's plan doesn't include audience reports\. Ask influData to add them, or use another key/,
    );
  });
});

test("a trial key's end is known by the day it was made, also of one that was stored before", async () => {
  const endsAt = new Date(addon.standin.keys.get(DEMO_TRIAL_KEY)?.expiresMs ?? 0).toISOString();
  addon.setProperty('INFLUDATA_API_KEY', DEMO_TRIAL_KEY);
  addon.setProperty('INFLUDATA_CLIENT_ID', DEMO_TRIAL_CLIENT_ID);
  expect((await value(addon, 'account', { again: false })).spreadsheet).toMatchObject({ kind: 'trial', endsAt });
  remove('INFLUDATA_API_KEY');
  const saved = await value(addon, 'saveKey', { key: DEMO_TRIAL_KEY, clientId: DEMO_TRIAL_CLIENT_ID, where: 'person' });
  expect(saved.person).toMatchObject({ kind: 'trial', endsAt });
});
