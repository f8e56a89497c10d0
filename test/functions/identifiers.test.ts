import { describe, expect, test } from 'vitest';
import { column } from '../setup/creators';
import { addon, handles, sent, shareAddon } from './shared-addon';

shareAddon();

const engagementOf = (
  platform: 'instagram' | 'tiktok' | 'youtube' | 'twitch' | 'facebook' | 'snapchat',
  handle: string,
) => addon.standin.creators.find(platform, handle)?.engagementMean ?? '';

const named = (handle: string) => {
  const creator = addon.standin.creators.find('instagram', handle);
  if (!creator) throw new Error(`no ${handle}`);
  return { creator, id: `id:${creator.creatorId}` };
};

describe('a creator may be named', () => {
  test.each([
    ['instagram', 'adidas', 'instagram', 'adidas'],
    ['instagram', '@adidas', 'instagram', 'adidas'],
    ['instagram', '  @Adidas ', 'instagram', 'adidas'],
    [' Instagram ', 'ADIDAS', 'instagram', 'adidas'],
    ['INSTAGRAM', 'https://www.instagram.com/adidas/?hl=en', 'instagram', 'adidas'],
    ['', 'https://instagram.com/adidas', 'instagram', 'adidas'],
    ['', 'instagram.com/Adidas/', 'instagram', 'adidas'],
    ['', 'http://m.instagram.com/adidas#x', 'instagram', 'adidas'],
    ['instagram', 'https://www.instagram.com/stories/adidas/123/', 'instagram', 'adidas'],
    // A URL names its platform itself and wins.
    ['instagram', 'https://www.youtube.com/@MrBeast', 'youtube', 'MrBeast'],
    ['', 'youtube.com/c/MrBeast/videos', 'youtube', 'MrBeast'],
    ['', 'youtube.com/user/MrBeast', 'youtube', 'MrBeast'],
    ['youtube', '@MrBeast', 'youtube', 'MrBeast'],
    ['', 'https://www.tiktok.com/@khaby.lame/video/7000000000000000000', 'tiktok', 'khaby.lame'],
    ['tiktok', 'https://www.tiktok.com/@khaby.lame?lang=de', 'tiktok', 'khaby.lame'],
    ['', 'https://www.twitch.tv/ninja', 'twitch', 'ninja'],
    ['', 'snapchat.com/add/djkhaled305', 'snapchat', 'djkhaled305'],
    ['', 'https://www.snapchat.com/@djkhaled305', 'snapchat', 'djkhaled305'],
    ['', 'https://www.facebook.com/cocacola', 'facebook', 'cocacola'],
    ['', 'https://de-de.facebook.com/cocacola/about', 'facebook', 'cocacola'],
  ] as const)('platform %j, username %j', async (platform, username, realPlatform, handle) => {
    expect(await addon.shown('INFLU_ENGAGEMENT', platform, username)).toBe(engagementOf(realPlatform, handle));
    expect(addon.charged()).toBe(1);
  });

  test('by id: and by uid:', async () => {
    const creator = addon.standin.creators.find('instagram', handles[0] ?? '');
    if (!creator) throw new Error('no such creator');
    const { userId } = addon.standin.creators.text(creator);
    for (const username of [`id:${creator.creatorId}`, `ID: ${creator.creatorId}`, `uid:${userId}`])
      expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', username)).toBe(creator.engagementMean);
    expect(addon.charged()).toBe(1);
  });

  describe('by id: alone, without a platform', () => {
    test.each([
      ['INFLU_ENGAGEMENT', 'engagementMean'],
      ['INFLU_GROWTH', 'growthRate'],
      ['INFLU_FOLLOWERS', 'followers'],
    ] as const)('%s', async (name, field) => {
      const { creator, id } = named('adidas');
      for (const blank of ['', null, '  ']) expect(await addon.shown(name, blank, id)).toBe(creator[field]);
      expect(addon.charged()).toBe(1);
      expect(addon.standin.charges.requests('getUserData').map(({ query }) => query)).toEqual([
        { _id: creator.creatorId, showDatalogAndScore: 'true' },
      ]);
    });

    test('INFLU_PROFILE and INFLU_TIMELINE, for one request', async () => {
      const { id } = named('adidas');
      expect(await addon.shown('INFLU_PROFILE', '', id, 'username, platform')).toEqual([['adidas', 'instagram']]);
      expect((await addon.shown('INFLU_TIMELINE', '', id)) as unknown[][]).not.toHaveLength(1);
      expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', 'adidas')).toBe(engagementOf('instagram', 'adidas'));
      expect(addon.charged()).toBe(1);
    });

    test('in a range, where one cell names the platform: one creator, and what needs the platform has it', async () => {
      const { creator, id } = named('adidas');
      for (const platforms of [
        [[''], ['instagram']],
        [['instagram'], ['']],
      ]) {
        const shown = await addon.shown('INFLU_FOLLOWERS', platforms, [[id], [id]]);
        expect(shown).toEqual([[creator.followers], [creator.followers]]);
      }
      // The free way, since the platform is known.
      expect(addon.charged()).toBe(0);
    });
  });

  test('by the channel in a YouTube URL', async () => {
    const creator = addon.standin.creators.find('youtube', 'mkbhd');
    if (!creator) throw new Error('no such creator');
    const { userId } = addon.standin.creators.text(creator);
    expect(await addon.shown('INFLU_ENGAGEMENT', '', `https://www.youtube.com/channel/${userId}`)).toBe(
      creator.engagementMean ?? '',
    );
    expect(addon.standin.charges.requests('getUserData')[0]?.query['userId']).toBe(userId);
  });

  test('an id of more digits than a number holds arrives whole', async () => {
    const shown = await addon.shown('INFLU_PROFILE', 'instagram', 'uid:17841400008460056', 'username');
    expect(shown).toBe('special.hugeid');
  });

  test('in every spelling at once: one creator, one charge', async () => {
    const names = ['adidas', '@adidas', ' ADIDAS', 'https://www.instagram.com/adidas/', 'instagram.com/Adidas?hl=en'];
    const value = engagementOf('instagram', 'adidas');
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(names))).toEqual(names.map(() => [value]));
    expect(addon.charged()).toBe(1);
  });
});

describe('wrong input is one sentence that says what to do, and sends nothing', () => {
  const cases: [name: string, sentence: RegExp, ...args: unknown[]][] = [
    ['INFLU_FOLLOWERS', /"instagran" is not a platform; did you mean "instagram"\?/, 'instagran', 'adidas'],
    ['INFLU_ENGAGEMENT', /did you mean "tiktok"\?/, 'tik tok', 'adidas'],
    ['INFLU_GROWTH', /did you mean "youtube"\?/, 'you tube', 'adidas'],
    ['INFLU_STATUS', /"myspace" is not a platform\. Use instagram, tiktok, /, 'myspace', 'adidas'],
    ['INFLU_ENGAGEMENT', /Name a platform first: instagram, /, '', 'adidas'],
    ['INFLU_ENGAGEMENT', /Name a platform first: instagram, /, null, 'adidas'],
    ['INFLU_ENGAGEMENT', /is not a handle\. Give one handle without spaces/, 'instagram', 'two words'],
    ['INFLU_ENGAGEMENT', /is not a handle\./, 'instagram', 'a,b'],
    ['INFLU_ENGAGEMENT', /is not a handle\./, 'instagram', '@'],
    ['INFLU_ENGAGEMENT', /is not a handle\./, 'instagram', '=A1'],
    ['INFLU_ENGAGEMENT', /too long for a handle/, 'instagram', 'x'.repeat(500)],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'instagram', 'https://www.instagram.com/p/C8abc/'],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'instagram', 'https://www.instagram.com/stories/'],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'youtube', 'https://www.youtube.com/channel/'],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'snapchat', 'https://www.snapchat.com/add/'],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'facebook', 'https://www.facebook.com/profile.php'],
    ['INFLU_ENGAGEMENT', /not the address of a profile/, 'instagram', 'https://example.com/adidas'],
    ['INFLU_STATUS', /no data status for Facebook\. Use Instagram, TikTok, YouTube or Twitch/, 'facebook', 'x'],
    ['INFLU_STATUS', /no data status for Snapchat/, 'snapchat', 'djkhaled305'],
    ['INFLU_AUDIENCE', /no audience reports for Twitch\. Use Instagram, TikTok or YouTube/, 'twitch', 'ninja'],
    ['INFLU_AUDIENCE', /no audience reports for Facebook/, 'facebook', 'cocacola'],
    ['INFLU_AUDIENCE', /one creator at a time/, 'instagram', [['adidas'], ['nike']]],
    ['INFLU_TIMELINE', /one creator at a time/, 'instagram', [['adidas'], ['nike']]],
    ['INFLU_TIMELINE', /"instagran" is not a platform/, 'instagran', 'adidas'],
    ['INFLU_FOLLOWERS', /different shapes/, [['instagram'], ['tiktok']], [['a'], ['b'], ['c']]],
    [
      'INFLU_PROFILE',
      /at most 100 fields/,
      'instagram',
      'adidas',
      Array.from({ length: 101 }, (_, i) => `f${i}`).join(),
    ],
    ['INFLU_PROFILE', /too long for the name or path of a field/, 'instagram', 'adidas', 'x'.repeat(201)],
    [
      'INFLU_PROFILE',
      /There is no field "folowers"\. Did you mean followers\?/,
      'instagram',
      'adidas',
      'bio, folowers',
    ],
    ['INFLU_STATUS', /There is no field "isPrivat"\. Did you mean isPrivate\?/, 'instagram', 'adidas', 'isPrivat'],
    ['INFLU_SEARCH', /There is no field "folowers"/, 'instagram', 'country=Germany', 1, 'username, folowers'],
    ['INFLU_PROFILE', /There is no field "Emial"\. Did you mean email\?/, 'instagram', 'adidas', 'Emial'],
    ...['FOLLOWERS', 'ENGAGEMENT', 'GROWTH', 'PROFILE', 'STATUS', 'TIMELINE', 'AUDIENCE'].map(
      (name): [string, RegExp, string] => [`INFLU_${name}`, /The handle is missing/, 'instagram'],
    ),
    ['INFLU_SEARCH', /Name a platform first: instagram, /],
    // What would be paid for and not be there.
    ['INFLU_AUDIENCE', /no section "gendr"\. Did you mean gender\?/, 'instagram', 'adidas', 'gendr'],
    ['INFLU_AUDIENCE', /no section "Cites"\. Did you mean cities\?/, 'instagram', 'adidas', 'gender, Cites'],
    ['INFLU_TIMELINE', /no measure "folowers"\. Did you mean followers\?/, 'instagram', 'adidas', 'folowers'],
    ['INFLU_TIMELINE', /one measure at a time: engagement, /, 'instagram', 'adidas', [['followers'], ['posts']]],
    ['INFLU_PROFILE', /Write the fields as text/, 'instagram', 'adidas', true],
    ['INFLU_SEARCH', /Write the fields as text/, 'instagram', 'country=Germany', 1, 7],
    ['INFLU_CONTENT', /The filters are missing/, ''],
    ['INFLU_CONTENT', /The filters are missing/, ' ; '],
    [
      'INFLU_CONTENT',
      /The filters are missing/,
      [
        ['username', ''],
        ['', 'x'],
      ],
    ],
    ['INFLU_CITIES', /one country at a time/, [['Germany'], ['France']]],
    ['INFLU_CONTENT', /The filters are missing/],
    ['INFLU_CITIES', /The country is missing/, ''],
    ['INFLU_CITIES', /The country is missing/],
  ];
  test.each(cases)('%s: %s', async (name, sentence, ...args) => {
    addon.setSettings({ audienceInFormulas: true, contentInFormulas: true });
    const { error } = await addon.cell(name, ...args);
    expect(error?.display).toBe('#ERROR!');
    expect(error?.note).toMatch(sentence);
    expect(sent()).toBe(0);
  });

  test('a measure that the timeline has not: the sentence names those it has', async () => {
    expect(await addon.shown('INFLU_TIMELINE', 'instagram', handles[0], 'likes')).toMatch(
      /no "likes"\. It has engagement, followers, following, posts\./,
    );
  });

  test('several sections, by the names that people have for them', async () => {
    addon.setSettings({ audienceInFormulas: true });
    const shown = (await addon.shown('INFLU_AUDIENCE', 'instagram', handles[1], [
      ['country'],
      ['Ages'],
    ])) as unknown[][];
    expect([...new Set(shown.map(([label]) => label))]).toEqual(['Age', 'Countries']);
  });

  test('a section that the report has not: the sentence names those it has', async () => {
    addon.setSettings({ audienceInFormulas: true });
    expect(await addon.shown('INFLU_AUDIENCE', 'instagram', handles[0], 'shoe size')).toMatch(
      /no section "shoe size"\. It has gender, age, /,
    );
  });

  test.each(['INFLU_FOLLOWERS', 'INFLU_ENGAGEMENT', 'INFLU_GROWTH', 'INFLU_PROFILE', 'INFLU_STATUS'])(
    '%s of a blank cell is blank',
    async (name) => {
      for (const blank of ['', '  ', null]) expect(await addon.shown(name, 'instagram', blank)).toBe('');
      expect(sent()).toBe(0);
    },
  );
});
