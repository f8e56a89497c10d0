import { expect, test } from 'vitest';
import { parseProfile } from '../../src/schema/profile';

const scalarsOf = (body: Record<string, unknown>) => parseProfile({ username: 'ada', ...body }).scalars;

test.each([
  [{ score: 95.8 }, { score: 95.8 }],
  [{ profileScore: 7.4 }, { profileScore: 7.4 }],
  [
    { score: 95.8, profileScore: 7.4 },
    { score: 95.8, profileScore: 7.4 },
  ],
  [
    { scores: { profileScore: 7.4 }, metrics: { score: 12 } },
    { score: 12, profileScore: 7.4 },
  ],
])('profile score and relevance never stand for each other: %j', (body, scores) => {
  const { score, profileScore } = scalarsOf(body);
  expect({ score, profileScore }).toEqual({ score: undefined, profileScore: undefined, ...scores });
});

test.each([
  [{ instagramId: 17841 }, '17841'],
  [{ secTikTokId: 'MS4w' }, 'MS4w'],
  [{ channelId: 'UCx' }, 'UCx'],
  [{ twitchId: '12' }, '12'],
  [{ _id: '507f', id: '99' }, '99'],
  [{ id: '507f' }, undefined],
])("the platform's id is found, and influData's is none: %j", (body, id) =>
  expect(scalarsOf(body)['platformId']).toBe(id),
);

test.each(['dataLog', 'datalog'])('a timeline under %s is read, unless another has points', (name) => {
  const log = [{ date: '2026-10-01', followers: 5 }];
  expect(parseProfile({ username: 'ada', [name]: log }).timeline).toHaveLength(1);
  const other = [{ date: '2026-10-02', followers: 6 }];
  expect(parseProfile({ username: 'ada', [name]: log, growthTimeline: other }).timeline[0]?.values).toEqual({
    followers: 6,
  });
  expect(parseProfile({ username: 'ada', [name]: log, timeline: [] }).timeline).toHaveLength(1);
});
