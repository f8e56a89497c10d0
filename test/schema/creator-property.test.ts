import { englishOf } from '../../src/core/said';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { InfluError } from '../../src/core/error';
import { creatorKey, parseCreator, readCreator, readHandle, type CreatorReading } from '../../src/schema/creator';
import { PLATFORM_NAMES, PLATFORMS } from '../../src/schema/platform';
import { examples } from '../setup/examples';

const SEED = 14;
const platforms = fc.constantFrom(...PLATFORM_NAMES);
const handle = fc.stringMatching(/^[A-Za-z0-9_.-]{1,32}$/);

/** Texts of the pieces that such cells are made of, in any order. */
const piece = fc.oneof(
  handle,
  fc.constantFrom(
    ...(
      'https:// http:// // www. m. de-de. instagram.com instagr.am tiktok.com youtube.com youtu.be twitch.tv facebook.com fb.com ' +
      'snapchat.com linktr.ee / /@ /c/ /user/ /channel/ /p/ /add/ /people/ /profile.php?id= ?channel_id= ?next= # & %40 %2F %E2 ' +
      'UCqX3-kp_0aBcDeFgHiJkLmN MS4wLjABAAAAq7Zk_x0-AbCdEfGhIjKlMnOp IG: TikTok: uid: id: @ ＠ : ; , . .. - _ #REF! n/a none Loading... ' +
      'constructor __proto__ toString hasOwnProperty 007 1e5 10-12 \\ = " < > | 😀 ü 料理 ℀ \u200b \u202e \u00ad \ud83d \u0000'
    ).split(' '),
    ' ',
    '\n',
    '\u00a0',
  ),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 80, unit: 'binary' }),
  handle,
);

const canonical = (reading: Extract<CreatorReading, { kind: 'creator' }>): [platform: string, text: string][] => {
  const { platform, by, id } = reading.creator;
  if (by === '_id') return [[platform ?? '', `id:${id}`]];
  if (by === 'userId') return [[platform, `uid:${id}`]];
  return [
    [platform, `@${id}`],
    ['', PLATFORMS[platform].profileUrl(id)],
    ['', `${PLATFORMS[platform].label}: @${id}`],
  ];
};

test('whatever stands there is a creator, blank, or unreadable for a reason that can be read', () => {
  fc.assert(
    fc.property(fc.oneof(platforms, text, fc.anything()), fc.oneof(text, fc.anything()), (platform, value) => {
      for (const reading of [
        readCreator(platform, value),
        readCreator(platform, value, { isId: true }),
        readHandle(value),
      ]) {
        if (reading.kind === 'creator') {
          expect(reading.key).toBe(creatorKey(reading.creator));
          expect(reading.creator.id).toMatch(/^\S+$/);
        }
        if (reading.kind === 'unreadable') {
          expect(englishOf(reading.why)).toMatch(/^["A-Z].{10,400}\.$/s);
          expect(reading.text.length).toBeLessThanOrEqual(80);
        }
      }
    }),
    examples(1_000, SEED),
  );
});

test('who must have a creator gets one, or one sentence', () => {
  fc.assert(
    fc.property(platforms, text, (platform, value) => {
      const reading = readCreator(platform, value);
      try {
        expect(creatorKey(parseCreator(platform, value))).toBe(reading.kind === 'creator' && reading.key);
      } catch (error) {
        if (!(error instanceof InfluError)) throw error;
        expect(error.code).toBe('badInput');
        expect(reading.kind !== 'creator' || reading.doubt).toBeTruthy();
      }
    }),
    examples(1_000, SEED),
  );
});

test('a creator’s own form gives the same creator, and no doubt', () => {
  fc.assert(
    fc.property(platforms, text, (platform, value) => {
      const reading = readCreator(platform, value);
      fc.pre(reading.kind === 'creator');
      for (const [own, form] of canonical(reading))
        expect(readCreator(own, form)).toEqual({ kind: 'creator', creator: reading.creator, key: reading.key });
    }),
    examples(1_000, SEED),
  );
});

test('what nobody sees, and case, make no other creator', () => {
  const unseen = fc.constantFrom('', ' ', '\u200b', '\ufeff', '\u200e', '\u202a', '\u00a0');
  fc.assert(
    fc.property(platforms, handle, unseen, unseen, (platform, name, before, after) => {
      const reading = readCreator(platform, `@${name}`);
      fc.pre(reading.kind === 'creator');
      for (const spelling of [name.toUpperCase(), name.toLowerCase()])
        expect(readCreator(platform, `${before}@${spelling}${after}`)).toMatchObject({
          kind: 'creator',
          key: reading.key,
        });
    }),
    examples(500, SEED),
  );
});

test.each(['"', "'", ' ', '\u200b', '@', '.', '/', ':', ',', '%E2', 'a.', ' a.b/', 'https://', '(.', '-1', '#'])(
  'a cell full of %j ends',
  (part) => {
    const filled = part.repeat(Math.floor(50_000 / part.length));
    for (const value of [filled, `${filled}x`, `@${filled}`, `instagram.com/${filled}`, `ig:${filled}`])
      expect(readCreator('youtube', value).kind).toMatch(/^(unreadable|blank)$/);
  },
);

test('ten thousand cells are read in no time', () => {
  const cells = Array.from(
    { length: 10_000 },
    (_, at) =>
      [`name_${at}`, `https://www.facebook.com/name.${at}/about`, `youtube.com/name${at}/live?x=1`, `two ${at} words`][
        at % 4
      ],
  );
  const began = process.cpuUsage().user;
  for (const cell of cells) readCreator('instagram', cell);
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2_000);
});
