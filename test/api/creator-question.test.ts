import { beforeEach, describe, expect, test } from 'vitest';
import { audienceQuestion, profileQuestion, statusQuestion } from '../../src/api/question';
import { parseCreator } from '../../src/schema/creator';
import { parseDataStatus } from '../../src/schema/data-status';
import { parseProfile } from '../../src/schema/profile';
import { ordinaryHandles } from '../setup/creators';
import { memoryHost, received, type MemoryHost } from './memory-host';

let memory: MemoryHost;
beforeEach(() => (memory = memoryHost()));

/** What the API charged, and the ledger says the same. */
const adidas = parseCreator('instagram', 'adidas');
const idOf = (handle: string): string => {
  const creator = memory.standin.creators.find('instagram', handle);
  if (!creator) throw new Error(`no ${handle}`);
  return `id:${creator.creatorId}`;
};

describe('getUserData', () => {
  test('gives the profile for 1 request, once', () => {
    for (let time = 1; time <= 3; time++)
      expect(parseProfile(memory.body(profileQuestion(adidas))).scalars).toMatchObject({ username: 'adidas' });
    expect(profileQuestion(adidas).key).toBe('profile:instagram/adidas');
    memory.expectCharged(1);
  });

  test.each([
    ['instagram', 'adidas', 'true'],
    ['tiktok', 'khaby.lame', 'true'],
    ['youtube', 'MrBeast', undefined],
    ['twitch', 'ninja', undefined],
    ['facebook', 'cocacola', undefined],
    ['snapchat', 'djkhaled305', undefined],
  ])('of %s asks for scores: %s %s', (platform, handle, scores) => {
    memory.body(profileQuestion(parseCreator(platform, handle)));
    expect(received(memory)).toHaveLength(1);
    expect(received(memory)[0]?.query['showDatalogAndScore']).toBe(scores);
    memory.expectCharged(1);
  });

  test('by influData id without a platform: with scores, and known under the same key as with it', () => {
    const id = idOf('adidas');
    memory.body(profileQuestion(parseCreator('', id)));
    expect(received(memory)[0]?.query).toEqual({ _id: id.slice(3), showDatalogAndScore: 'true' });
    memory.body(profileQuestion(parseCreator('instagram', id)));
    memory.body(profileQuestion(adidas));
    memory.expectCharged(1);
  });

  test('with the audience report costs 20, and is the profile too', () => {
    const [handle = ''] = ordinaryHandles(memory.standin, 1);
    const creator = parseCreator('instagram', handle);
    expect(audienceQuestion(creator)).toMatchObject({ key: `audience:instagram/${handle}`, requests: 20 });
    expect(memory.body(audienceQuestion(creator))).toEqual(memory.body(profileQuestion(creator)));
    memory.expectCharged(20);
  });

  test('201: queued, free, and not asked again that day', () => {
    const question = profileQuestion(parseCreator('instagram', 'newcomer_1'));
    for (let time = 1; time <= 2; time++)
      expect(memory.ask(question)).toMatchObject({ kind: 'answer', answer: { state: 'queued', requests: 0 } });
    expect(received(memory)).toHaveLength(1);
    memory.expectCharged(0);
  });

  test('202: the analysis is not ready, 1 request of the 20', () => {
    const question = audienceQuestion(parseCreator('instagram', 'special.pending'));
    for (let time = 1; time <= 2; time++)
      expect(memory.ask(question)).toMatchObject({ kind: 'answer', answer: { state: 'audiencePending', requests: 1 } });
    memory.expectCharged(1);
  });

  test('404: not found, free', () => {
    expect(memory.ask(profileQuestion(parseCreator('instagram', 'nosuch_1')))).toMatchObject({
      answer: { state: 'notFound' },
    });
    memory.expectCharged(0);
  });

  test('a lost connection is tried again with a reservation of its own: the first charge is unknown', () => {
    memory.standin.faults.add({ endpoint: 'getUserData', lost: 'after-charge', nth: 1 });
    memory.body(profileQuestion(adidas));
    memory.expectCharged(2, { charged: 1, unknown: 1 });
  });
});

const isWeekly = (body: unknown): unknown => parseDataStatus(body)['isAddedToWeeklyRefresh'];

describe('checkDataStatus', () => {
  const plain = statusQuestion(adidas);
  const weekly = statusQuestion(adidas, { weekly: true });

  test('is free and kept for some hours', () => {
    expect(isWeekly(memory.body(plain))).toBe(false);
    memory.body(plain);
    expect(received(memory)).toHaveLength(1);
    memory.expectCharged(0);
  });

  test('a kept plain status does not swallow the order of the weekly refresh', () => {
    memory.body(plain);
    expect(isWeekly(memory.body(weekly))).toBe(true);
    expect(received(memory)[1]?.query).toMatchObject({ addToWeeklyEnrichment: 'true' });
  });

  test('the order is sent each time, even when it was refused a moment before, and is kept nowhere', () => {
    memory.standin.faults.add({ endpoint: 'checkDataStatus', status: 403, nth: 1 });
    expect(memory.ask(weekly)).toMatchObject({ kind: 'error', error: { code: 'forbidden' } });
    memory.ask(weekly, { order: 'formula' });
    memory.ask(weekly, { order: 'formula' });
    expect(received(memory)).toHaveLength(3);
    expect(weekly.key).not.toBe(plain.key);
    expect(memory.holding(weekly.key)).toEqual([]);
  });

  test('what the order learns is the plain status too', () => {
    memory.body(plain);
    memory.body(weekly);
    expect(isWeekly(memory.body(plain))).toBe(true);
    expect(received(memory)).toHaveLength(2);
  });

  test('an order for a creator whom nobody knows is forgotten like any other', () => {
    const order = statusQuestion(parseCreator('instagram', 'nosuch_1'), { weekly: true });
    for (let time = 1; time <= 2; time++) expect(memory.ask(order)).toMatchObject({ answer: { state: 'notFound' } });
    expect(received(memory)).toHaveLength(2);
    expect(memory.holding(order.key)).toEqual([]);
  });

  test.each([false, true])('a status that names nobody is one all the same, asked by an id (weekly: %s)', (order) => {
    memory.standin.faults.add({ endpoint: 'checkDataStatus', body: { text: '{"isInDatabase":true}' } });
    const question = statusQuestion(parseCreator('instagram', 'uid:17841400008460056'), { weekly: order });
    expect(memory.body(question)).toEqual({ isInDatabase: true });
  });

  test('a trial key is told that it has no weekly refresh', () => {
    memory = memoryHost({ key: 'trial' });
    const reply = memory.ask(weekly);
    expect(reply).toMatchObject({ kind: 'error', error: { code: 'forbidden' } });
    expect(reply.kind === 'error' && reply.error.message).toMatch(/weekly refresh: trial keys don't have it\. Use an/);
    memory.expectCharged(0);
  });

  test('a refusal of another kind says nothing of the weekly refresh', () => {
    memory.standin.faults.add({ endpoint: 'checkDataStatus', status: 403 });
    const reply = memory.ask(plain);
    expect(reply.kind === 'error' && reply.error.message).not.toMatch(/weekly/);
  });

  test.each([statusQuestion, audienceQuestion])('an id: is sent without a platform', (question) => {
    expect(question(parseCreator('', 'id:507f1f77')).call.query).toMatchObject({ _id: '507f1f77' });
  });
});
