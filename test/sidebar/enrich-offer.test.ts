import { afterEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, selected, started } from './enrich';

// What Enrich proposes, by what stands in the sheet and what influData gave so far.

let addon: Addon;
let handles: string[];
/** Creators whose e-mail influData has. */
let withEmail: Set<string>;
async function opened(): Promise<void> {
  withEmail = new Set();
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 } });
  addon.spoil = (body, url) => {
    if (!url.includes('getUserData')) return body;
    const handle = new URL(url).searchParams.get('username') ?? '';
    return { ...body, email: withEmail.has(handle) ? 'me@example.com' : null };
  };
  handles = ordinaryHandles(addon.standin, 30);
}
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
const type = (rows: readonly unknown[][]): void => {
  sheet().set('A1', rows);
  sheet().select(`A2:A${rows.length}`);
};
const proposed = () => selected(addon, { proposes: true });

test('what has no values in the sheet is proposed; then others; rows that were added get what the run brought', async () => {
  await opened();
  type([
    ['username', 'Followers', 'Engagement %', 'Country'],
    [handles[0], 1_000, '', 'Germany'],
    [handles[1], '', '', ''],
  ]);
  const { there, fields, requests } = await proposed();
  expect([there, fields, requests]).toEqual([['country', 'followers'], ['engagement'], 2]);
  await enriched(addon, { fields: ['engagement'], mode: 'fill' });
  expect(await proposed()).toMatchObject({
    there: ['engagement', 'country', 'followers'],
    fields: ['email', 'growth', 'medianViews'],
    requests: 0,
  });
  sheet().set('A4', handles[2]);
  sheet().select('A2:A4');
  expect(await proposed()).toMatchObject({ fields: ['engagement'], requests: 1 });
  expect(await selected(addon, { proposes: true, which: 'failed' })).toMatchObject({ fields: ['engagement'] });
  // What somebody chose is what is priced, there or not.
  expect(await selected(addon, { fields: ['followers'] })).toMatchObject({ fields: ['followers'] });
});

test('the first five creators are tried, and the rest goes on in the same columns; nobody is bought twice', async () => {
  await opened();
  type([['username'], ...handles.slice(0, 8).map((name) => [name]), [handles[0]]]);
  const form = { fields: ['followers'], again: true };
  expect(await selected(addon, form)).toMatchObject({ firstCreators: 5, firstRequests: 5 });
  const rest = await started(addon, { ...form, part: 'first', cap: 5 });
  expect(await driven(addon, rest)).toMatchObject({ rows: 6, used: 5 });
  expect(columnOf(addon, 'influData status').map(String)).toEqual([
    ...Array<string>(5).fill('done'),
    '',
    '',
    '',
    'done',
  ]);
  expect(await enriched(addon, { ...form, part: 'rest', mode: 'fill', cap: 3 })).toMatchObject({ rows: 3, used: 3 });
  expect(sheet().values()[0]).toEqual([
    'username',
    'Followers',
    'influData status',
    'influData as of',
    'influData creator',
  ]);
  expect(new Set(columnOf(addon, 'influData status'))).toEqual(new Set(['done']));
  expect(addon.charged()).toBe(8);
});

test('a field that none of the last creators had is marked, until one has it; saved answers count once', async () => {
  await opened();
  const run = async (from: number, to: number) => {
    type([['username'], ...handles.slice(from, to).map((name) => [name])]);
    await enriched(addon, { fields: ['email', 'followers'], mode: 'fill' });
    return (await proposed()).notGiven;
  };
  expect(await run(0, 12)).toEqual([]);
  expect(await run(0, 12)).toEqual([]);
  expect(await run(12, 24)).toEqual([{ field: 'email', creators: 24 }]);
  withEmail.add(handles[25] ?? '');
  expect(await run(24, 26)).toEqual([]);
});
