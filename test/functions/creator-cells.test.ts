import { describe, expect, test } from 'vitest';
import { addon, handles, sent, shareAddon } from './shared-addon';

shareAddon();

const column = (cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const followersOf = (handle = ''): number => addon.standin.creators.find('instagram', handle)?.followers ?? 0;
const shown = (cells: readonly unknown[]): Promise<unknown> =>
  addon.shown('INFLU_PROFILE', 'instagram', column(cells), 'followers');

describe('a range as people have it', () => {
  test('of a column of everything only the creators are asked for', async () => {
    const cells = [
      'Handle',
      handles[0],
      '#REF!',
      'Loading...',
      true,
      17_841_400_000_000_000,
      7,
      new Date(2026, 9, 12),
      'mila@kocht.example',
      '+49 151 2345678',
      'none',
      'n/a',
      '-',
      'https://www.instagram.com/p/C8abc/',
      'Mila Kocht',
      '',
      handles[1],
    ];
    const rows = (await shown(cells)) as unknown[][];
    expect(rows.map(([value]) => value)).toEqual([
      '',
      followersOf(handles[0]),
      expect.stringMatching(/shows an error/),
      expect.stringMatching(/is loading/),
      expect.stringMatching(/TRUE or FALSE/),
      expect.stringMatching(/rounded this number/),
      expect.stringMatching(/turned this into a number/),
      expect.stringMatching(/turned this into a date/),
      expect.stringMatching(/e-mail address/),
      expect.stringMatching(/phone number/),
      expect.stringMatching(/"none" may only say that there is no handle\. If it is an account, write @none\./),
      expect.stringMatching(/"n\/a" says that there is no handle/),
      expect.stringMatching(/"-" says that there is no handle/),
      expect.stringMatching(/not the address of a profile: it is a post/),
      expect.stringMatching(/is not a handle\./),
      '',
      followersOf(handles[1]),
    ]);
    expect(addon.charged()).toBe(2);
    expect(sent('getUserData')).toBe(2);
  });

  test.each([
    'Handle',
    'username',
    'Instagram profile URL',
    'Creators',
    'IG handle',
    'handle_or_url',
    'Benutzername',
    'Perfil',
    'KOL',
    '达人昵称',
    'Instagram:',
    'Link to profile',
    "Nom d'utilisateur",
    'Nombre de usuario',
    'アカウント',
    'Creator (IG)',
  ])('its header %s is blank and not bought, wherever blanks stand above it', async (header) => {
    expect(await shown(['', header, handles[0]])).toEqual([[''], [''], [followersOf(handles[0])]]);
    expect(sent('getUserData')).toBe(1);
  });

  test('beside a column of platforms with a header of its own', async () => {
    const platforms = column(['Platform', 'instagram', '']);
    const rows = await addon.shown('INFLU_PROFILE', platforms, column(['Handle', ...handles.slice(0, 2)]), 'followers');
    expect(rows).toEqual([[''], [followersOf(handles[0])], [expect.stringMatching(/Name a platform first/)]]);
  });

  test('under a header that says id numbers are ids', async () => {
    const creator = addon.standin.creators.find('instagram', handles[0] ?? '');
    const { userId } = creator ? addon.standin.creators.text(creator) : { userId: '' };
    expect(await shown(['Instagram ID', userId])).toEqual([[''], [followersOf(handles[0])]]);
    expect(addon.standin.charges.requests('getUserData')[0]?.query['userId']).toBe(userId);
  });

  test('words of headers and totals further down are not bought', async () => {
    const rows = ['Kampagne', '', 'Handle', handles[0], 'Username', handles[1], 'Total'];
    await shown(rows);
    const asked = addon.standin.charges.requests().map(({ query }) => query['username']);
    expect(new Set(asked.filter((name) => name !== undefined))).toEqual(new Set(handles.slice(0, 2)));
  });

  test('a row of creators has its header in front; further down such a word is an account', async () => {
    const row = await addon.shown('INFLU_ENGAGEMENT', 'instagram', [['Creators', handles[0], handles[1]]]);
    expect(row).toEqual([['', expect.any(Number), expect.any(Number)]]);
    await shown([handles[0], 'instagram']);
    expect(addon.standin.charges.requests('getUserData').map(({ query }) => query['username'])).toContain('instagram');
  });
});

test.each([
  ['none', /write @none/],
  ['TBD', /write @tbd/],
  [true, /TRUE or FALSE/],
  [891_000, /turned this into a number/],
  ['https://vm.tiktok.com/ZMabc/', /it is a short link/],
  ['instagram.com', /only the start page/],
])('a cell of its own: %j is not bought', async (value, sentence) => {
  const { error } = await addon.cell('INFLU_ENGAGEMENT', 'instagram', value);
  expect(error?.note).toMatch(sentence);
  expect(sent()).toBe(0);
});
