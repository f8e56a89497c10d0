import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InfluError } from '../../src/core/error';
import { creatorKey, creatorQuery, parseCreator } from '../../src/schema/creator';
import { PLATFORM_NAMES } from '../../src/schema/platform';
import { examples } from '../setup/examples';

describe('an identifier and what is asked for', () => {
  test.each([
    ['instagram', '@Adidas', 'instagram/adidas', { platform: 'instagram', username: 'adidas' }],
    ['tiktok', 'Khaby.Lame', 'tiktok/khaby.lame', { platform: 'tiktok', username: 'khaby.lame' }],
    ['twitch', 'NINJA', 'twitch/ninja', { platform: 'twitch', username: 'ninja' }],
    ['youtube', 'MrBeast', 'youtube/mrbeast', { platform: 'youtube', username: '@MrBeast' }],
    ['', 'youtube.com/@MrBeast', 'youtube/mrbeast', { platform: 'youtube', username: '@MrBeast' }],
    ['', 'youtube.com/channel/UCabc', 'youtube/uid:UCabc', { platform: 'youtube', userId: 'UCabc' }],
    ['', 'facebook.com/profile.php?x=1&id=1000', 'facebook/uid:1000', { platform: 'facebook', userId: '1000' }],
    [
      'instagram',
      'uid:17841400008460056',
      'instagram/uid:17841400008460056',
      { platform: 'instagram', userId: '17841400008460056' },
    ],
    ['instagram', 'id:507f1f77', 'id:507f1f77', { platform: 'instagram', _id: '507f1f77' }],
    ['', 'id:507f1f77', 'id:507f1f77', { _id: '507f1f77' }],
    [null, ' ID: 507f1f77', 'id:507f1f77', { _id: '507f1f77' }],
    ['instagram', 12345, 'instagram/12345', { platform: 'instagram', username: '12345' }],
    ['', 'https://www.tiktok.com/@%C3%BCber', 'tiktok/über', { platform: 'tiktok', username: 'über' }],
  ])('%j, %j', (platform, username, key, query) => {
    const creator = parseCreator(platform, username);
    expect(creatorKey(creator)).toBe(key);
    expect(creatorQuery(creator)).toEqual(query);
  });

  test.each([
    ['', 'adidas', /Name a platform first/],
    ['', 'uid:1', /Name a platform first/],
    ['instagran', 'id:507f1f77', /did you mean "instagram"/],
  ])('%j, %j is refused', (platform, username, sentence) => {
    expect(() => parseCreator(platform, username)).toThrow(sentence);
  });

  test('exactly one identifier goes out, whatever is typed, or one sentence comes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLATFORM_NAMES),
        fc.string({ maxLength: 60, unit: 'grapheme' }),
        (platform, text) => {
          try {
            const { platform: sentPlatform, ...identifier } = creatorQuery(parseCreator(platform, text));
            expect(PLATFORM_NAMES).toContain(sentPlatform);
            expect(Object.keys(identifier).length).toBe(1);
            expect(Object.values(identifier)[0]).toMatch(/^\S+$/);
          } catch (error) {
            expect(error).toBeInstanceOf(InfluError);
            expect((error as InfluError).code).toBe('badInput');
          }
        },
      ),
      examples(),
    );
  });

  test('@, spaces and case make no other creator', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9]{1,12}[a-z]$/),
        fc.constantFrom(...PLATFORM_NAMES),
        (handle, platform) => {
          const key = creatorKey(parseCreator(platform, `@${handle}`));
          for (const spelling of [`@@${handle}`, `  @${handle} `, `@${handle.toUpperCase()}`])
            expect(creatorKey(parseCreator(platform.toUpperCase(), spelling))).toBe(key);
        },
      ),
      examples(100, 14),
    );
  });
});
