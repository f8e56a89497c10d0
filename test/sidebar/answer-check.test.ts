import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, KEY, type Addon } from '../setup/addon';
import { ledgerOf } from '../setup/ledger';
import { reply, value } from './page';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 } });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const check = (paid: boolean) => value(addon, 'checkAnswers', { paid });
const bend = (endpoint: string, body: unknown) =>
  addon.standin.faults.add({ endpoint, body: { text: JSON.stringify(body) } });

test('free answers are compared for nothing, and the price of the others is told before', async () => {
  expect(await check(false)).toMatchObject({ compared: 3, charged: 0, price: 21, findings: [] });
  expect(addon.charged()).toBe(0);
});

test('a search and a report cost 21 at most, once: what is saved is compared for nothing', async () => {
  const first = await check(true);
  expect(first).toMatchObject({ compared: 5, charged: 21, price: 1 });
  // The stand-in's reports hold sections that nobody has told of.
  expect(first.findings.filter((text) => !text.startsWith('audience report: unknown'))).toEqual([]);
  expect(ledgerOf(addon)).toEqual({ charged: 21, unknown: 0 });
  addon.forgetCache();
  expect(await check(true)).toMatchObject({ compared: 5, charged: 1, findings: first.findings });
  expect(addon.charged()).toBe(22);
});

test('what is missing, of another type or unknown is named', async () => {
  bend('getCitiesForCountry', { cities: ['Berlin'] });
  bend('checkDataStatus', { isInDatabase: true, followers: 'many', moods: 3 });
  addon.standin.faults.add({ endpoint: 'bulkAddToEnrich', status: 400 });
  const { compared, findings } = await check(false);
  expect(compared).toBe(2);
  expect(findings.join('\n')).toMatch(/^cities of Germany: .*\n/);
  for (const text of [
    'creatorId',
    'followers is text, not number',
    'unknown: moods',
    "queue for enrichment: influData didn't accept",
  ])
    expect(findings.join('\n')).toContain(text);
  // Who reads German gets the same in German, what is copied for a bug report stays English.
  await value(addon, 'setLanguage', { language: 'de' });
  const german = await check(false);
  expect(german.findings).toEqual([
    'Städte in Deutschland: Das Add-on konnte diese Antwort nicht lesen.',
    'Städte in Deutschland: unbekannt: cities, cities[]',
    expect.stringMatching(/^Datenstatus: Laut Vertrag fehlen creatorId, .*\.$/),
    'Datenstatus: followers ist Text statt Zahl',
    'Datenstatus: unbekannt: moods',
    expect.stringMatching(/^Warteschlange zum Anreichern: influData hat/),
  ]);
  expect(german.text).toContain('followers is text, not number');
});

test('what is copied holds names and types, no value and no key', async () => {
  const { text } = await check(true);
  const adidas = addon.standin.creators.find('instagram', 'adidas');
  for (const secret of [KEY, String(adidas?.followers), adidas?.creatorId ?? '?', 'Berlin'])
    expect(text).not.toContain(secret);
  expect(JSON.parse(text)).toMatchObject({ version: 1 });
});

test('nothing is bought beyond the caps, and the reason is told', async () => {
  addon.setSettings({ maxRequestsPerDay: 5 });
  const answer = await reply(addon, 'checkAnswers', { paid: true });
  expect(answer).toMatchObject({ ok: true, value: { compared: 4, charged: 1 } });
  expect(JSON.stringify(answer)).toContain("audience report: not checked. You've reached today's cap of 5 requests");
  expect(addon.charged()).toBe(1);
});
