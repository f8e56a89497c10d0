import { beforeEach, describe, expect, test } from 'vitest';
import { citiesQuestion } from '../../src/api/question';
import { searchQuestion } from '../../src/api/search-question';
import { parseCities } from '../../src/schema/cities';
import { parseDiscovery } from '../../src/schema/discovery';
import { CLIENT_PROPERTY, KEY_PROPERTY } from '../../src/gate/purse';
import { memoryHost, received, type MemoryHost } from './memory-host';

let memory: MemoryHost;
beforeEach(() => (memory = memoryHost()));

describe('getClientInfo', () => {
  test('reads the balance for nothing, at most every 10 minutes', () => {
    expect(memory.balance()).toMatchObject({ kind: 'balance', left: 10_000 });
    memory.standin.keys.setBalance(memory.properties.get(KEY_PROPERTY) ?? '', 77);
    expect(memory.balance()).toMatchObject({ kind: 'balance', left: 10_000 });
    memory.host.clock.sleep(10 * 60_000);
    expect(memory.balance()).toMatchObject({ kind: 'balance', left: 77 });
    expect(received(memory, 'getClientInfo').map(({ query }) => query)).toEqual([
      { clientId: 'demo-organization' },
      { clientId: 'demo-organization' },
    ]);
    memory.expectCharged(0);
  });

  test('without a client id says where to put it, and sends nothing', () => {
    memory.properties.delete(CLIENT_PROPERTY);
    expect(memory.balance()).toMatchObject({ kind: 'error', error: { code: 'noKey' } });
    expect(received(memory, 'getClientInfo')).toEqual([]);
  });

  test("403 for another key's client id, 401 for a wrong key", () => {
    memory.properties.set(CLIENT_PROPERTY, 'demo-other');
    expect(memory.balance()).toMatchObject({ kind: 'error', error: { code: 'forbidden' } });
    memory.properties.set(KEY_PROPERTY, 'wrong-key');
    expect(memory.balance()).toMatchObject({ kind: 'error', error: { code: 'badKey' } });
  });
});

describe('getCitiesForCountry', () => {
  test('lists cities for nothing, once', () => {
    const question = citiesQuestion('Germany');
    expect(question).toMatchObject({ key: 'cities:Germany', requests: 0 });
    for (let time = 1; time <= 2; time++) expect(parseCities(memory.body(question))).toContain('Berlin');
    expect(received(memory).map(({ endpoint, query }) => [endpoint, query])).toEqual([
      ['getCitiesForCountry', { country: 'Germany' }],
    ]);
    memory.expectCharged(0);
  });

  test('a long country makes a short key', () => {
    expect(citiesQuestion('x'.repeat(500)).key.length).toBeLessThan(200);
  });
});

describe('discovery', () => {
  const search = { platform: 'instagram', filters: { country: 'Germany', followerMin: '10000' } } as const;

  test('costs 1 request a page of 20, once', () => {
    for (let time = 1; time <= 2; time++)
      for (const page of [1, 2]) {
        const { creators, count } = parseDiscovery(memory.body(searchQuestion(search, page)));
        expect(creators).toHaveLength(20);
        expect(count).toBeGreaterThan(40);
      }
    expect(received(memory).map(({ endpoint, query }) => [endpoint, query['skipCount']])).toEqual([
      ['discovery', undefined],
      ['discovery', '20'],
    ]);
    expect(received(memory)[0]?.query).toMatchObject({ platform: 'instagram', country: 'Germany' });
    memory.expectCharged(2);
  });

  test('a page that finds nobody is a search too', () => {
    const nobody = { platform: 'snapchat', filters: { followerMin: '999999999999' } } as const;
    expect(parseDiscovery(memory.body(searchQuestion(nobody, 1))).creators).toEqual([]);
    memory.expectCharged(1);
  });

  test('an answer that cannot be read may have been charged, and is not bought again that day', () => {
    memory.standin.faults.add({ endpoint: 'discovery', body: 'html' });
    for (let time = 1; time <= 2; time++) memory.ask(searchQuestion(search, 1));
    memory.expectCharged(1, { charged: 0, unknown: 1 });
  });
});
