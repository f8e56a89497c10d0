import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, changesIn, watchedKey, WATCHED_NAMES, type Base, type Change } from '../../src/jobs/history/change';
import { creatorOf, type HistoryLine } from '../../src/schema/history-line';
import { examples } from '../setup/examples';

const line = (day: number, handle: string, figures: Partial<HistoryLine>): HistoryLine => ({
  day: `2026-11-${String(day).padStart(2, '0')}`,
  platform: 'instagram',
  handle,
  id: '',
  ...figures,
});
const THRESHOLDS = { followers: 0.1, engagement: 1, profileScore: 1 };
const brief = ({ line: { day, handle }, figure, from, to }: Change) => [day.slice(8), handle, figure, from, to];

test('by hand: each figure against its first value since the day, then against what was told last', () => {
  const lines = [
    line(1, 'anna', { followers: 500 }),
    line(10, 'anna', { followers: 1000, engagement: 2, profileScore: 6 }),
    line(10, 'Ben', { followers: 0, engagement: 4.2 }),
    line(12, 'anna', { followers: 1099, engagement: 3, profileScore: 5.1 }),
    line(14, 'anna', { followers: 1100, engagement: 3.9 }),
    line(14, 'ben', { followers: 5, engagement: 5.2 }),
    line(16, 'anna', { followers: 1000, engagement: 2, profileScore: 5 }),
    line(18, 'anna', { followers: 990 }),
  ];
  expect(changesIn(lines, '2026-11-05', THRESHOLDS).map(brief)).toEqual([
    ['12', 'anna', 'engagement', 2, 3],
    ['14', 'anna', 'followers', 1000, 1100],
    ['14', 'ben', 'followers', 0, 5],
    ['14', 'ben', 'engagement', 4.2, 5.2],
    ['16', 'anna', 'engagement', 3, 2],
    ['16', 'anna', 'profileScore', 6, 5],
    ['18', 'anna', 'followers', 1100, 990],
  ]);
  // Of nothing no part can be told.
  expect([changeOf('followers', 1000, 1100), changeOf('followers', 0, 5)]).toEqual([0.1, undefined]);
  expect(changesIn(lines, '2026-11-05', { profileScore: 1 }).map(brief)).toEqual([
    ['16', 'anna', 'profileScore', 6, 5],
  ]);
});

const figure = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: undefined });
const someLines = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      handle: fc.constantFrom('anna', 'ben'),
      followers: figure(40),
      engagement: figure(6),
      profileScore: figure(9),
    }),
    { selector: ({ day, handle }) => `${day} ${handle}`, maxLength: 40 },
  )
  .map((all) =>
    all.map(({ day, handle, ...figures }) =>
      line(day, handle, Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))),
    ),
  );

/** What a sheet of changes remembers: the last one of each figure. */
const remembered = (changes: readonly Change[]): Map<string, Base> =>
  new Map(
    changes.map((each) => [watchedKey(creatorOf(each.line), each.figure), { day: each.line.day, value: each.to }]),
  );

test('no change is told twice, however often one looks; none is left out', () => {
  fc.assert(
    fc.property(
      someLines,
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 6 }),
      (lines, from, looks) => {
        const since = line(from, '', {}).day;
        const told: Change[] = [];
        for (const until of [...looks.sort((left, right) => left - right), 28]) {
          const seen = lines.filter(({ day }) => day <= line(until, '', {}).day);
          told.push(...changesIn(seen, since, THRESHOLDS, remembered(told)));
          // Looking once more at the same finds nothing.
          expect(changesIn(seen, since, THRESHOLDS, remembered(told))).toEqual([]);
        }
        // The same as one look at the end.
        expect(told.map(brief)).toEqual(changesIn(lines, since, THRESHOLDS).map(brief));
        for (const name of WATCHED_NAMES)
          for (const handle of ['anna', 'ben']) {
            const values = lines
              .filter((each) => each.handle === handle && each.day >= since && each[name] !== undefined)
              .sort((one, other) => (one.day < other.day ? -1 : 1));
            let base = values[0]?.[name];
            const own = told.filter((each) => each.figure === name && each.line.handle === handle);
            for (const each of own) {
              expect(each.from).toBe(base);
              expect(Math.abs(changeOf(name, each.from, each.to) ?? Infinity)).toBeGreaterThanOrEqual(
                THRESHOLDS[name] - 1e-6,
              );
              base = each.to;
            }
            // After the last one nothing is as far away as the threshold.
            const last = own[own.length - 1]?.line.day ?? since;
            for (const each of values.filter(({ day }) => day > last))
              if (each[name] !== base)
                expect(Math.abs(changeOf(name, base ?? 0, each[name] ?? 0) ?? Infinity)).toBeLessThan(THRESHOLDS[name]);
          }
      },
    ),
    examples(300),
  );
});
