import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Interception, InterceptedCall } from '../../dev/emulator/emulator';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { idsIn, matching, pulled, sheetIdOf } from './content';
import { driven, enriched, started } from './enrich';
import { filesWithTriggers, log, night, post } from './nights';
import { value } from './page';
import { asUser, EDITOR } from './traces';

const DAY_MS = 24 * 3_600_000;
const CAP = 3;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 }, files: filesWithTriggers() });
});
afterEach(() => addon.close());

/** All triggers of this night, whoever's, at the same moment. */
async function nightAtOnce(): Promise<void> {
  addon.emulator.clock.advance(DAY_MS);
  await Promise.all(addon.emulator.triggers.list().map(({ id }) => addon.emulator.triggers.fire(id)));
}

/** What each of some nights was charged. */
async function charges(nights: number, pass = (): Promise<void> => night(addon)): Promise<number[]> {
  const list: number[] = [];
  for (let each = 0; each < nights; each++) {
    const before = addon.charged();
    await pass();
    list.push(addon.charged() - before);
  }
  return list;
}

describe('rows that are refreshed', () => {
  const schedule = { sheetId: 0, platform: 'instagram' as const, olderThanDays: 7, hour: 6, cap: CAP };
  beforeEach(async () => {
    const handles = ordinaryHandles(addon.standin, 2 * CAP + 1);
    const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [['username'], ...handles.map((handle) => [handle])]);
    sheet.select(`A1:A${handles.length + 1}`);
    await enriched(addon);
    await value(addon, 'setSchedule', { schedule });
    addon.emulator.clock.advance(8 * DAY_MS);
  });

  test('each night has its own cap, until all are done', async () => {
    expect(await charges(4)).toEqual([CAP, CAP, 1, 0]);
  });

  test('a night that was killed spends no more than its cap, and the next goes on', async () => {
    let fetches = 0;
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'fetchAll' && phase === 'after' && ++fetches === 1 ? { kill: true } : undefined;
    const before = addon.charged();
    await nightAtOnce();
    delete addon.emulator.faults.intercept;
    const turn = addon.property('night') ?? '';
    expect((JSON.parse(turn) as { busyUntilMs: number }).busyUntilMs).toBeGreaterThan(addon.emulator.clock.now());
    await Promise.all(addon.emulator.triggers.list().map(({ id }) => addon.emulator.triggers.fire(id)));
    // It may still be at work, as far as others can know: they do nothing, and its turn stays.
    expect(addon.property('night')).toBe(turn);
    expect(addon.charged() - before).toBeLessThanOrEqual(CAP);
    expect((await charges(1))[0]).toBeGreaterThan(0);
  });

  test('a run that a night went on with has by day the cap that its person gave it', async () => {
    addon.emulator.spreadsheet.sheet('Sheet1').select(`A1:A${2 * CAP + 2}`);
    const run = await started(addon, { mode: 'overwrite', again: true, cap: 2 });
    expect(await driven(addon, run)).toMatchObject({ state: 'stopped', used: 2 });
    expect(await charges(1)).toEqual([CAP]);
    const before = addon.charged();
    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'stopped', used: 2 + CAP, cap: 2 });
    expect(addon.charged()).toBe(before);
    expect(await driven(addon, run, { resume: true, cap: 2 + CAP + 1 })).toMatchObject({ used: 2 + CAP + 1 });
  });

  test('a time zone in which it is still yesterday gives the night no second cap', async () => {
    const fired = () => Promise.all(addon.emulator.triggers.list().map(({ id }) => addon.emulator.triggers.fire(id)));
    expect(await charges(1)).toEqual([CAP]);
    addon.emulator.spreadsheet.timeZone = 'Pacific/Honolulu';
    expect(await charges(2, async () => void (await fired()))).toEqual([0, 0]);
    addon.emulator.clock.advance(DAY_MS);
    expect(await charges(1)).toEqual([CAP]);
  });

  test.each([
    ['one after the other', () => night(addon)],
    ['at once', nightAtOnce],
  ])('two people whose triggers come %s share the cap of the night', async (_, pass) => {
    await value(asUser(addon, EDITOR), 'setSchedule', { schedule });
    expect(addon.emulator.triggers.list()).toHaveLength(2);
    expect(await charges(4, pass)).toEqual([CAP, CAP, 1, 0]);
  });
});

describe('content that is synced', () => {
  const QUERY = { platform: 'instagram', username: 'adidas', followerMin: '0' };
  const schedule = { hour: 6, cap: 100, monthCap: 1_000 };
  let sheets: string[];
  const missing = (at: number): string[] => {
    const there = new Set(idsIn(addon, sheets[at] ?? ''));
    return matching(addon, QUERY).filter((id) => !there.has(id));
  };
  beforeEach(async () => {
    sheets = [];
    for (let each = 0; each < 2; each++) sheets.push((await pulled(addon, { filters: QUERY })).sheet);
    for (const sheet of sheets) await value(addon, 'scheduleContent', { sheetId: sheetIdOf(addon, sheet), schedule });
  });

  test('two people share the cap of a night', async () => {
    await value(addon, 'scheduleContent', { sheetId: sheetIdOf(addon, sheets[1] ?? ''), schedule: null });
    const sheetId = sheetIdOf(addon, sheets[0] ?? '');
    await value(addon, 'scheduleContent', { sheetId, schedule: { ...schedule, cap: CAP } });
    await value(asUser(addon, EDITOR), 'scheduleContent', { sheetId, schedule: { ...schedule, cap: CAP } });
    expect(addon.emulator.triggers.list()).toHaveLength(2);
    post(addon, 4 * CAP);
    expect(await charges(1)).toEqual([CAP]);
    expect(await charges(1, nightAtOnce)).toEqual([CAP]);
  });

  test('a sheet that is deleted while it is synced keeps no other from its sync', async () => {
    post(addon, 4);
    let isDeleted = false;
    addon.emulator.faults.intercept = ({ method, phase }) => {
      if (isDeleted || method !== 'fetchAll' || phase !== 'after') return;
      isDeleted = true;
      addon.emulator.spreadsheet.sheet(sheets[0] ?? '').delete();
    };
    await night(addon);
    expect(isDeleted).toBe(true);
    expect(missing(1)).toEqual([]);
    expect(log(addon)).toMatch(/adidas/);
  });

  test.each<[string, (call: InterceptedCall) => boolean]>([
    ['the first read of the properties', ({ service }) => service === 'PropertiesService'],
    ['the search for sheets', ({ method }) => /etadata/.test(method)],
  ])('%s fails once: the others are synced all the same', async (_, isIt) => {
    post(addon, 4);
    let failed = 0;
    addon.emulator.faults.intercept = (call): Interception =>
      failed === 0 && call.phase === 'before' && isIt(call) && ++failed === 1
        ? { throw: 'Service Spreadsheets failed while accessing document.' }
        : undefined;
    await night(addon);
    expect(failed).toBe(1);
    expect([0, 1].filter((at) => missing(at).length === 0).length).toBeGreaterThanOrEqual(1);
    await night(addon);
    expect([...missing(0), ...missing(1)]).toEqual([]);
  });
});
