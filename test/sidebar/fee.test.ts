import { expect, test } from 'vitest';
import { parseFee } from '../../src/jobs/fee';

test.each([
  [1200, 1200, ''],
  ['€1,200', 1200, '€'],
  ['1.200,50 EUR', 1200.5, 'EUR'],
  ['$1,200.50', 1200.5, '$'],
  ["CHF 1'200", 1200, 'CHF'],
  ['1 200 €', 1200, '€'],
  ['2.5k', 2500, ''],
  ['1.200', 1200, ''],
  ['12,5', 12.5, ''],
  ['1.234.567', 1234567, ''],
  ['800,-', 800, ''],
  ['0', 0, ''],
  // No thousands begin with nought.
  ['0.500', 0.5, ''],
])('%s is %d', (text, amount, currency) => expect(parseFee(text)).toEqual({ amount, currency }));

test.each([
  '',
  'on request',
  '500-800',
  '-50',
  'about 500',
  '2 posts',
  '1,2,3',
  '1.2.3,4',
  '12 / 15',
  true,
  new Date(0),
  Number.NaN,
  -5,
])('%s is no single amount', (text) => expect(parseFee(text)).toBeUndefined());
