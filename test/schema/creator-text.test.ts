import { englishOf } from '../../src/core/said';
import { describe, expect, test } from 'vitest';
import { parseCreator, readCreator, readHandle, type CreatorReading } from '../../src/schema/creator';

const CHANNEL = 'UCqX3-kp_0aBcDeFgHiJkLmN';
const SEC_UID = 'MS4wLjABAAAAq7Zk_x0-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefgh';

/** Texts and the creator that is right for them. */
const READ: readonly (readonly [platform: string, text: unknown, key: string])[] = [
  // Signs, spaces, and what nobody sees.
  ['instagram', 'mila.kocht', 'instagram/mila.kocht'],
  ['instagram', '@mila.kocht', 'instagram/mila.kocht'],
  ['instagram', '@@mila.kocht', 'instagram/mila.kocht'],
  ['instagram', '＠mila.kocht', 'instagram/mila.kocht'],
  ['instagram', '﹫mila.kocht', 'instagram/mila.kocht'],
  ['instagram', 'ｍｉｌａ．ｋｏｃｈｔ', 'instagram/mila.kocht'],
  ['instagram', '  mila.kocht\n', 'instagram/mila.kocht'],
  ['instagram', '\u00a0mila.kocht\u00a0', 'instagram/mila.kocht'],
  ['instagram', '\u3000mila.kocht', 'instagram/mila.kocht'],
  ['instagram', '\ufeffmila.kocht', 'instagram/mila.kocht'],
  ['instagram', '\u200bmila.kocht\u200b', 'instagram/mila.kocht'],
  ['instagram', 'mila\u200c.\u200dkocht', 'instagram/mila.kocht'],
  ['instagram', '\u200emila.kocht\u200f', 'instagram/mila.kocht'],
  ['instagram', '\u202amila.kocht\u202c', 'instagram/mila.kocht'],
  ['instagram', '\u202emila.kocht', 'instagram/mila.kocht'],
  ['instagram', '\u2066mila.kocht\u2069', 'instagram/mila.kocht'],
  ['instagram', 'mila\u2060.kocht\u2063', 'instagram/mila.kocht'],
  ['instagram', 'mila\u00ad.kocht', 'instagram/mila.kocht'],
  ['instagram', '@ mila.kocht', 'instagram/mila.kocht'],
  ['instagram', '"mila.kocht"', 'instagram/mila.kocht'],
  ['instagram', '“mila.kocht”', 'instagram/mila.kocht'],
  ['instagram', '„mila.kocht“', 'instagram/mila.kocht'],
  ['instagram', '«mila.kocht»', 'instagram/mila.kocht'],
  ['instagram', '‘mila.kocht’', 'instagram/mila.kocht'],
  ['instagram', '`mila.kocht`', 'instagram/mila.kocht'],
  ['instagram', '(@mila.kocht)', 'instagram/mila.kocht'],
  ['instagram', '[mila.kocht],', 'instagram/mila.kocht'],
  ['instagram', 'mila.kocht⠀', 'instagram/mila.kocht'],
  ['instagram', "'mila.kocht", 'instagram/mila.kocht'],
  ['instagram', 'mila.kocht,', 'instagram/mila.kocht'],
  ['instagram', 'MILA_Kocht_22', 'instagram/mila_kocht_22'],
  // Alphabets and lengths, at their edges.
  ['instagram', 'a', 'instagram/a'],
  ['instagram', '_mila__', 'instagram/_mila__'],
  ['instagram', '22', 'instagram/22'],
  ['instagram', 'm'.repeat(30), `instagram/${'m'.repeat(30)}`],
  ['tiktok', 'le', 'tiktok/le'],
  ['tiktok', '.lenny', 'tiktok/.lenny'],
  ['tiktok', 'l'.repeat(24), `tiktok/${'l'.repeat(24)}`],
  ['tiktok', 'Ленни', 'tiktok/ленни'],
  ['youtube', 'TinaBackt', 'youtube/tinabackt'],
  ['youtube', '@TINABACKT', 'youtube/tinabackt'],
  ['youtube', 'tina-backt·2', 'youtube/tina-backt·2'],
  ['youtube', 'tin', 'youtube/tin'],
  ['youtube', '料理', 'youtube/料理'],
  ['youtube', 'Ju\u0308rgen', 'youtube/jürgen'],
  ['youtube', 'JÜRGEN', 'youtube/jürgen'],
  ['youtube', 'सुनीता_रसोई', 'youtube/सुनीता_रसोई'],
  ['youtube', 't'.repeat(30), `youtube/${'t'.repeat(30)}`],
  ['twitch', 'Rob_Zockt', 'twitch/rob_zockt'],
  ['twitch', 'ls', 'twitch/ls'],
  ['twitch', 'r'.repeat(25), `twitch/${'r'.repeat(25)}`],
  ['facebook', 'Nora.Reist', 'facebook/nora.reist'],
  ['facebook', 'zu', 'facebook/zu'],
  ['facebook', 'nora2', 'facebook/nora2'],
  ['snapchat', 'Paula-Snaps', 'snapchat/paula-snaps'],
  ['snapchat', 'pau', 'snapchat/pau'],
  ['snapchat', 'paula.snaps_2024'.slice(0, 15), 'snapchat/paula.snaps_202'],
  // A platform before the name wins, as that of an address does.
  ['', 'ig:mila.kocht', 'instagram/mila.kocht'],
  ['', 'IG: @mila.kocht', 'instagram/mila.kocht'],
  ['tiktok', 'Insta: mila.kocht', 'instagram/mila.kocht'],
  ['instagram', 'TikTok: lenny.skates', 'tiktok/lenny.skates'],
  ['instagram', 'TT:lenny.skates', 'tiktok/lenny.skates'],
  ['', 'tiktok @lenny.skates', 'tiktok/lenny.skates'],
  ['', 'YT @TinaBackt', 'youtube/tinabackt'],
  ['', 'YouTube：TinaBackt', 'youtube/tinabackt'],
  ['', 'YouTube - TinaBackt', 'youtube/tinabackt'],
  ['', 'Twitch | rob_zockt', 'twitch/rob_zockt'],
  ['', 'FB: nora.reist', 'facebook/nora.reist'],
  ['', 'snap: paulasnaps', 'snapchat/paulasnaps'],
  ['ＩＮＳＴＡＧＲＡＭ', 'mila.kocht', 'instagram/mila.kocht'],
  ['إنستغرام', 'mila.kocht', 'instagram/mila.kocht'],
  ['تيك توك', 'lenny.skates', 'tiktok/lenny.skates'],
  ['טיקטוק', 'lenny.skates', 'tiktok/lenny.skates'],
  ['यूट्यूब', 'TinaBackt', 'youtube/tinabackt'],
  ['臉書', 'nora.reist', 'facebook/nora.reist'],
  ['스냅챗', 'paulasnaps', 'snapchat/paulasnaps'],
  ['', `YT: ${CHANNEL}`, `youtube/uid:${CHANNEL}`],
  // Ids.
  ['youtube', CHANNEL, `youtube/uid:${CHANNEL}`],
  ['', CHANNEL, `youtube/uid:${CHANNEL}`],
  ['youtube', `youtube.com/${CHANNEL}`, `youtube/uid:${CHANNEL}`],
  ['tiktok', SEC_UID, `tiktok/uid:${SEC_UID}`],
  ['', ` ${SEC_UID} `, `tiktok/uid:${SEC_UID}`],
  ['youtube', `@${CHANNEL}`, `youtube/${CHANNEL.toLowerCase()}`],
  ['youtube', CHANNEL.toLowerCase(), `youtube/${CHANNEL.toLowerCase()}`],
  ['instagram', 'uid:17841400008460056', 'instagram/uid:17841400008460056'],
  ['instagram', 'UID: 17841400008460056', 'instagram/uid:17841400008460056'],
  ['', 'id:65f0c1d2e3a4b5c6d7e8f901', 'id:65f0c1d2e3a4b5c6d7e8f901'],
  // Digits with the sign of a handle are one.
  ['instagram', '@12345678', 'instagram/12345678'],
  ['instagram', 2024, 'instagram/2024'],
];

const DATE = /^Sheets turned this into a date\. Format the column as plain text and type it again\.$/;
const NUMBER = /^Sheets turned this into a number\. Format the column as plain text and type it again\.$/;
const ROUNDED = /^Sheets has rounded this number\./;
const ERROR = /^The cell shows an error, is loading or is cut off\./;
const EMAIL = /^This is an e-mail address\./;
const DIGITS = /^Digits alone may be a phone number or an id\./;
const NONE = / says that there is no handle\./;
const SEVERAL = /is not a handle\. There are several in the cell/;
const ONE = /is not a handle\. Give one handle without spaces, or a profile URL\.$/;
const FORM =
  /is not a handle\. (Instagram|TikTok|YouTube|Twitch|Facebook|Snapchat) handles are .* Check it or paste the profile URL\.$/;

/** What is no account's name on any of its platforms. */
const UNREADABLE: readonly (readonly [platform: string, value: unknown, why: RegExp])[] = [
  // What Sheets made of it.
  ['instagram', 7, NUMBER],
  ['instagram', 891_000, NUMBER],
  ['tiktok', 1.5, NUMBER],
  ['youtube', 0, NUMBER],
  ['instagram', -12, NUMBER],
  ['instagram', Number.NaN, NUMBER],
  ['instagram', 12.34, NUMBER],
  ['instagram', new Date(2026, 9, 12), DATE],
  ['youtube', new Date(Number.NaN), DATE],
  ['instagram', 1.78414e16, ROUNDED],
  ['instagram', 1.2345678901234567e19, ROUNDED],
  ['instagram', '1.78414E+16', ROUNDED],
  ['instagram', '1,78414E+16', ROUNDED],
  ['instagram', 15_551_234_567, DIGITS],
  ['instagram', true, /^The cell is TRUE or FALSE\./],
  ['tiktok', false, /^The cell is TRUE or FALSE\./],
  ['instagram', {}, /^The cell holds no text\./],
  ['instagram', [['mila']], /^The cell holds no text\./],
  // Errors, in the languages of Sheets, and what is not there yet.
  ['instagram', '#REF!', ERROR],
  ['instagram', '#N/A', ERROR],
  ['youtube', '#NAME?', ERROR],
  ['instagram', '#DIV/0!', ERROR],
  ['instagram', '#VALUE!', ERROR],
  ['instagram', '#ERROR!', ERROR],
  ['instagram', '#NULL!', ERROR],
  ['tiktok', '#BEZUG!', ERROR],
  ['tiktok', '#NV', ERROR],
  ['tiktok', '#WERT!', ERROR],
  ['tiktok', '#¡REF!', ERROR],
  ['tiktok', '#¿NOMBRE?', ERROR],
  ['tiktok', '#N/D', ERROR],
  ['tiktok', '#ИМЯ?', ERROR],
  ['instagram', 'Loading...', ERROR],
  ['youtube', 'Wird geladen...', ERROR],
  ['youtube', 'Cargando…', ERROR],
  ['instagram', 'mila.koc…', ERROR],
  ['instagram', '#foodblogger', /^This is a hashtag\./],
  ['instagram', 'mila\ud83d', /middle of a character/],
  // Other ways to reach somebody.
  ['instagram', 'mila@kocht.example', EMAIL],
  ['youtube', 'Mila.Kocht+ads@mail.example.co', EMAIL],
  ['instagram', 'mailto:mila@kocht.example', EMAIL],
  ['instagram', '+49 151 2345678', DIGITS],
  ['tiktok', '(555) 123-4567', DIGITS],
  ['instagram', '0151/2345678', DIGITS],
  ['instagram', '0151-234-5678', DIGITS],
  ['instagram', '01512345678', DIGITS],
  ['youtube', '+491512345678', DIGITS],
  ['instagram', '555.123.4567', DIGITS],
  ['instagram', '12.10.2025', DIGITS],
  ['instagram', '17841400008460056', DIGITS],
  // Nobody.
  ['instagram', '-', NONE],
  ['instagram', '—', NONE],
  ['youtube', '--', NONE],
  ['instagram', '?', NONE],
  ['instagram', '???', NONE],
  ['instagram', '.', NONE],
  ['instagram', '/', NONE],
  ['tiktok', '*', NONE],
  ['instagram', 'n/a', NONE],
  ['tiktok', 'N/A', NONE],
  ['instagram', 'n.a.', NONE],
  ['instagram', 'k.A.', NONE],
  // Several.
  ['instagram', '@mila.kocht @lenny', SEVERAL],
  ['instagram', '@mila.kocht/@lenny', SEVERAL],
  ['instagram', '@mila.kocht@lenny', ONE],
  ['instagram', 'mila.kocht, lenny', SEVERAL],
  ['instagram', 'mila.kocht;lenny', SEVERAL],
  ['instagram', 'mila.kocht & lenny', SEVERAL],
  ['instagram', 'mila.kocht | lenny', SEVERAL],
  ['instagram', 'mila.kocht\nlenny', ONE],
  ['instagram', 'mila.kocht / lenny', ONE],
  ['instagram', 'IG: mila.kocht, lenny', SEVERAL],
  // On a network that is none of ours.
  ['instagram', 'Twitter: @mila', /^"Twitter: @mila" is on Twitter\. Put a handle on Instagram, /],
  ['', 'X: mila', /is on X\./],
  ['tiktok', 'LinkedIn @mila', /is on LinkedIn\./],
  ['tiktok', 'Douyin：@mila', /is on Douyin\./],
  // Names of people, and what else stands in such cells.
  ['instagram', 'Mila Kocht', ONE],
  ['youtube', 'Tina\u00a0Backt', ONE],
  ['instagram', 'mila.kocht (main)', ONE],
  ['instagram', '@', ONE],
  ['instagram', '@@', ONE],
  ['instagram', '=A1', ONE],
  ['instagram', '<b>mila</b>', ONE],
  ['instagram', 'mila\\kocht', ONE],
  ['instagram', 'mila:kocht', ONE],
  ['instagram', 'name!', ONE],
  ['instagram', '😀', ONE],
  ['youtube', 'tina🍰', ONE],
  ['instagram', '👩‍🍳mila', ONE],
  ['tiktok', 'lenny❤️', ONE],
  ['instagram', '$mila', ONE],
  // Alphabets and lengths.
  ['instagram', 'mila-kocht', FORM],
  ['instagram', 'müller', FORM],
  ['instagram', 'mila..kocht', FORM],
  ['instagram', '.mila', FORM],
  ['instagram', 'mila.', FORM],
  ['instagram', 'm'.repeat(31), FORM],
  ['instagram', '料理', FORM],
  ['tiktok', 'l', FORM],
  ['tiktok', 'lenny.', FORM],
  ['tiktok', 'lenny-skates', FORM],
  ['tiktok', 'l'.repeat(25), FORM],
  ['youtube', 'ti', FORM],
  ['youtube', '___', FORM],
  ['youtube', 't'.repeat(31), FORM],
  ['twitch', 'rob.zockt', FORM],
  ['twitch', 'rob-zockt', FORM],
  ['twitch', 'röb', FORM],
  ['twitch', 'r'.repeat(26), FORM],
  ['facebook', 'nora_reist', FORM],
  ['facebook', 'nora-reist', FORM],
  ['facebook', '12345', FORM],
  ['facebook', 'n'.repeat(51), FORM],
  ['snapchat', 'pa', FORM],
  ['snapchat', '1paula', FORM],
  ['snapchat', 'paula_', FORM],
  ['snapchat', '_paula', FORM],
  ['snapchat', 'p'.repeat(16), FORM],
  ['instagram', 'x'.repeat(500), /too long for a handle/],
  ['instagram', 'explore', /The platform has a page of that name\./],
  ['twitch', 'directory', /The platform has a page of that name\./],
  ['facebook', 'marketplace', /The platform has a page of that name\./],
  ['', 'mila.kocht', /^Name a platform first/],
  ['', 'uid:17841400008460056', /^Name a platform first/],
  ['myspace', 'mila.kocht', /is not a platform/],
];

describe('a text that names a creator', () => {
  test.each(READ)('%j: %j', (platform, text, key) => {
    expect(readCreator(platform, text)).toMatchObject({ kind: 'creator', key });
    expect(readCreator(platform, text)).not.toHaveProperty('doubt');
  });
});

const whyOf = (reading: CreatorReading): string =>
  reading.kind === 'unreadable' ? englishOf(reading.why) : reading.kind;

describe('what is no handle says what to put there', () => {
  test.each(UNREADABLE)('%j: %j', (platform, value, why) => {
    expect(whyOf(readCreator(platform, value))).toMatch(why);
    expect(() => parseCreator(platform, value)).toThrow(why);
  });

  test('its text is shown in part', () => {
    const reading = readCreator('instagram', 'x y '.repeat(100));
    expect(reading.kind === 'unreadable' && reading.text).toHaveLength(80);
  });
});

describe('words that people write where there is nobody', () => {
  test.each(
    (
      'none None NONE null nil NA na NaN tbd TBD tba TBC unknown pending queued private true FALSE yes no ' +
      'keine unbekannt ninguno aucun nessuno nenhum geen brak xxx ditto idem done cached waiting VERDADERO 10k 1.2M 250K 1.000 05.2024 3.5'
    ).split(' '),
  )('%s: the page asks, a formula does not buy', (word) => {
    for (const platform of ['instagram', 'tiktok']) {
      const key = `${platform}/${word.toLowerCase()}`;
      expect(readCreator(platform, word)).toMatchObject({ kind: 'creator', key, doubt: 'filler' });
      expect(() => parseCreator(platform, word)).toThrow(/may only say that there is no handle/);
      // With its sign it is meant.
      expect(readCreator(platform, `@${word}`)).toEqual({ kind: 'creator', key, creator: expect.any(Object) });
    }
  });
});

test.each(['合計', '总计', '합계', 'المجموع', 'कुल', 'Итого'])('%s stands under a list, not in it', (word) => {
  for (const platform of ['tiktok', 'youtube'])
    expect(readCreator(platform, word)).toMatchObject({ kind: 'creator', doubt: 'filler' });
});

describe('blank', () => {
  test.each(['', '  ', null, undefined, '\u200b', '\u2800', '\u3164', '\ufeff \u00a0', '\n\t'])('%j', (value) => {
    expect(readCreator('instagram', value)).toEqual({ kind: 'blank' });
  });
});

describe('a column of ids', () => {
  test.each([
    ['instagram', 17_841_400_008_460, 'instagram/uid:17841400008460'],
    ['instagram', '17841400008460056', 'instagram/uid:17841400008460056'],
    ['instagram', 1_234_567, 'instagram/uid:1234567'],
    ['tiktok', 6_784_563_412_345_678, 'tiktok/uid:6784563412345678'],
    ['instagram', ' 25025320 ', 'instagram/uid:25025320'],
    ['facebook', 100_076_969_597_611, 'facebook/uid:100076969597611'],
    ['twitch', '44322889', 'twitch/uid:44322889'],
    ['tiktok', '6812345678901234567', 'tiktok/uid:6812345678901234567'],
    ['youtube', CHANNEL, `youtube/uid:${CHANNEL}`],
    ['instagram', '@mila.kocht', 'instagram/mila.kocht'],
    ['instagram', 'instagram.com/mila.kocht', 'instagram/mila.kocht'],
  ])('%s: %j', (platform, value, key) => {
    expect(readCreator(platform, value, { isId: true })).toMatchObject({ kind: 'creator', key });
  });

  test.each([
    ['instagram', 1.7841400008460056e16, ROUNDED],
    ['instagram', 12.5, NUMBER],
    ['instagram', 0, NUMBER],
    ['instagram', -7, NUMBER],
    ['instagram', 7, /too short to be an id on Instagram/],
    ['tiktok', '10001', /too short to be an id on TikTok/],
    ['youtube', '44322889', /ids begin with UC/],
    ['instagram', CHANNEL, /is a YouTube id\. Choose YouTube as its platform/],
    ['youtube', 'MS4wLjABAAAAv7iSuuXDJGDvJkmH_vz1qkDZYo1apxgzaxdBSeIuPiM', /is a TikTok id/],
    ['', 44_322_889, /^Name a platform first/],
  ])('%s: %j is none', (platform, value, why) => {
    expect(whyOf(readCreator(platform, value, { isId: true }))).toMatch(why);
  });
});

describe('a handle of whichever platform', () => {
  test.each([
    ['@TinaBackt', 'TinaBackt'],
    ['ab', 'ab'],
    ['instagram.com/Mila.Kocht', 'mila.kocht'],
  ])('%s', (text, id) => {
    expect(readHandle(text)).toMatchObject({ kind: 'creator', creator: { by: 'username', id } });
  });

  test.each(['https://www.instagram.com/p/abc', 'two words', 'mila@kocht.example'])('%s is none', (text) => {
    expect(readHandle(text)).toMatchObject({ kind: 'unreadable' });
  });
});

test('a platform before it makes no handle of a word for nobody', () => {
  expect(readCreator('tiktok', 'IG: none')).toMatchObject({ kind: 'creator', doubt: 'filler' });
  expect(readCreator('instagram', 'TikTok: tbd')).toMatchObject({ kind: 'creator', doubt: 'filler' });
});
