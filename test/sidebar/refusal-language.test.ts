import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallName, CallReply, Calls } from '../../src/sidebar/calls';
import type { SelectionForm } from '../../src/sidebar/enrich-calls';
import { createAddon, type Addon } from '../setup/addon';
import { columnOf, started } from './enrich';
import { drivenRun } from './page';

// What is refused is a code until somebody reads it: two people at one spreadsheet, and its cells, which are English for both.
const OWNER = 'owner@example.com';
const COLLEAGUE = 'colleague@example.com';
const GONE = 999;
const FORM = { platform: 'instagram', filters: { country: 'Germany' } } as const;
const SHARE: SelectionForm = { platform: '', fields: ['followers'], which: 'all', olderThanDays: 0, again: false };

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon();
  addon.emulator.users.setLocale(OWNER, 'de');
});
afterAll(async () => {
  await addon.close();
});

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');

async function said<Name extends CallName>(name: Name, given: Calls[Name]['gives'], user: string): Promise<string> {
  const served = await addon.emulator.serve('influSidebar', [name, given], { user });
  const answer = served.ok ? (served.value as CallReply<unknown>) : undefined;
  if (!answer || answer.ok) throw new Error(`${name}: ${JSON.stringify(served).slice(0, 300)}`);
  expect(answer.message).not.toMatch(/undefined|\[object/);
  return answer.message;
}

type Row<Name extends CallName> = [
  table: string,
  name: Name,
  given: Calls[Name]['gives'],
  german: RegExp,
  english: RegExp,
];
const row = <Name extends CallName>(...one: Row<Name>) => one as unknown as Row<CallName>;

/** By the table of the sentence. */
const REFUSED = [
  row('selection', 'readSelection', SHARE, /^Erst Handles auswählen/, /^Select handles first/),
  row('run', 'stepRun', { id: 'x', resume: false, cap: null }, /^Diesen Lauf gibt es nicht/, /^This run no longer/),
  row('search', 'renameSearch', { name: 'mine', to: 'ours' }, /Suche „mine“ gibt es nicht/, /search "mine" no longer/),
  row('download', 'sheetRows', { sheetId: GONE, from: 1 }, /^Das Blatt wurde gelöscht/, /^That sheet was deleted/),
  row('report', 'startReport', { kind: 'sheets', keys: [], again: false, cap: null }, /^Erst Zellen/, /^Select cells/),
  row('content', 'summarizeContent', { sheetId: GONE, rate: 1 }, /keine Beiträge/, /holds no posts/),
  row(
    'clientSheet',
    'makeClientSheet',
    { sheetId: GONE, platform: '', columns: [] },
    /inzwischen ein/,
    /is another one/,
  ),
  row(
    'conflict',
    'checkConflicts',
    { sheetId: GONE, platform: '' },
    /^Erst das Blatt für Marken/,
    /^Make the sheet Brands/,
  ),
  row('campaign', 'updateCampaign', { sheetId: GONE }, /kein Kampagnen-Tracker mehr/, /no campaign tracker/),
  row('history', 'tellChanges', {}, /^Im Verlauf stehen noch keine/, /^There are no lines/),
  row('keys', 'testKey', { where: 'person' }, /^Es gibt noch keinen Schlüssel/, /^There is no key yet/),
  row('trial', 'requestTrial', { email: 'jo', company: '' }, /^Das ist keine E-Mail/, /^This is not an e-mail/),
  row('sidebar', 'openReport', { sheet: 'Gone' }, /^Das Blatt „Gone“ gibt es nicht/, /^The sheet “Gone” no longer/),
  row('menu', 'insertFormula', { name: 'INFLU_X', over: '' }, /INFLU_X/, /^There is no formula/),
  row('gate', 'changeSettings', { maxRequestsPerDay: -1 }, /^Diese Einstellungen/, /^These settings/),
  row(
    'creator',
    'deleteData',
    { what: 'creator', platform: 'instagram', creator: 'https://instagram.com/p/abc' },
    /^„.*“ ist keine Adresse eines Profils \(ein Beitrag\)\. Die Adresse des Profils selbst/,
    /^".*" is not the address of a profile: it is a post\. Paste the address of the profile itself/,
  ),
  row('filter', 'search', { ...FORM, filters: { username: 'two words' }, again: false }, /Filter/, /filter/),
];

test.each(REFUSED)('%s: each reads it in their own language', async (_, name, given, german, english) => {
  expect(await said(name, given, OWNER)).toMatch(german);
  expect(await said(name, given, COLLEAGUE)).toMatch(english);
});

test('a key that was refused is stored as a code: cells say it in English, Account to each in their own language', async () => {
  const fault = addon.standin.faults.add({ endpoint: 'getUserData', status: 401 });
  expect(await addon.shown('INFLU_PROFILE', 'instagram', 'adidas')).toMatch(/^influData refused the API key/);
  fault.remove();
  expect(addon.property('done/0')).toContain('"code":"reply.badKey"');
  const stop = async (user: string): Promise<unknown> => {
    const served = await addon.emulator.serve('influSidebar', ['account', { again: false }], { user });
    return served.ok && (served.value as { value: { stop?: { message: string } } }).value.stop?.message;
  };
  expect(await stop(OWNER)).toMatch(/^influData hat den API-Schlüssel/);
  expect(await stop(COLLEAGUE)).toMatch(/^influData refused the API key/);
  await addon.emulator.serve('influSidebar', ['tryAgain', {}]);
});

test("a run's cells are English whoever runs it; why it rests is said to each in their own language", async () => {
  sheet().set('A1', [['Handle'], ['n/a']]);
  expect(await said('makePipeline', { platform: 'instagram' }, OWNER)).toMatch(/stehen keine Creator/);
  expect(await said('makePipeline', { platform: 'instagram' }, COLLEAGUE)).toMatch(/^We found no creators/);
  sheet().set('A1', [['Handle'], ['two words'], ['adidas'], ['nike']]);
  sheet().select('A2:A4');
  const flags = { flags: ['growth'], platform: 'instagram', sheetId: GONE } as const;
  expect(await said('layFlags', { ...flags, flags: ['growth'] }, OWNER)).toMatch(
    /^Inzwischen ist ein anderes Blatt vorn/,
  );
  expect(await said('layFlags', { ...flags, flags: ['growth'] }, COLLEAGUE)).toMatch(/^Another sheet is in front/);
  const odd = addon.standin.faults.add({ endpoint: 'getUserData', creator: 'adidas', status: 400 });
  const poor = addon.standin.faults.add({ endpoint: 'getUserData', creator: 'nike', status: 403 });
  const run = await drivenRun(addon, await started(addon));
  expect(run).toMatchObject({ state: 'stopped', message: expect.stringMatching(/^influData hat das abgelehnt/) });
  expect(columnOf(addon, 'influData status')).toEqual([
    expect.stringMatching(/^unreadable: "two words" is not a handle/),
    expect.stringMatching(/^failed: influData didn't accept this request/),
    'waiting',
  ]);
  expect(addon.property(`run/${run.id}`)).toContain('"code":"reply.withStatus"');
  await addon.emulator.serve('influSidebar', ['setLanguage', { language: 'en' }]);
  const opened = await addon.emulator.serve('influSidebar', ['open', {}]);
  expect(JSON.stringify(opened)).toContain('influData refused this: the key');
  odd.remove();
  poor.remove();
});
