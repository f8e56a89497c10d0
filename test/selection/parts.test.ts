import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SelectionForm } from '../../src/sidebar/enrich-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree } from '../setup/ledger';
import { driven, selected } from '../sidebar/enrich';
import { refusal, value } from '../sidebar/page';
import { read } from '../sidebar/report';

// Lists of which a part is of another platform, or another table: nobody is bought on a platform that the sheet does not say.

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
});
afterAll(() => addon.close());

let sheets = 0;
function onNewSheet(rows: readonly (readonly unknown[])[], area?: string, merged: readonly string[] = []) {
  const sheet = addon.emulator.spreadsheet.insertSheet(`List ${(sheets += 1)}`);
  const width = Math.max(...rows.map(({ length }) => length));
  sheet.set(
    'A1',
    rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
  );
  merged.forEach((each) => sheet.merge(each));
  sheet.activate();
  sheet.select(area ?? `A1:${String.fromCharCode(64 + width)}${rows.length}`);
  return sheet;
}
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

interface Case {
  rows: readonly (readonly unknown[])[];
  creators: readonly string[];
  /** Rows that are left out, and why. */
  left?: readonly (readonly [row: number, why: RegExp])[];
  area?: string;
  merged?: readonly string[];
}

const below = (title: string): unknown[][] => [
  ['Handle', 'Followers'],
  ['lena.vogt', 1],
  ['mia_k', 2],
  [],
  [title],
  ['Handle', 'Followers'],
  ['noah', 1],
];
const TITLES = [
  'TikTok creators',
  '🎵 TikTok',
  'TIKTOK (12)',
  'tiktok',
  'TikTok-Creatorinnen',
  'Creadores de TikTok',
  'Influenceurs TikTok',
  'Criadores do TikTok',
  'Creator su TikTok',
  'TikTok hesapları',
  'Top 50 TikTok 2026',
  'YouTube Shorts',
];
const INSTAGRAM = ['instagram/lena.vogt', 'instagram/mia_k'];

const CASES: readonly (readonly [name: string, Case])[] = [
  ...TITLES.map((title): [string, Case] => [
    `a title: ${title}`,
    { rows: below(title), creators: INSTAGRAM, left: [[7, /^left out: row 5 says .*alone$/]] },
  ]),
  ...['Twitter', 'LinkedIn creators'].map((title): [string, Case] => [
    `a title of a network that is none of ours, also selected alone: ${title}`,
    {
      rows: column('Handle', 'lena.vogt', '', title, 'mia_k'),
      area: 'A5',
      creators: [],
      left: [[5, /is not one of the platforms/]],
    },
  ]),
  ...['UGC creators', 'Instagram & TikTok'].map((title): [string, Case] => [
    `words that name no other network: ${title}`,
    { rows: column('Handle', 'lena.vogt', '', title, 'mia_k'), creators: INSTAGRAM },
  ]),
  ['a title of the same platform', { rows: below('IG'), creators: [...INSTAGRAM, 'instagram/noah'] }],
  [
    'a platform in small letters among brands is a brand',
    { rows: column('Handle', 'nike', 'tiktok', 'spotify'), creators: ['instagram/nike', 'instagram/spotify'] },
  ],
  [
    'the first platform again, and an address in the other part',
    {
      rows: column(
        'Instagram',
        'lena.vogt',
        'TikTok',
        'noah',
        'https://www.tiktok.com/@kim?lang=de',
        'Instagram',
        'mia_k',
      ),
      creators: ['instagram/lena.vogt', 'tiktok/kim', 'instagram/mia_k'],
      left: [[4, /row 3 says TikTok/]],
    },
  ],
  [
    'titles beside the column of handles, merged over the table',
    {
      rows: [['Name', 'Handle', 'Fans'], ['Instagram'], ['Lena', 'lena.vogt', 1], ['TikTok'], ['Noah', 'noah.k', 2]],
      merged: ['A2:C2', 'A4:C4'],
      creators: ['instagram/lena.vogt'],
      left: [[5, /row 4 says TikTok/]],
    },
  ],
  [
    'a header for each platform',
    {
      rows: [
        ['Instagram handle', 'Fans'],
        ['lena.vogt', 1],
        ['mia_k', 2],
        ['TikTok handle', 'Fans'],
        ['noah', 1],
      ],
      creators: INSTAGRAM,
      left: [[5, /row 4 says TikTok handle/]],
    },
  ],
  [
    'the lower part alone is read by its title',
    {
      rows: column('Handle', 'lena.vogt', 'TikTok', 'noah', 'kim_x'),
      area: 'A4:A5',
      creators: ['tiktok/noah', 'tiktok/kim_x'],
    },
  ],
  [
    'the header stands above a blank line',
    {
      rows: column('TikTok handle', 'lena.1', 'lena.2', 'lena.3', '', 'noah', 'kim_x'),
      area: 'A6:A7',
      creators: ['tiktok/noah', 'tiktok/kim_x'],
    },
  ],
  [
    'a platform in a cell that is merged over its rows',
    {
      rows: [
        ['Platform', 'Handle'],
        ['Instagram', 'lena.vogt'],
        ['', 'mia_k'],
        ['TikTok', 'noah.k'],
        ['', 'kim_x'],
      ],
      merged: ['A2:A3', 'A4:A5'],
      creators: [...INSTAGRAM, 'tiktok/noah.k'],
      left: [[5, /row 4 says TikTok/]],
    },
  ],
  [
    'another table below',
    {
      rows: [
        ['Handle', 'Followers'],
        ...[1, 2, 3].map((at) => [`lena.${at}`, at]),
        [],
        ['Name', 'Handle', 'Fee'],
        ['Noah', 'noah.k', 100],
      ],
      creators: ['instagram/lena.1', 'instagram/lena.2', 'instagram/lena.3'],
      left: [
        [6, /begins another table/],
        [7, /row 6 begins another table/],
      ],
    },
  ],
  [
    'the same headers with a title over the creators',
    {
      rows: [
        ['Handle', 'Fee', 'Status'],
        ...[1, 2, 3].map((at) => [`lena.${at}`, at, 'ok']),
        [],
        ['Tier 2', 'Fee', 'Status'],
        ['mia_k', 2, 'ok'],
      ],
      creators: ['instagram/lena.1', 'instagram/lena.2', 'instagram/lena.3', 'instagram/mia_k'],
    },
  ],
  [
    'a header that is a platform, beside a word that is unknown, below lines about the campaign',
    {
      rows: [
        ['Campaign', 'Spring'],
        ['Budget', 5000],
        ['Owner', 'Anna'],
        [],
        ['Honorar', 'TikTok'],
        [1, 'noah.k'],
        [2, 'kimx'],
      ],
      creators: ['instagram/spring', 'instagram/anna'],
      left: [
        [6, /row 5 says TikTok/],
        [7, /row 5 says TikTok/],
      ],
    },
  ],
  [
    'a summary below, with a title of one word',
    {
      rows: [
        ['Handle', 'Fans', 'Country'],
        ['lena.vogt', 1, 'Germany'],
        ['mia_k', 2, 'Austria'],
        [],
        ['Summary'],
        ['Country', 'Creators'],
        ['Germany', 1],
        ['Austria', 1],
      ],
      creators: INSTAGRAM,
      left: [
        [6, /another table/],
        [7, /another table/],
        [8, /another table/],
      ],
    },
  ],
  [
    'a row without a handle is no header',
    {
      rows: [
        ['Handle', 'Type', 'Status'],
        ['lena.vogt', 'Creator', 'Paid'],
        [],
        ['', 'Creator', 'Paid'],
        ['mia_k', 'Creator', 'Signed'],
      ],
      creators: INSTAGRAM,
    },
  ],
  [
    'a client or a format of somebody who is not named yet is no title',
    {
      rows: [
        ['Client', 'Creator', 'Budget'],
        ['Nike', 'lena.vogt', 1],
        ['TikTok', '', 2],
        ['Puma', 'mia_k', 3],
      ],
      area: 'B4',
      creators: ['instagram/mia_k'],
    },
  ],
  [
    'a title that is merged over the row is one also below such a word',
    {
      rows: [
        ['Client', 'Creator'],
        ['Nike', 'lena.vogt'],
        ['TikTok', ''],
        ['Puma', 'noah'],
      ],
      merged: ['A3:B3'],
      creators: ['instagram/lena.vogt'],
      left: [[4, /row 3 says TikTok/]],
    },
  ],
  [
    'nor is a row without a handle below a blank line another table',
    {
      rows: [
        ['Creator', 'Contact via', 'Type'],
        ['lena.vogt', 'Email', 'Post'],
        [],
        ['', 'Phone', 'Creator'],
        ['mia_k', 'Email', 'Reel'],
      ],
      creators: INSTAGRAM,
    },
  ],
  [
    'a platform with its sign is somebody',
    { rows: column('@tiktok', '@noah.k'), creators: ['instagram/tiktok', 'instagram/noah.k'] },
  ],
  [
    'two lists side by side under their platforms',
    {
      rows: [
        ['Instagram', '', '', 'TikTok'],
        ['Handle', 'Fans', '', 'Handle', 'Fans'],
        ['lena.vogt', 1, '', 'noah.k', 2],
        ['mia_k', 1, '', 'kim_x', 3],
      ],
      area: 'D1:D4',
      creators: ['tiktok/noah.k', 'tiktok/kim_x'],
    },
  ],
];

describe('a list in parts', () => {
  test.each(CASES)('%s', async (_, { rows, creators, left = [], area, merged }) => {
    onNewSheet(rows, area, merged);
    const shown = await read(addon);
    expect(shown.creators.map(({ key }) => key)).toEqual(creators);
    for (const [row, why] of left)
      expect(shown.unreadable.find((each) => each.row === row)?.why ?? 'nothing said').toMatch(why);
  });

  test('the first part is bought and nothing is written beside the other, which is bought on its own', async () => {
    const ig = ordinaryHandles(addon.standin, 2);
    const [tt = ''] = ordinaryHandles(addon.standin, 1, 'tiktok');
    const sheet = onNewSheet(column('Handle', ...ig, 'TikTok creators', tt));
    const run = async () => {
      const { sheetId, keys, requests } = await selected(addon, { fields: ['followers'] });
      const form: SelectionForm = {
        platform: 'instagram',
        fields: ['followers'],
        which: 'all',
        olderThanDays: 0,
        again: false,
      };
      const before = addon.charged();
      await driven(
        addon,
        await value(addon, 'startEnrich', { ...form, action: 'enrich', mode: 'fill', cap: null, sheetId, keys }),
      );
      return { requests, charged: addon.charged() - before };
    };
    const mine = ig.map((name) => `instagram/${name}`);
    expect(await run()).toEqual({ requests: 2, charged: 2 });
    expect(sheet.values('B1:E1').flat()).toEqual([
      'Followers',
      'influData status',
      'influData as of',
      'influData creator',
    ]);
    expect(sheet.values('E2:E5').flat()).toEqual([...mine, '', '']);
    expect(sheet.values('C4:C5').flat()).toEqual(['', '']);
    sheet.select('A5');
    expect(await run()).toEqual({ requests: 1, charged: 1 });
    expect(sheet.values('E2:E5').flat()).toEqual([...mine, '', `tiktok/${tt}`]);
    expectLedgerToAgree(addon);
  });

  test('where a whole list is meant it is refused', async () => {
    onNewSheet(below('TikTok creators'));
    for (const whole of ['readConflict', 'readCampaign', 'clientList'] as const)
      expect(await refusal(addon, whole, { platform: 'instagram' }), whole).toMatch(
        /^Row 5 says TikTok creators, .*one part/,
      );
  });
});
