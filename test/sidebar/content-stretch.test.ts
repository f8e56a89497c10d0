import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restOf, stillOpen, watermarkOf, type Stretch } from '../../src/jobs/content/content-stretch';
import { examples } from '../setup/examples';

const holds = ({ from = -Infinity, to = Infinity }: Stretch, at: number): boolean => from <= at && at <= to;

describe('what may be missing', () => {
  test.each<[string, Stretch[], Stretch, Parameters<typeof stillOpen>[2], boolean, Stretch[]]>([
    ['a whole first pull', [{}], {}, { oldest: 1, newest: 9, ascends: false }, true, [{ from: 9 }]],
    ['nothing matched', [{}], {}, {}, true, [{ from: 0 }]],
    ['newest first, ended at 5', [{}], {}, { oldest: 5, newest: 9, ascends: false }, false, [{ to: 5 }, { from: 9 }]],
    ['oldest first, ended at 5', [{}], {}, { oldest: 1, newest: 5, ascends: true }, false, [{ from: 5 }]],
    ['nothing came', [{ from: 3 }], { from: 3 }, {}, false, [{ from: 3 }]],
    ['a sync that found nothing newer', [{ from: 3 }], { from: 3 }, {}, true, [{ from: 3 }]],
    [
      'a gap is closed',
      [{ from: 3, to: 5 }, { from: 9 }],
      { from: 3, to: 5 },
      { oldest: 3, newest: 5 },
      true,
      [{ from: 9 }],
    ],
    [
      'a gap ended amid pieces of its end',
      [{ from: 3, to: 5 }, { from: 9 }],
      { from: 3, to: 5 },
      { oldest: 3, newest: 5, ascends: false },
      false,
      [{ from: 3, to: 3 }, { from: 9 }],
    ],
    [
      'a refresh that went below a gap',
      [{ from: 3, to: 5 }, { from: 9 }],
      {},
      { oldest: 2, newest: 12, ascends: false },
      false,
      [{ from: 12 }],
    ],
    [
      'a refresh that ended in a gap',
      [{ from: 3, to: 7 }, { from: 9 }],
      {},
      { oldest: 5, newest: 12, ascends: false },
      false,
      [{ from: 3, to: 5 }, { from: 12 }],
    ],
    [
      'one piece at the end of a gap, in no order yet',
      [{ to: 5 }, { from: 9 }],
      { to: 5 },
      { oldest: 5, newest: 5 },
      false,
      // And not {5, 5} as well.
      [{ to: 5 }, { from: 9 }],
    ],
  ])('%s', (_, open, under, walk, isComplete, left) => {
    expect(stillOpen(open, under, walk, isComplete)).toEqual(left);
  });

  test('the watermark is where the oldest of it begins', () => {
    expect(watermarkOf([{ from: 3, to: 5 }, { from: 9 }])).toBe(3);
    expect(watermarkOf([{ to: 5 }, { from: 9 }])).toBeUndefined();
    expect(watermarkOf([{}])).toBeUndefined();
  });
});

test('whatever ends where, no piece that did not come is taken for one that did', () => {
  const instant = fc.integer({ min: 1, max: 12 });
  const walkOf = fc.record({
    which: fc.nat(),
    isRefresh: fc.boolean(),
    ascends: fc.boolean(),
    knows: fc.boolean(),
    took: fc.nat({ max: 12 }),
    expires: fc.boolean(),
    posts: fc.array(instant, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 12 }), fc.array(walkOf, { maxLength: 8 }), (first, walks) => {
      const pieces = first.map((at) => ({ at, has: false }));
      let open: Stretch[] = [{}];
      for (const { which, isRefresh, ascends, knows, took, expires, posts } of walks) {
        // Newer ones only: what is uploaded as of earlier is seen by no sync, here or anywhere.
        const last = Math.max(0, ...pieces.map(({ at }) => at));
        pieces.push(...posts.map((more) => ({ at: last + (more % 3), has: false })));
        let under: Stretch = isRefresh ? {} : (open[which % open.length] ?? {});
        for (const count of expires ? [took, took] : [took]) {
          const listed = pieces
            .filter(({ at }) => holds(under, at))
            .sort((left, right) => (ascends ? left.at - right.at : right.at - left.at));
          const came = listed.slice(0, count);
          for (const piece of came) piece.has = true;
          const instants = came.map(({ at }) => at);
          const isTold = knows || new Set(instants).size > 1;
          const walk = {
            ...(came.length > 0 ? { oldest: Math.min(...instants), newest: Math.max(...instants) } : {}),
            ...(isTold ? { ascends } : {}),
          };
          open = stillOpen(open, under, walk, count > listed.length);
          if (count > listed.length) break;
          under = restOf(under, walk);
        }
        const lost = pieces.filter(({ at, has }) => !has && !open.some((each) => holds(each, at)));
        expect({ lost, open }).toEqual({ lost: [], open });
      }
    }),
    examples(2000),
  );
});
