import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyCodes, settledCodes } from '../../src/jobs/report/currency';
import { readFee } from '../../src/jobs/report/fee';
import { examples } from '../setup/examples';

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
])('%s is %d', (text, amount, currency) => expect(readFee(text)).toEqual({ amount, currency }));

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
])('%s is no single amount', (text) => expect(readFee(text)).toEqual({ why: expect.any(String) }));

/** What it is read as, or why it is not. */
const read = (value: unknown, shown = '', locale = ''): unknown => {
  const fee = readFee(value, shown, () => locale);
  return 'why' in fee ? fee.why : `${fee.amount} ${currencyCodes(fee.currency)[0] ?? ''}`.trim();
};

describe('one number with whatever names money', () => {
  test.each([
    ['7 768 ₽', '7768 RUB'],
    ['7\u00a0768 руб.', '7768 RUB'],
    ['₹1,20,000', '120000 INR'],
    ['₹ 12,50,000.50', '1250000.5 INR'],
    ['Rs. 5,000', '5000 INR'],
    ['Rs.5000/-', '5000 INR'],
    ['INR 45,000', '45000 INR'],
    ['2 lakh', '200000'],
    ['3 Lakhs', '300000'],
    ['₹1.2L', '120000 INR'],
    ['1.5 crore', '15000000'],
    ['Rs 2 Cr', '20000000 INR'],
    ['USD 300/post', '300 USD'],
    ['300 USD', '300 USD'],
    ['US$ 1,250.00', '1250 USD'],
    ['$300', '300 USD'],
    ['$1.2M', '1200000 USD'],
    ['1.2M', '1200000'],
    ['$ 2.5k per reel', '2500 USD'],
    ['CA$ 450', '450 CAD'],
    ['A$450', '450 AUD'],
    ['NT$ 12,000', '12000 TWD'],
    ['HK$3,000', '3000 HKD'],
    ['R$ 1.200,50', '1200.5 BRL'],
    ['1.200 reais', '1200 BRL'],
    ['MX$ 9,500', '9500 MXN'],
    ['S/ 800', '800 PEN'],
    ['S/. 1,500', '1500 PEN'],
    ['€ 1.200,-', '1200 EUR'],
    ['1.200,- €', '1200 EUR'],
    ['1.200 Euro', '1200 EUR'],
    ['1200 euros', '1200 EUR'],
    ['5 TEUR', '5000 EUR'],
    ['5 T€', '5000 EUR'],
    ['5k€', '5000 EUR'],
    ['5kEUR', '5000 EUR'],
    ['2,5 Mio. €', '2500000 EUR'],
    ['3 Tsd. EUR', '3000 EUR'],
    ['800.-', '800'],
    ["SFr. 1'250.–", '1250 CHF'],
    ['Fr. 900', '900 CHF'],
    ['1’500 CHF', '1500 CHF'],
    ['£950', '950 GBP'],
    ['950 quid', '950 GBP'],
    ['950 pounds per video', '950 GBP'],
    ['kr 1 200,50', '1200.5 SEK'],
    ['1200 kr.', '1200 SEK'],
    ['12 000 SEK', '12000 SEK'],
    ['1 200 zł', '1200 PLN'],
    ['15 000 Kč', '15000 CZK'],
    ['90 000 Ft', '90000 HUF'],
    ['500 lei', '500 RON'],
    ['5.000 TL', '5000 TRY'],
    ['₺5.000', '5000 TRY'],
    ['10 000 грн', '10000 UAH'],
    ['¥120,000', '120000 JPY'],
    ['１２００円', '1200 JPY'],
    ['10万円', '100000 JPY'],
    ['￥3000', '3000 JPY'],
    ['3000元', '3000 CNY'],
    ['RMB 3,000', '3000 CNY'],
    ['50만원', '500000 KRW'],
    ['₩500,000', '500000 KRW'],
    ['Rp 2.500.000', '2500000 IDR'],
    ['Rp 2,5 juta', '2500000 IDR'],
    ['RM1,200', '1200 MYR'],
    ['฿15,000', '15000 THB'],
    ['5.000.000 ₫', '5000000 VND'],
    ['₱8,000', '8000 PHP'],
    ['AED 4,500', '4500 AED'],
    ['4500 dirhams', '4500 AED'],
    ['SAR 2,000', '2000 SAR'],
    ['₪1,800', '1800 ILS'],
    ['R 9 500', '9500 ZAR'],
    ['₦250,000', '250000 NGN'],
    ['250k naira', '250000 NGN'],
    ['KSh 30,000', '30000 KES'],
    ['GH₵ 900', '900 GHS'],
    ['PKR 60,000', '60000 PKR'],
    ['KWD 120', '120 KWD'],
    ['200 bucks', '200 USD'],
    ['Fee: 450', '450'],
    ['Reel - 500', '500'],
    ['Reel – 500 €', '500 EUR'],
    ['500 net', '500'],
    ['500 EUR plus VAT', '500 EUR'],
    ['500€ (incl. usage rights)', '500 EUR'],
    ['1200 per reel', '1200'],
    ['350 je Post', '350'],
    ['900 por video', '900'],
    ['$ 450 CAD', '450 CAD'],
    ['\u200e$500\u200b', '500 USD'],
    ['٥٠٠ درهم', '500 AED'],
    ['Fr 1.250', '1250 CHF'],
    ['.50 €', '0.5 EUR'],
    ['5 ezer Ft', '5000 HUF'],
    ['5 tysięcy zł', '5000 PLN'],
    ['15 тысяч руб', '15000 RUB'],
    ['5 triệu', '5000000'],
    ['2 grand', '2000'],
  ])('%s is %s', (text, fee) => expect(read(text)).toBe(fee));

  test.each([
    [300, '$300.00', '300 USD'],
    [300, '300,00 €', '300 EUR'],
    [300, '300 kr', '300 SEK'],
    [1_200_000, '₹12,00,000', '1200000 INR'],
    [300, '300', '300'],
    [0, '0', '0'],
  ])('%d shown as %s is %s', (value, shown, fee) => expect(read(value, shown)).toBe(fee));
});

describe('what is no single amount says why', () => {
  test.each([
    '300-500',
    '300–500 €',
    '300 to 500',
    '€300 - €500',
    '300/500',
    '2 x 300',
    '2x300',
    '300 + 200',
    '500 50',
    '1 post + 2 stories: 500',
    '2 reels 500',
    '500 for 1 reel',
    '500 EUR per 2 posts',
    '300 or 400',
    '10k-20k',
    '$1000 (50% upfront)',
    '2 lakh 50 thousand',
    '12 / 15',
    '10:30',
    '+49 170 1234567',
  ])('%s is a range or several', (text) => expect(read(text)).toMatch(/it is a range or several/));

  test.each([
    'about 500',
    'ca. 500 €',
    '~500',
    'approx. $300',
    'from 500',
    'ab 300 €',
    'up to 500',
    'max 500',
    'min. 200',
    '500+',
    '$500+',
    '>500',
    '< 300',
    '500?',
    'desde 300',
    'at least 250 EUR',
  ])('%s is no exact amount', (text) => expect(read(text)).toMatch(/no exact amount/));

  test.each([
    '',
    'on request',
    'tbd',
    'barter',
    'free',
    '2 posts',
    '3 reels',
    '1,2,3',
    '1.2.3,4',
    '12.05.2026',
    'iphone15',
    '4th',
    '24h',
    '#REF!',
    true,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('%s cannot be read', (value) => expect(read(value)).toMatch(/^cannot be read as one number/));

  test.each([
    ['10% of sales', /is a share/],
    ['15 percent commission', /is a share/],
    ['-50', /is negative/],
    ['€ -50', /is negative/],
    ['−50 €', /is negative/],
    ['(500)', /is negative/],
    ['€ 300 USD', /names two currencies/],
    ['1.500k', /could be 1500000 or 1500/],
    ['10 mil', /could be 10000 or 10000000/],
    [new Date(0), /is a date: Sheets has made one/],
    [-5, /is negative/],
  ])('%s %s', (value, why) => expect(read(value)).toMatch(why));

  test('a number that is shown as a share is none', () => expect(read(0.1, '10%')).toMatch(/is a share/));
  test('mil is a thousand where the spreadsheet is Spanish', () =>
    expect(read('10 mil pesos', '', 'es_MX')).toBe('10000 MXN'));
});

const codes = (words: string[]): string[] => [...settledCodes(words).values()];

test('a sign that several currencies share is the one that stands beside it', () => {
  expect(codes(['$', 'USD', '€', 'EUR'])).toEqual(['USD', 'USD', 'EUR', 'EUR']);
  expect(codes(['$', 'CAD'])).toEqual(['CAD', 'CAD']);
  expect(codes(['$', 'CAD', 'AUD'])).toEqual(['USD', 'CAD', 'AUD']);
  expect(codes(['KR', 'NOK'])).toEqual(['NOK', 'NOK']);
  expect(codes(['RS.', '₹'])).toEqual(['INR', 'INR']);
});

test('any text is a finite amount or a reason', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '1',
      '200',
      '.',
      ',',
      ' ',
      '-',
      '€',
      '$',
      'k',
      'M',
      'lakh',
      'USD',
      '/',
      '(',
      ')',
      '+',
      '%',
      'per',
      'T',
    ),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
      const fee = readFee(parts.join(''));
      return 'why' in fee ? /^[a-z].*[^.]$/.test(fee.why) : Number.isFinite(fee.amount) && fee.amount >= 0;
    }),
    examples(3_000, 20261130),
  );
});
