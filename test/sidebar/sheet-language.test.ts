import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEMPLATE_NAMES } from '../../src/jobs/template/insert-template';
import { createAddon, type Addon } from '../setup/addon';
import { expectLedgerToAgree } from '../setup/ledger';
import { value } from './page';
import { selected } from './enrich';
import { reported, select } from './report';
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
    'Audience Median Fit German Germany Austria acme charttype bar color line linewidth empty ignore max',
    'followers engagement country growth lastRefreshDate https www.instagram.com',
    'open live late missing tag mention disclosure posted twice counts above post not found covered checked',
    'Hashtags instagram tiktok youtube yes no none nein false falsch summer infludata reel story video short',
  ].flatMap((words) => words.split(' ')),
);

/** What the German layout says as the English one does. */
const leftIn = (english: readonly string[], german: readonly string[]): string[] => {
  const before = new Set(english);
  return german.filter(
    (text) =>
      before.has(text) &&
      // Pieces of regular expressions, in all languages at once.
      !/[[(]/.test(text) &&
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

/** Answers of our own, with little of influData's own words in them. */
function answers(): void {
  const timeline = ['2026-09-01', '2026-10-01', '2026-11-01'].map((date, at) => ({
    date,
    followers: 1000 + at,
    collaborations: at === 1 ? ['@acme'] : [],
  }));
  const audience = {
    audienceGender: { female: 0.6, male: 0.4 },
    audienceAge: { '13-17': 0.1, '18-24': 0.5, '25-34': 0.4 },
    audienceCountries: { DE: 0.5, AT: 0.2 },
    audienceQuality: { realPeople: 0.7, influencers: 0.1, massFollowers: 0.15, suspicious: 0.05 },
  };
  const both = { ...audience, audienceAge: undefined, audienceGender: { '18-24': { female: 0.5, male: 0.5 } } };
  for (const [handle, body] of Object.entries({ adidas: audience, nike: both })) {
    const figures = {
      followers: 1000,
      engagement: 2,
      growth: 1,
      medianViews: 9,
      avgLikes: 3,
      avgComments: 4,
      verified: true,
    };
    const profile = { _id: `id-${handle}`, platform: 'instagram', username: handle, profileScore: 5, ...figures };
    const text = JSON.stringify({ ...profile, timeline, ...body });
    addon.standin.faults.add({ endpoint: 'getUserData', creator: handle, body: { text } });
  }
}

/** Each kind of report over two creators, in the order in which they are made. */
async function reports(): Promise<string[]> {
  select(addon, ['adidas', 'nike']);
  const made: string[] = [];
  for (const kind of ['sheets', 'comparison', 'profiles'] as const) {
    const { sheets } = await reported(addon, { kind });
    made.push(...sheets);
    select(addon, ['adidas', 'nike']);
  }
  const targets = { countries: ['Germany'], ages: ['18-24'], gender: 'w', languages: ['de'] } as const;
  const fit = await value(addon, 'fitScore', { platform: 'instagram', targets: structuredClone(targets) as never });
  return [...made, fit.sheet];
}

/** What its cells hold, beside texts. */
const figures = (of: string): unknown[][] =>
  sheet(of)
    .values()
    .map((row) => row.map((cell) => (typeof cell === 'string' ? '' : cell)));
const colors = (of: string): unknown[] => sheet(of).data.charts.map(({ options }) => options['colors']);

test('reports are German, bought once for both languages, and their figures are the same', async () => {
  answers();
  await reads('de');
  const german = await reports();
  const charged = addon.charged();
  await reads('en');
  const english = await reports();
  expect(addon.charged()).toBe(charged);
  await addon.emulator.recalculate();
  english.forEach((name, at) => {
    const own = german[at] ?? '';
    expect(leftIn(textsIn(addon, name), textsIn(addon, own)), own).toEqual([]);
    expect(figures(own), own).toEqual(figures(name));
    expect(colors(own)).toEqual(colors(name));
  });
});

/** A list in a sheet of its own, in front. */
function listed(name: string, rows: readonly unknown[][]): string {
  addon.emulator.spreadsheet.insertSheet(name);
  sheet(name).set('A1', rows as never);
  sheet(name).activate();
  return name;
}
const made = () => value(addon, 'makePipeline', { platform: 'instagram' });
const leftOutIn = async (name: string): Promise<unknown> => {
  sheet(name).activate();
  sheet(name).select('A1:A4');
  return (await selected(addon)).leftOut?.places;
};

test('a German pipeline leaves out whom an English colleague must not contact, and the other way round', async () => {
  await reads('de');
  const names = [['Handle'], ['adidas'], ['nike'], ['natgeo']];
  const german = listed('Liste', names);
  expect(await made()).toMatchObject({
    added: ['Status', 'Zuständig', 'Wiedervorlage', 'Notiz', 'Honorar'],
    taken: [],
  });
  const words = 'Pipeline-Wörter';
  expect(sheet(words).values('A1:B7').at(-1)).toEqual(['nicht kontaktieren', true]);
  expect((await value(addon, 'addDoNotContact', { pasted: 'nike', platform: 'instagram' })).sheet).toBe(
    'Nicht kontaktieren',
  );
  await reads('en');
  // What stands there is known by its marks: nothing comes twice, and nothing is called otherwise.
  const before = addon.emulator.spreadsheet.sheetNames();
  sheet(german).activate();
  expect(await made()).toMatchObject({ added: [], taken: [] });
  expect(await value(addon, 'addDoNotContact', { pasted: 'nike', platform: 'instagram' })).toMatchObject({ added: 0 });
  expect(addon.emulator.spreadsheet.sheetNames()).toEqual(before);
  const { sheet: shortlist } = await value(addon, 'insertTemplate', { template: 'shortlist' });
  expect(await made()).toMatchObject({ taken: ['Status', 'Notes', 'Fee'], hasOwnList: false, otherWords: [] });
  sheet(shortlist).set('F7', 'do not contact');
  expect(await leftOutIn(german)).toMatchObject([
    { status: 'do not contact', creators: 1 },
    { status: 'nicht kontaktieren', creators: 1 },
  ]);
  // Whoever lists that very word says what becomes of it.
  sheet(words).set('A8', 'do not contact');
  expect(await leftOutIn(german)).toMatchObject([{ status: 'nicht kontaktieren', creators: 1 }]);
});

test('a client decides in German, an English colleague reads that, and the list keeps its words', async () => {
  const names = [
    ['Handle', 'Followers'],
    ['adidas', 1],
    ['nike', 2],
    ['natgeo', 3],
  ];
  const list = listed('Liste', names);
  const copied = async () => {
    sheet(list).activate();
    const { sheetId, columns } = await value(addon, 'clientList', { platform: 'instagram' });
    const picked = columns.map(({ column, header }) => ({ column, header }));
    return (await value(addon, 'makeClientSheet', { sheetId, platform: 'instagram', columns: picked })).sheet;
  };
  const readFrom = (name: string) =>
    value(addon, 'readDecisions', {
      sheetId: sheet(list).id,
      platform: 'instagram',
      source: { sheet: sheet(name).id },
    });
  await reads('de');
  const german = await copied();
  expect(german).toBe('Liste für Kunden');
  expect(sheet(german).get('D2').validation?.values[0]).toEqual(['freigeben', 'ablehnen', 'vielleicht']);
  expect(sheet(german).data.conditionalFormats.map(({ values }) => values[0])).toContain('freigeben');
  sheet(german).set('D2', [
    ['freigeben', 'gut'],
    ['ablehnen', ''],
    ['eher nicht', ''],
  ]);
  await reads('en');
  const english = await copied();
  expect(leftIn(textsIn(addon, english), textsIn(addon, german))).toEqual(['Followers']);
  expect(await readFrom(german)).toMatchObject({ read: 3, changed: 3, conflicting: [], other: ['@natgeo'] });
  expect(sheet(list).values('C1:D4')).toEqual([
    ['Client decision', 'Client comment'],
    ['approve', 'gut'],
    ['decline', ''],
    ['eher nicht', ''],
  ]);
  await reads('de');
  sheet(english).set('D2', [['maybe', '']]);
  expect(await readFrom(english)).toMatchObject({ read: 1, changed: 1 });
  expect(await readFrom(german)).toMatchObject({ changed: 1 });
  expect(sheet(list).values('C1:C2')).toEqual([['Client decision'], ['approve']]);
});
