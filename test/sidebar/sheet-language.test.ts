import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEMPLATE_NAMES } from '../../src/jobs/template/insert-template';
import { createAddon, type Addon } from '../setup/addon';
import { expectLedgerToAgree } from '../setup/ledger';
import { value } from './page';
import { textsIn } from './sheet-texts';

// Sheets that a click lays out speak the language of whoever clicked, and go on working for everybody else.
let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', locale: 'de_DE', standin: { creators: 300 } });
  await addon.emulator.open();
});
afterEach(async () => {
  expectLedgerToAgree(addon);
  await addon.close();
});

const reads = (language: 'de' | 'en') => value(addon, 'setLanguage', { language });
const sheet = (name: string) => addon.emulator.spreadsheet.sheet(name);

/** Names, values of the API, words that cells show to everybody, and what both languages call so. */
const SAME = new Set(
  [
    'Instagram TikTok YouTube Twitch Facebook Snapchat adidas nike natgeo khaby.lame mkbhd',
    'green amber red unknown off Status Creator Shortlist Vetting Engagement Budget Reel Likes Handle live EUR',
    'followers engagement country growth lastRefreshDate https www.instagram.com',
  ].flatMap((words) => words.split(' ')),
);

/** What the German layout says as the English one does. */
const leftIn = (english: readonly string[], german: readonly string[]): string[] => {
  const before = new Set(english);
  return german.filter(
    (text) =>
      before.has(text) &&
      /[a-z]{3}/i.test(text) &&
      !text.split(/[^\p{L}.]+/u).every((word) => word === '' || SAME.has(word)),
  );
};

test('templates are German where a German inserts them, and ticked they work', async () => {
  const inserted = async (template: (typeof TEMPLATE_NAMES)[number]) => value(addon, 'insertTemplate', { template });
  await reads('de');
  const german = new Map<string, string[]>();
  for (const template of TEMPLATE_NAMES) {
    const { sheet: name, message } = await inserted(template);
    expect(message).toContain('ist fertig');
    german.set(template, textsIn(addon, name));
    if (template === 'shortlist' || template === 'vetting') sheet(name).set('A4', true);
  }
  expect(sheet('Kampagnen-Tracker').get('E7').validation?.values[0]).toContain('freigegeben');
  await addon.emulator.recalculate();
  expect(sheet('Shortlist').values('A4:E4')).toEqual([[true, 5, 5, 1, 4500]]);
  expect(sheet('Vetting').values('C7:H7')).toEqual([
    ['amber', 30_200_000, 1.64, -0.88, expect.any(Date), 'Engagement, Wachstum'],
  ]);
  await reads('en');
  for (const template of TEMPLATE_NAMES) {
    const { sheet: name } = await inserted(template);
    expect(leftIn(textsIn(addon, name), german.get(template) ?? []), template).toEqual([]);
  }
});
