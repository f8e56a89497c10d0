import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Creator } from '../../dev/standin/creator';
import { unknownReport } from '../../src/client/account/unknown-card';
import { readUnknown, UNKNOWN_PROPERTY, withUnknown } from '../../src/gate/unknown-store';
import { formOf } from '../../src/schema/unknown-section';
import { type Addon, createAddon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { value } from '../sidebar/page';
import { reported, select } from '../sidebar/report';
import { creatorByShape } from './truth';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 600 } });
  addon.setSettings({ audienceInFormulas: true });
});
afterEach(() => addon.close());

const handleOf = (shape: 'nested' | 'flat' | 'labelled'): string =>
  (creatorByShape(addon).get(shape) as Creator).username;
const noticed = async () => (await value(addon, 'account', { again: false })).unknownSections;

const NESTED = ['devices', 'platformUsage', 'lookalikes', 'qualityScore', 'size', 'brands'];

test('Account names what a formula could not read, once, and nothing of a person', async () => {
  await addon.shown('INFLU_AUDIENCE', 'instagram', handleOf('flat'));
  expect(await noticed()).toBeUndefined();
  await addon.shown('INFLU_AUDIENCE', 'instagram', handleOf('nested'));
  await addon.shown('INFLU_AUDIENCE', 'instagram', handleOf('labelled'));
  const sections = (await noticed()) ?? [];
  expect(sections.map(({ name }) => name)).toEqual([
    ...NESTED,
    'cities',
    'interests',
    'quality',
    ...NESTED.map((name) => `audience${name.slice(0, 1).toUpperCase()}${name.slice(1)}`),
  ]);
  expect(sections.find(({ name }) => name === 'lookalikes')?.form).toBe('list of {followers: number, username: text}');
  expect(sections.find(({ name }) => name === 'cities')?.form).toBe('object of number, scale unclear');
  const text = unknownReport(sections);
  expect(text).toMatch(/^influData.*\ndevices: object of number\n/);
  for (const person of ['like_', handleOf('nested'), 'ikea']) expect(text).not.toContain(person);
});

test('so does a run of reports, and what was noticed stays after the answers are forgotten', async () => {
  select(addon, [handleOf('nested')]);
  await reported(addon);
  addon.forgetCache();
  expect((await noticed())?.map(({ name }) => name)).toEqual(NESTED);
  const before = addon.property(UNKNOWN_PROPERTY);
  await addon.shown('INFLU_AUDIENCE', 'instagram', handleOf('nested'));
  await noticed();
  expect(addon.property(UNKNOWN_PROPERTY)).toBe(before);
});

test('it is one small property, whatever answers hold; one that cannot be read is begun anew', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ name: `section${index}`, form: 'x'.repeat(160) }));
  const values = withUnknown({}, many);
  expect(values[UNKNOWN_PROPERTY]?.length).toBeLessThan(9_000);
  expect(withUnknown(values, many)).toEqual({});
  expect(readUnknown({ [UNKNOWN_PROPERTY]: 'broken' })).toEqual([]);
  expect(readUnknown(withUnknown({ [UNKNOWN_PROPERTY]: '{' }, [{ name: 'a', form: 'b' }]))).toHaveLength(1);
});

test('an object says nothing of its labels, which may be people', () => {
  expect(formOf({ adalovelace: { followers: 3 } })).toBe('object of {followers: number}');
  expect(formOf({ adalovelace: 3, bob: 'x' })).toBe('object of number or text');
  expect([formOf([]), formOf({}), formOf(5), formOf(['a'])]).toEqual([
    'empty list',
    'empty object',
    'number',
    'list of text',
  ]);
});

/** Names that every object of JavaScript has, and a text that no cell could hold. */
test('names that mean something to a program, and a text too long for a cell, are shown as texts', async () => {
  const [handle] = ordinaryHandles(addon.standin, 1);
  const user = (more: object) => ({
    _id: '65f0c1d2e3a4b5c6d7e8f901',
    username: handle,
    platform: 'instagram',
    ...more,
  });
  const answer = (endpoint: string, body: object) =>
    addon.standin.faults.add({ endpoint, body: { text: JSON.stringify(body) } });
  const country = '__proto__';
  answer('discovery', {
    count: 2,
    users: [user({ country }), user({ _id: '65f0c1d2e3a4b5c6d7e8f902', displayName: 'x'.repeat(60_000) })],
  });
  const found = (await addon.shown(
    'INFLU_SEARCH',
    'instagram',
    'country=Germany',
    1,
    'country, displayName',
  )) as string[][];
  expect(found.map(([first, second = '']) => [first, second.length])).toEqual([
    [country, 0],
    ['', 25_000],
  ]);
  answer('getUserData', {
    ...user({ country: 'constructor' }),
    audience: { countries: { constructor: 0.6, DE: 0.4 }, constructor: { toString: 5 }, interests: ['constructor'] },
  });
  expect(await addon.shown('INFLU_PROFILE', 'instagram', handle, 'country')).toBe('constructor');
  expect(await addon.shown('INFLU_AUDIENCE', 'instagram', handle)).toEqual(
    expect.arrayContaining([
      ['Countries', 'constructor', 0.6, ''],
      ['constructor', 'toString', 5, 'as influData gave it'],
    ]),
  );
  expect(await addon.shown('INFLU_SEARCH', 'instagram', 'gender=constructor')).toMatch(/is not one of gender/);
});
