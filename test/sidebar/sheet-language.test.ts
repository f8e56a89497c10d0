import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEMPLATE_NAMES } from '../../src/jobs/template/insert-template';
import { knownCountries } from '../../src/schema/country';
import { conflictTextEn } from '../../src/schema/text/conflict';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';
import { columnLetters } from '../../src/core/text';
import { pulled } from './content';
import { selected } from './enrich';
import { reported, select } from './report';
import { textsIn } from './sheet-texts';
import { laid, vetted } from './vetting';

// Sheets that a click lays out speak the language of whoever clicked, and go on working for everybody else.
let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', locale: 'de_DE', standin: { creators: 300 } });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const reads = (language: 'de' | 'en') => value(addon, 'setLanguage', { language });
const sheet = (name: string) => addon.emulator.spreadsheet.sheet(name);

/** Names, values of the API, words that cells show to everybody, and what both languages call so. */
const SAME = new Set(
  [
    'Instagram TikTok YouTube Twitch Facebook Snapchat adidas nike natgeo khaby.lame mkbhd',
    'green amber red unknown off Status Creator Shortlist Vetting Engagement Budget Reel Likes Handle live EUR',
    'Content id instagram leomessi Audience Median Fit German Nike Acme Timeline Earned Media EUR Germany Austria acme charttype bar color line linewidth empty ignore max',
    'followers engagement country growth lastRefreshDate https www.instagram.com',
    'open live late missing tag mention disclosure posted twice counts above post not found covered checked',
    'Hashtags instagram tiktok youtube yes no none nein false falsch summer infludata reel story video short',
    ...knownCountries(),
  ].flatMap((words) => words.split(/[^\p{L}.]+/u)),
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

const inserted = async (template: (typeof TEMPLATE_NAMES)[number]) => value(addon, 'insertTemplate', { template });

test('templates are German where a German inserts them, and ticked they work', async () => {
  await reads('de');
  const german = new Map<string, string[]>();
  for (const template of TEMPLATE_NAMES) {
    const { sheet: name, message } = await inserted(template);
    expect(message).toContain('ist fertig');
    german.set(template, textsIn(addon, name));
    if (template === 'shortlist' || template === 'vetting') sheet(name).set('A4', true);
    if (template === 'vetting') await addon.emulator.recalculate();
  }
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
  // A column is named as it stands there.
  sheet(words).set('B7', false);
  expect(await refusal(addon, 'addDoNotContact', { pasted: 'nike', platform: 'instagram' })).toBe(
    'No status is ticked under “Auslassen” in “Pipeline-Wörter”. Tick one first.',
  );
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

test('vetting flags that a German laid are brought up to date in English, and what cells say is English for both', async () => {
  await reads('de');
  const list = listed('Liste', [['Handle'], ['adidas'], ['nike'], ['natgeo']]);
  const flags = ['engagement', 'private'] as const;
  await vetted(addon, [...flags]);
  const { settings } = await value(addon, 'layFlags', {
    flags: [...flags],
    platform: 'instagram',
    sheetId: sheet(list).id,
  });
  expect(settings).toBe('Vetting von Liste');
  const headers = () => (sheet(list).values()[0] ?? []).slice(-5);
  const german = ['Ampel', 'Warum', 'Median ähnlicher Größe %', 'Ampel Engagement', 'Ampel Privat'];
  expect(headers()).toEqual(german);
  const lights = () =>
    sheet(list)
      .values()
      .slice(1)
      .map((row) => String(row.at(-1)));
  expect(lights()).toEqual(Array.from({ length: 3 }, () => 'green: public account'));
  // Moved and renamed, and a flag that is gone: put back by somebody who reads English.
  sheet(settings).insertRows(1);
  sheet(list).set('B1', 'mine');
  const last = `${columnLetters((sheet(list).values()[0] ?? []).length)}2`;
  sheet(list).set(last, '');
  await reads('en');
  await vetted(addon, [...flags, 'stale']);
  expect(await laid(addon, [...flags, 'stale'])).toBe(settings);
  expect(headers()).toEqual([...german.slice(2), 'Data of', 'Age flag']);
  expect(String(sheet(list).get(last).value)).toBe('green: public account');
  const other = listed('List', [['Handle'], ['adidas']]);
  await vetted(addon, [...flags]);
  expect((sheet(other).values()[0] ?? []).slice(-5)[0]).toBe('Light');
  expect(leftIn(textsIn(addon, 'Vetting of List'), textsIn(addon, settings))).toEqual([]);
});

test('a conflict check stays in its language when somebody else lays it out anew, and so does a campaign summary', async () => {
  await reads('de');
  const { sheet: brands } = await value(addon, 'openBrands', {});
  expect([brands, ...sheet(brands).values('A5:C5').flat()]).toEqual(['Marken', 'Marke', 'Zählt als', 'Wessen']);
  expect(leftIn(Object.values(conflictTextEn()).map(String), textsIn(addon, brands))).toEqual([]);
  sheet(brands).set('A6', [
    ['Nike', '', 'Wettbewerb'],
    ['Acme', '', 'Eigene'],
  ]);
  const list = listed('Liste', [['Handle'], ['adidas'], ['nike']]);
  const checked = () => value(addon, 'checkConflicts', { platform: 'instagram', sheetId: sheet(list).id });
  const { sheet: check } = await checked();
  const before = sheet(check).values();
  expect([check, before[4]?.[4], before[4]?.[6], before[6]?.[2]]).toEqual([
    'Konfliktprüfung',
    'Wettbewerber',
    'Eigene',
    'unbekannt',
  ]);
  await reads('en');
  sheet(list).activate();
  expect((await checked()).sheet).toBe(check);
  expect(sheet(check).values()).toEqual(before);
  const other = listed('List', [['Handle'], ['adidas'], ['nike']]);
  const english = await value(addon, 'checkConflicts', { platform: 'instagram', sheetId: sheet(other).id });
  expect(leftIn(textsIn(addon, english.sheet), textsIn(addon, check))).toEqual([]);

  await reads('de');
  const filters = {
    platform: 'instagram',
    username: 'adidas,nike,leomessi',
    followerMin: '0',
    uploadedFrom: '2026-10-01',
  };
  const { sheet: posts } = await pulled(addon, { filters });
  const summed = () => value(addon, 'summarizeContent', { sheetId: sheet(posts).id, rate: null });
  const summary = (await summed()).sheet;
  expect(summary).toBe(`Auswertung ${posts}`);
  await addon.emulator.recalculate();
  const cells = textsIn(addon, summary);
  expect(sheet(summary).values('A5')).toEqual([[expect.any(Number)]]);
  await reads('en');
  expect((await summed()).sheet).toBe(summary);
  expect(textsIn(addon, summary)).toEqual(cells);
  sheet(summary).delete();
  expect(leftIn(textsIn(addon, (await summed()).sheet), cells)).toEqual([]);
});

test('columns of an offer check keep the headers that they have, whoever checks again', async () => {
  const list = listed('Liste', [
    ['Handle', 'Honorar'],
    ['adidas', 900],
    ['nike', 500],
  ]);
  const check = () => {
    sheet(list).activate();
    sheet(list).select('A1:A3');
    return value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  };
  await reads('de');
  await check();
  const headers = () => (sheet(list).values()[0] ?? []).slice(2);
  expect(headers()).toContain('Gelesenes Honorar');
  const before = headers();
  sheet(list).set('D1', 'Meine Aufrufe');
  sheet(list).set('E1', '');
  await reads('en');
  await check();
  expect(headers()).toEqual(before.map((header, at) => ['Meine Aufrufe', 'Engagements a post'][at - 1] ?? header));
  expect(sheet(list).values('J2:J3').flat()).toEqual(['no saved data', 'no saved data']);
});
