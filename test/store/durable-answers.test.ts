import { expect, test } from 'vitest';
import { createStandin, DEMO_ORGANIZATION_KEY } from '../../dev/standin/standin';
import { answerOfRecord, durableRecord } from '../../src/gate/keep';
import { zip } from '../setup/zip';
import { DEFAULT_SETTINGS } from '../../src/gate/settings';
import { DURABLE_BUDGET, durableSize, readDurable, writeDurable } from '../../src/gate/durable-answers';
import { receiptOf, type DurableRecord } from '../../src/gate/durable-record';
import type { PropertyValues } from '../../src/gate/property-pieces';
import { ordinaryHandles } from '../setup/creators';

const CREATORS = 2000;
const BATCH = 1_000;
const AT_MS = Date.parse('2026-11-23T08:00:00Z');
const URL_START = 'https://app.infludata.com/api/externalAPI/getUserData?showDatalogAndScore=true&platform=instagram';

test(`${CREATORS} creators fit into the properties, each with its scalars and at least 20 weeks`, () => {
  const standin = createStandin({ now: () => AT_MS });
  standin.keys.setBalance(DEMO_ORGANIZATION_KEY, CREATORS);
  const handles = ordinaryHandles(standin, CREATORS);
  const headers = { Authorization: `Bearer ${DEMO_ORGANIZATION_KEY}` };
  const records = handles.map((handle, index) => {
    // A second each: the pace is no matter here.
    const atMs = AT_MS + index * 1000;
    const reply = standin.handle({ method: 'GET', url: `${URL_START}&username=${handle}`, headers }, atMs);
    if ('lost' in reply || reply.status !== 200) throw new Error(`no answer for ${handle}`);
    const body = JSON.parse(Buffer.from(reply.body).toString('utf8')) as unknown;
    const record = durableRecord({
      key: `profile:instagram/${handle}`,
      state: 'full',
      atMs: AT_MS,
      freshUntilMs: Infinity,
      requests: 1,
      body,
    });
    if (!record) throw new Error(`nothing kept of ${handle}`);
    return record;
  });
  const properties: PropertyValues = {};
  for (let from = 0; from < CREATORS; from += BATCH) {
    Object.assign(
      properties,
      writeDurable(properties, zip, records.slice(from, from + BATCH), () => false),
    );
  }
  expect(durableSize(properties)).toBeLessThanOrEqual(DURABLE_BUDGET);
  const found = readDurable(
    properties,
    zip,
    records.map(({ key }) => key),
  );
  const scalarsOf = (record = records[0]!): unknown =>
    (answerOfRecord(record, DEFAULT_SETTINGS).body as { scalars: unknown }).scalars;
  for (const record of records) {
    expect(scalarsOf(found.get(record.key))).toEqual(scalarsOf(record));
    expect(found.get(record.key)?.series?.length ?? 0).toBeGreaterThanOrEqual(Math.min(20, record.series?.length ?? 0));
  }
});

test('where room is wanted, the names of what stands in the data tab go first, and nothing else', () => {
  const full = Array.from({ length: 300 }, (_, index): DurableRecord => ({
    key: `profile:instagram/c${index}`,
    state: 'compact',
    atMs: AT_MS,
    requests: 1,
    kept: [`${'a'.repeat(20)}${index}`, index, null, `name ${index}`],
    series: [index, index + 1],
  }));
  const tab = full.flatMap((record) => receiptOf({ ...record, key: record.key.replace('/c', '/t') }));
  const there = writeDurable({}, zip, full, () => false);
  const properties = { ...there, ...writeDurable(there, zip, tab, () => false, Infinity) };
  const more = tab.map((record) => ({ ...record, key: record.key.replace('/t', '/u') }));
  const written = { ...properties, ...writeDurable(properties, zip, more, () => false, durableSize(properties)) };
  expect(durableSize(written)).toBeLessThanOrEqual(durableSize(properties));
  const keys = [...full, ...tab, ...more].map(({ key }) => key);
  const found = readDurable(written, zip, keys);
  expect(full.map(({ key }) => found.get(key))).toEqual(full);
  for (const { key } of [...tab, ...more])
    expect(found.get(key)).toEqual({ key, state: 'receipt', atMs: AT_MS, requests: 1 });
});
