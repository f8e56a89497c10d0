import { beforeEach, expect, test } from 'vitest';
import { queueQuestion } from '../../src/api/question';
import { parseBulkEnrich } from '../../src/schema/bulk-enrich';
import { memoryHost, received, type MemoryHost } from './memory-host';

let memory: MemoryHost;
beforeEach(() => (memory = memoryHost()));

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `newcomer_${index}`);

test('queues handles and ids in one call, for nothing, and says which were not taken', () => {
  const question = queueQuestion('instagram', { usernames: ['adidas', 'newcomer_1', 'nosuch_1'], userIds: ['nosuch'] });
  const { processed, failed } = parseBulkEnrich(memory.body(question));
  expect(processed.map(({ identifier, isNewUser }) => [identifier, isNewUser])).toEqual([
    ['adidas', false],
    ['newcomer_1', true],
  ]);
  expect(failed.map(({ identifier }) => identifier)).toEqual(['nosuch_1', 'nosuch']);
  expect(received(memory)).toMatchObject([
    {
      endpoint: 'bulkAddToEnrich',
      method: 'POST',
      body: {
        platform: 'instagram',
        usernames: ['adidas', 'newcomer_1', 'nosuch_1'],
        userIds: ['nosuch'],
        addToWeeklyEnrichment: false,
      },
    },
  ]);
  memory.expectCharged(0);
});

test('is done each time it is asked for, and kept nowhere', () => {
  const question = queueQuestion('instagram', { usernames: ['newcomer_1'] });
  memory.body(question, { order: 'formula' });
  memory.body(question, { order: 'formula' });
  expect(received(memory)).toHaveLength(2);
  expect(memory.holding(question.key)).toEqual([]);
});

test('a refusal of a moment ago is no reason not to try', () => {
  memory.standin.faults.add({ endpoint: 'bulkAddToEnrich', status: 400, nth: 1 });
  const question = queueQuestion('instagram', { usernames: ['newcomer_1'] });
  expect(memory.ask(question, { order: 'formula' })).toMatchObject({ kind: 'error', error: { code: 'rejected' } });
  expect(parseBulkEnrich(memory.body(question, { order: 'formula' })).processed).toHaveLength(1);
});

test.each([429, 500, 503])('a %i is tried again: nothing was done', (status) => {
  memory.standin.faults.add({ endpoint: 'bulkAddToEnrich', status, nth: [1, 2] });
  memory.body(queueQuestion('instagram', { usernames: ['newcomer_1'] }));
  expect(received(memory)).toHaveLength(3);
});

test.each(['before-charge', 'after-charge'] as const)('a lost reply (%s) is not: it may have been done', (lost) => {
  memory.standin.faults.add({ endpoint: 'bulkAddToEnrich', lost, nth: 1 });
  expect(memory.ask(queueQuestion('instagram', { usernames: ['newcomer_1'] }))).toMatchObject({
    kind: 'error',
    error: { code: 'unreachable' },
  });
  expect(received(memory)).toHaveLength(1);
  expect(memory.ledger()).toEqual({ charged: 0, unknown: 0 });
});

test('takes 100 at once, 10 with a trial key', () => {
  expect(parseBulkEnrich(memory.body(queueQuestion('instagram', { usernames: names(100) }))).processed).toHaveLength(
    100,
  );
  expect(() => queueQuestion('instagram', { usernames: names(100), userIds: ['1'] })).toThrow(/1 to 100 .* not 101/);
  expect(() => queueQuestion('instagram', { usernames: names(11), keyKind: 'trial' })).toThrow(/1 to 10 .* not 11/);
  expect(() => queueQuestion('instagram', {})).toThrow(/1 to 100 .* not 0/);
  memory = memoryHost({ key: 'trial' });
  const ten = queueQuestion('instagram', { usernames: names(10), keyKind: 'trial' });
  expect(parseBulkEnrich(memory.body(ten)).processed).toHaveLength(10);
});

test('YouTube handles go out with their @', () => {
  const { processed } = parseBulkEnrich(memory.body(queueQuestion('youtube', { usernames: ['mkbhd'] })));
  expect(received(memory)[0]?.body).toMatchObject({ usernames: ['@mkbhd'] });
  expect(processed).toMatchObject([{ isNewUser: false }]);
});

test('the weekly refresh is ordered with it, and refused to a trial key in one sentence', () => {
  const weekly = queueQuestion('instagram', { usernames: ['adidas'], weekly: true });
  expect(parseBulkEnrich(memory.body(weekly)).processed).toMatchObject([{ addedToWeekly: true }]);
  memory = memoryHost({ key: 'trial' });
  const reply = memory.ask(weekly);
  expect(reply).toMatchObject({ kind: 'error', error: { code: 'forbidden' } });
  expect(reply.kind === 'error' && reply.error.message).toMatch(/weekly refresh: trial keys don't have it\. Use an/);
});

test('a platform without it is refused before anything is sent', () => {
  expect(() => queueQuestion('facebook', { usernames: ['cocacola'] })).toThrow(
    'influData has no enrichment for Facebook. Use Instagram, TikTok, YouTube or Twitch.',
  );
});

test('keys tell lists apart and stay short', () => {
  const keys = [names(1), names(2), names(99), names(100)].map(
    (usernames) => queueQuestion('tiktok', { usernames }).key,
  );
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(/^queue:.{1,190}$/);
});
