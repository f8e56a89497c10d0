import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeCell, safeText } from '../../src/sheet/safe-text';
import { examples } from '../setup/examples';

describe('text for a cell', () => {
  test.each([
    '=1+1',
    '+49 151',
    '-1',
    '@SUM(1)',
    "'tis",
    '\t=1',
    '\r=1',
    '00123',
    '1-2',
    '33/33',
    '10%',
    'TRUE',
    ' false ',
    'Mar 5',
    '$5',
    '.5',
    ' =1',
    'März 2024',
    'le 5 mai',
    'CHF 5',
    '٢٠٢٤',
    'WAHR',
    'Faux',
    'ИСТИНА',
  ])('%j gets the apostrophe that Sheets does not show', (text) => expect(safeText(text)).toBe(`'${text}`));

  test.each([
    '',
    'adidas',
    'a=b',
    'Truly yours',
    'Mary',
    'march',
    'falschgold',
    'Vero Moda',
    'https://tiktok.com/@user1',
    '\u200B',
    'مرحبا',
  ])('%j stays as it is', (text) => expect(safeText(text)).toBe(text));

  test('nothing that begins like a formula goes in bare, and no character is lost', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', ''), fc.string(), (start, rest) => {
        const safe = safeText(start + rest);
        expect(safe === start + rest || safe === `'${start}${rest}`).toBe(true);
        expect(/^[=+\-@\t\r]/.test(safe)).toBe(false);
      }),
      examples(),
    );
  });

  test('more than a cell holds is cut, the apostrophe included', () => {
    for (const text of ['x'.repeat(60_000), '='.repeat(60_000), 'x'.repeat(50_000), '='.repeat(50_000)])
      expect(safeText(text).length).toBeLessThanOrEqual(50_000);
  });

  test('numbers, booleans and dates stay typed', () => {
    const date = new Date(0);
    expect([safeCell(-1), safeCell(true), safeCell(date), safeCell('-1')]).toEqual([-1, true, date, "'-1"]);
  });
});
