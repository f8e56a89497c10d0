import { beforeEach, expect, test } from 'vitest';
import { createStores } from '../../dev/emulator/stores';
import type { Standin } from '../../dev/standin/standin';
import { createStandin, DEMO_ORGANIZATION_CLIENT_ID, DEMO_ORGANIZATION_KEY } from '../../dev/standin/standin';
import type { FaultName } from '../../dev/workbench/protocol';
import type { StandinDesk } from '../../dev/workbench/standin-desk';
import { createStandinDesk } from '../../dev/workbench/standin-desk';

const stores = createStores('owner@example.com', Date.now);
let standin: Standin;
let desk: StandinDesk;
beforeEach(() => {
  standin = createStandin({ latencyMs: 0 });
  desk = createStandinDesk(standin, stores, 'http://127.0.0.1:1');
  desk.setKey('demo');
});

const key = () => stores.properties('document').get('INFLUDATA_API_KEY');

/** Status and body, or how the connection ended. */
function ask(): string {
  const reply = standin.handle({
    method: 'GET',
    url: `/api/externalAPI/getUserData?platform=instagram&username=adidas&clientId=${DEMO_ORGANIZATION_CLIENT_ID}`,
    headers: { authorization: `Bearer ${DEMO_ORGANIZATION_KEY}` },
  });
  return 'lost' in reply ? reply.lost : `${reply.status} ${Buffer.from(reply.body).toString()}`;
}

const effects: [FaultName, RegExp, charged: number][] = [
  ['500', /^500 /, 0],
  ['429', /^429 /, 0],
  ['lost before', /^before-charge$/, 0],
  ['lost after', /^after-charge$/, 1],
  ['HTML', /^502 <(!doctype|html)/i, 0],
  ['truncated', /^200 \{(?!.*\}$)/s, 1],
];

test.each(effects)('the fault %s meets the next call and only that', (fault, effect, charged) => {
  desk.act({ do: 'fault', fault });
  expect(desk.state().pendingFaults).toEqual([fault]);
  expect(ask()).toMatch(effect);
  expect(standin.charges.total()).toBe(charged);
  expect(desk.state().pendingFaults).toEqual([]);
  expect(ask()).toMatch(/^200 \{.*\}$/s);
});

test('a fault that has not struck yet is taken back by the same button', () => {
  desk.act({ do: 'fault', fault: '500' });
  desk.act({ do: 'fault', fault: '500' });
  expect(desk.state().pendingFaults).toEqual([]);
  expect(ask()).toMatch(/^200 /);
});

test('the key switch writes the document properties that the add-on reads', () => {
  expect(key()).toBe(DEMO_ORGANIZATION_KEY);
  expect(desk.state()).toMatchObject({ key: 'demo', balance: 10_000 });
  desk.act({ do: 'key', key: 'wrong' });
  expect(standin.keys.get(key() ?? '')).toBeUndefined();
  expect(desk.state()).toMatchObject({ key: 'wrong', balance: null });
  desk.act({ do: 'key', key: 'none' });
  expect(key()).toBeNull();
  expect(desk.state().key).toBe('none');
});

test('stopped, every connection is lost; started again, answers come; the log shows both, newest first', () => {
  desk.act({ do: 'stop' });
  expect(ask()).toBe('before-charge');
  expect(desk.state().running).toBe(false);
  desk.act({ do: 'run' });
  expect(ask()).toMatch(/^200 /);
  const { running, requests, charges, charged } = desk.state();
  expect(running).toBe(true);
  expect(requests.map(({ status }) => status)).toEqual(['200', 'lost']);
  expect(charges.map(({ endpoint }) => endpoint)).toEqual(['getUserData']);
  expect(charged).toBe(1);
});
