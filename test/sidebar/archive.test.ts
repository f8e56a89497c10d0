import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { SENT_HEADER } from '../../src/jobs/archive/sent-mark';
import { archiveTableId, ARCHIVE_TABLES, type ArchiveTableName } from '../../src/schema/archive-table';
import { fieldsOf, newest } from '../archive/warehouse-table';
import { createAddon, distFiles, type Addon, type AddonOptions } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { pulled } from './content';
import { columnOf, enriched } from './enrich';
import { post } from './nights';
import { reply, value } from './page';

// Rows go on to BigQuery where somebody's own copy has Google's service for it, over the built bundle.

const SCOPE = 'https://www.googleapis.com/auth/bigquery.insertdata';
const SERVICE = { userSymbol: 'BigQuery', serviceId: 'bigquery', version: 'v2' };
const HOME = { project: 'our-project', dataset: 'social' };
const OWNER = 'owner@example.com';
const DATA_TAB = 'influData data';
const shipped = JSON.parse(readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8')) as {
  oauthScopes: string[];
};
const manifest = {
  ...shipped,
  oauthScopes: [...shipped.oauthScopes, SCOPE],
  dependencies: { enabledAdvancedServices: [SERVICE] },
};

async function opened(options: AddonOptions = {}): Promise<Addon> {
  const addon = await createAddon({ standin: { creators: 2000 }, files: { ...distFiles(), manifest }, ...options });
  onTestFinished(() => addon.close());
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...ordinaryHandles(addon.standin, 3).map((handle) => [handle])]);
  sheet.select('A1:A4');
  return addon;
}

const placeOf = (name: ArchiveTableName) => ({
  projectId: HOME.project,
  datasetId: HOME.dataset,
  tableId: archiveTableId(name),
});
const withTables = ({ emulator }: Addon): void =>
  ARCHIVE_TABLES.forEach((name) => emulator.warehouse.createTable(placeOf(name), fieldsOf(name)));
const rowsIn = ({ emulator }: Addon, name: ArchiveTableName) => emulator.warehouse.rows(placeOf(name));
const waiting = async (addon: Addon, name: ArchiveTableName): Promise<unknown> => {
  const { tables } = await value(addon, 'archive', {});
  const found = tables.find((each) => each.name === name);
  return [found?.waiting, found?.refused];
};

test('as shipped there is no such service and no scope, and nothing of it is shown or asked', async () => {
  expect(JSON.stringify(shipped)).not.toMatch(/bigquery/i);
  const addon = await opened({ files: distFiles() });
  expect(await value(addon, 'account', { again: false })).not.toHaveProperty('hasBigQuery');
  expect(await value(addon, 'archive', {})).toEqual({ project: '', dataset: '', tables: [], oldLines: 0 });
  expect(await value(addon, 'help', {})).toMatchObject({ archive: [] });
  // Left from a copy that had it.
  addon.setProperty('bigquery', JSON.stringify({ version: 1, ...HOME }));
  await enriched(addon);
  expect(await value(addon, 'sendArchive', {})).toMatchObject({ sent: 0, tables: [] });
  expect(addon.emulator.spreadsheet.sheet(DATA_TAB).values()[0]).not.toContain(SENT_HEADER);
  expect(addon.emulator.counts.of('BigQuery')).toBe(0);
  expect(await checked(addon)).toBeUndefined();
});

/** What *Check this installation* says of it. */
const checked = async (addon: Addon) =>
  (await value(addon, 'checkInstallation', {})).lines.find(({ code }) => code === 'bigQuery');

test('what runs have written goes on; refused or killed in between, it waits where it stands and comes later', async () => {
  const addon = await opened({ timeZone: 'America/Los_Angeles', startAt: '2026-11-24T05:00:00Z' });
  const { warehouse, faults, clock, users } = addon.emulator;
  expect(await value(addon, 'account', { again: false })).toMatchObject({ hasBigQuery: true });
  await value(addon, 'switchHistory', { isOn: true });
  await enriched(addon);
  // Nobody has named a place: nothing is sent, and no sheet gets a column.
  expect(addon.emulator.counts.of('BigQuery')).toBe(0);
  users.revokeScope(OWNER, SCOPE);
  const view = await value(addon, 'saveArchive', HOME);
  expect(view).toMatchObject({ ...HOME, missing: {} });
  expect(await value(addon, 'sendArchive', {})).toMatchObject({ sent: 0, problem: { code: 'notGranted' } });
  users.grantScope(OWNER, SCOPE);

  const problem = async (): Promise<unknown> => {
    const sent = await value(addon, 'sendArchive', {});
    return [sent.sent, sent.problem?.code];
  };
  expect(await problem()).toEqual([0, 'noTable']);
  withTables(addon);
  warehouse.denied.add(OWNER);
  expect(await problem()).toEqual([0, 'access']);
  warehouse.denied.clear();
  warehouse.billing = false;
  expect(await problem()).toEqual([0, 'billing']);
  warehouse.billing = true;
  warehouse.fault = () => 'rateLimitExceeded';
  expect(await problem()).toEqual([0, 'quota']);
  warehouse.fault = () => 'lostReply';
  expect(await problem()).toEqual([0, 'noReply']);
  expect(await checked(addon)).toMatchObject({ state: 'fault', problem: 'rowsRefused', figures: { why: 'noReply' } });
  warehouse.fault = undefined;
  expect(await waiting(addon, 'profiles')).toEqual([3, 0]);

  // Killed right after BigQuery had written, and right before.
  for (const phase of ['after', 'before'] as const) {
    faults.intercept = (call) => (call.service === 'BigQuery' && call.phase === phase ? { kill: true } : undefined);
    await expect(reply(addon, 'sendArchive', {})).rejects.toThrow();
    delete faults.intercept;
    expect(await waiting(addon, 'history')).toEqual([3, 0]);
    clock.advance(120_000);
  }
  expect(await problem()).toEqual([6, undefined]);
  expect(await checked(addon)).toMatchObject({ state: 'ok' });
  // Each word that stands in such a row is explained in Help.
  const words = (await value(addon, 'help', {})).archive.flatMap((each) => each.words);
  expect(words).toEqual(['sent ...', 'refused ...', 'blank']);
  for (const name of ARCHIVE_TABLES) expect(await waiting(addon, name)).toEqual([0, 0]);
  const profiles = newest(rowsIn(addon, 'profiles'));
  expect(profiles).toHaveLength(3);
  expect(rowsIn(addon, 'history').length).toBeGreaterThan(3);
  // A line keeps the day of the spreadsheet's clocks, where the 24th has not begun.
  expect(profiles[0]).toMatchObject({ day: '2026-11-24' });
  expect(newest(rowsIn(addon, 'history'))).toEqual(
    profiles.map(({ handle, followers, growth }) =>
      expect.objectContaining({ handle, followers, growth, day: '2026-11-23', as_of: '2026-11-23T00:00:00.000Z' }),
    ),
  );
  expect(profiles.map(({ handle }) => String(handle).toLowerCase()).sort()).toEqual(
    columnOf(addon, 'username').map(String).sort(),
  );
  expect(profiles.map(({ followers }) => followers).sort()).toEqual(columnOf(addon, 'Followers').sort());
  expect(JSON.parse(String(profiles[0]?.['answer']))).toBeTypeOf('object');

  // From then on a run sends by itself what it has written.
  post(addon, 3);
  await pulled(addon, { filters: { username: 'adidas' }, max: 3 });
  const posts = rowsIn(addon, 'posts');
  expect(posts).toHaveLength(3);
  const sheet = addon.emulator.spreadsheet.sheetNames().find((name) => name.startsWith('Content')) ?? '';
  expect(columnOf(addon, SENT_HEADER, sheet)).toEqual([1, 2, 3].map(() => expect.stringMatching(/^sent \w+$/)));
  expect(posts.map(({ post_id: id }) => id)).toEqual(columnOf(addon, 'Content id', sheet));
  expect(posts[0]).toMatchObject({ platform: 'instagram', likes: columnOf(addon, 'Likes', sheet)[0] });

  // Formulas spend and show as ever, and never go there.
  const before = addon.emulator.counts.of('BigQuery');
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', 'nike');
  expect(addon.emulator.counts.of('BigQuery')).toBe(before);
  // A year later lines may leave the spreadsheet, but for the one that BigQuery may not have.
  const history = addon.emulator.spreadsheet.sheet('influData history');
  const column = history.values()[0]!.indexOf(SENT_HEADER);
  const kept = history.values()[2];
  history.set(`${String.fromCharCode(65 + column)}3`, [['']]);
  expect(await value(addon, 'archive', {})).toMatchObject({ oldLines: 0 });
  expect(await value(addon, 'removeOldLines', {})).toMatchObject({ oldLines: 0 });
  expect(history.values()).toHaveLength(4);
  clock.advance(366 * 86_400_000);
  expect(await value(addon, 'archive', {})).toMatchObject({ oldLines: 2 });
  // A line that somebody corrected is not what BigQuery has.
  const figure = `${String.fromCharCode(65 + history.values()[0]!.indexOf('Followers'))}2`;
  const sentFigure = columnOf(addon, 'Followers', 'influData history')[0];
  history.set(figure, [[123]]);
  expect(await value(addon, 'archive', {})).toMatchObject({ oldLines: 1 });
  expect(await waiting(addon, 'history')).toEqual([2, 0]);
  history.set(figure, [[sentFigure]] as never);
  // Moved about while lines are being removed: the unsent one comes to stand in the place of a sent one.
  const unsent = kept?.map((cell, at) => (at === column ? '' : cell));
  const all = history.values().slice(1);
  const others = () => history.values().filter((line, at) => at > 0 && line.some((cell) => cell !== ''));
  /** Rows as a sort leaves them: blank ones last. */
  const put = (rows: readonly unknown[][]): void => {
    const blank = Array.from({ length: history.data.rowCount - 1 - rows.length }, () => all[0]?.map(() => ''));
    history.set('A2', [...rows, ...blank] as never);
  };
  const sort = (): void => put(others().toReversed());
  for (const [call, edit] of [
    ['Sheet.moveLines', sort],
    ['Sheet.deleteLines', sort],
    ['Sheet.moveLines', () => history.insertRows(2, 1)],
    ['Sheet.deleteLines', () => history.insertRows(2, 1)],
    ['Sheet.deleteLines', () => history.deleteRows(4, 1)],
  ] as const) {
    history.insertRows(2, all.length);
    put(all);
    faults.intercept = ({ phase, method }) => {
      if (phase !== 'before' || method !== call) return;
      delete faults.intercept;
      edit();
    };
    await reply(addon, 'removeOldLines', {});
    expect(faults.intercept).toBeUndefined();
    expect(await value(addon, 'removeOldLines', {})).toMatchObject({ oldLines: 0 });
    expect([call, others()]).toEqual([call, [unsent]]);
  }
  // Killed right before a deletion, what was moved stands at the end, and goes the next time.
  history.insertRows(2, all.length);
  put(all);
  faults.intercept = ({ phase, method }) =>
    phase === 'before' && method === 'Sheet.deleteLines' ? { kill: true } : undefined;
  await expect(reply(addon, 'removeOldLines', {})).rejects.toThrow();
  delete faults.intercept;
  expect(others().map(String).sort()).toEqual(all.map(String).sort());
  clock.advance(120_000);
  expect(await value(addon, 'removeOldLines', {})).toMatchObject({ oldLines: 0 });
  expect(others()).toEqual([unsent]);

  expect(await value(addon, 'stopArchive', {})).toMatchObject({ project: '' });
  expect(await value(addon, 'sendArchive', {})).toMatchObject({ sent: 0 });
  expect(addon.emulator.counts.of('BigQuery')).toBe(before);
});
