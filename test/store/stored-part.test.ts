import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  aFigure,
  aFlag,
  byName,
  listOf,
  maybe,
  oneOf,
  partsOf,
  readPart,
  rowOf,
  someText,
  type Part,
} from '../../src/gate/stored-part';

const SAME: Readonly<Record<string, readonly [Part<unknown>, z.ZodMiniType]>> = {
  figure: [aFigure, z.number()],
  text: [someText, z.string()],
  flag: [aFlag, z.boolean()],
  word: [oneOf('a', 'b'), z.enum(['a', 'b'])],
  version: [oneOf(2), z.literal(2)],
  maybe: [maybe(aFigure), z.optional(z.number())],
  list: [listOf(aFigure), z.array(z.number())],
  row: [rowOf(someText, aFigure), z.tuple([z.string(), z.number()])],
  'by name': [byName(aFigure), z.record(z.string(), z.number())],
  parts: [partsOf({ a: aFigure, b: maybe(someText) }), z.object({ a: z.number(), b: z.optional(z.string()) })],
  nested: [
    byName(partsOf({ a: listOf(rowOf(aFigure)) })),
    z.record(z.string(), z.object({ a: z.array(z.tuple([z.number()])) })),
  ],
};
/** As JSON and its reading give them. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  2,
  -1.5,
  Infinity,
  NaN,
  '',
  'a',
  'c',
  '2',
  [],
  [1],
  [1, 'a'],
  ['a', 1],
  ['a', 1, 1],
  [null],
  {},
  { a: 1 },
  { a: '1' },
  { a: 1, b: 't' },
  { a: 1, b: 2 },
  { a: 1, b: null },
  { a: 1, c: 2 },
  { a: null },
  { x: { a: [[1]], b: 1 } },
  { x: { a: [[1, 2]] } },
];

const broken: Part<unknown> = () => {
  throw new TypeError('broken');
};

test.each(Object.entries(SAME))('%s: takes and leaves out what zod does', (_, [part, schema]) => {
  for (const value of VALUES) {
    const expected = z.safeParse(schema, value);
    // In a list, so that a misread one is told from one that may be missing.
    const read = readPart(listOf(part), [value]);
    expect([value, read]).toStrictEqual([value, expected.success ? [expected.data] : undefined]);
  }
});

test('what breaks while reading is no misreading', () => {
  expect(() => readPart(broken, 1)).toThrow('broken');
});
