import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT_FILTERS } from '../../src/schema/content-filter';
import { contentQueryOf } from '../../src/schema/content-search';
import { problemText } from '../../src/schema/filter-problem';
import { readFilters } from '../../src/schema/filter';
import { NO_SHEET } from '../../src/schema/reading';
import { examples } from '../setup/examples';

const table = { filters: CONTENT_FILTERS.filter(({ type }) => type === 'date'), choicesOf: () => undefined };

/** A clock of the zone, by the browser's and Node's own tables. */
const wallTimeIn = (timeZone: string) => (atMs: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(atMs);

function read(locale: string, value: unknown, zone = 'Europe/Berlin'): string {
  const reading = { ...NO_SHEET, locale: () => locale, wallTime: wallTimeIn(zone) };
  const { filters, problems } = readFilters(table, { uploadedFrom: value }, reading);
  return problems[0] ? problemText(problems[0]) : (filters['uploadedFrom'] ?? '');
}

describe('days as people write them', () => {
  test.each([
    ['', '2026-05-31', '2026-05-31'],
    ['', '2026-5-1', '2026-05-01'],
    ['', '2026/05/31', '2026-05-31'],
    ['', '2026.05.31', '2026-05-31'],
    ['hu_HU', '2026. 05. 31.', '2026-05-31'],
    ['', '20260531', '2026-05-31'],
    ['', '2026年5月31日', '2026-05-31'],
    ['', '２０２６-０５-３１', '2026-05-31'],
    ['de_DE', '31.05.2026', '2026-05-31'],
    ['de_DE', '01.06.2026', '2026-06-01'],
    ['de_DE', '1.6.26', '2026-06-01'],
    ['de_DE', '1. 6. 2026', '2026-06-01'],
    ['en_US', '5/31/2026', '2026-05-31'],
    ['en_US', '06/01/2026', '2026-06-01'],
    ['en_US', '6/1/26', '2026-06-01'],
    ['en_GB', '31/05/2026', '2026-05-31'],
    ['en_GB', '01/06/2026', '2026-06-01'],
    ['en_AU', '1/6/2026', '2026-06-01'],
    ['fr_FR', '01/06/2026', '2026-06-01'],
    ['es_ES', '1/6/2026', '2026-06-01'],
    ['pt_BR', '01/06/2026', '2026-06-01'],
    ['nl_NL', '01-06-2026', '2026-06-01'],
    ['ru_RU', '01.06.2026', '2026-06-01'],
    // Only one reading is a day.
    ['', '31/05/2026', '2026-05-31'],
    ['', '5/31/2026', '2026-05-31'],
    ['en_US', '31.05.2026', '2026-05-31'],
    ['de_DE', '5/31/2026', '2026-05-31'],
    ['', '05/05/2026', '2026-05-05'],
    // A month has a name.
    ['', '31 May 2026', '2026-05-31'],
    ['', 'May 31, 2026', '2026-05-31'],
    ['', 'June 1st, 2026', '2026-06-01'],
    ['', 'Monday, June 1, 2026', '2026-06-01'],
    ['', '31. Mai 2026', '2026-05-31'],
    ['', '1. März 2026', '2026-03-01'],
    ['', '31 mai 2026', '2026-05-31'],
    ['', '1er juin 2026', '2026-06-01'],
    ['', '31 de mayo de 2026', '2026-05-31'],
    ['', '1 de março de 2026', '2026-03-01'],
    ['', '3-Aug-2026', '2026-08-03'],
    // Instants: without a zone UTC's.
    ['', '2026-05-31 10:30', '2026-05-31T10:30:00Z'],
    ['', '2026-05-31T10:30:00.5+02:00', '2026-05-31T08:30:00.500Z'],
  ])('%s: %j is %s', (locale, text, day) => expect(read(locale, text)).toBe(day));

  test.each([
    ['', '05/06/2026', /could be 2026-06-05 or 2026-05-06\./],
    ['', '05.06.2026', /could be 2026-06-05 or 2026-05-06\./],
    ['en_CA', '05/06/2026', /could be/],
    ['ja', '05/06/2026', /could be/],
    ['en_US', '05.06.2026', /could be/],
    ['', '1-2-2026', /could be 2026-02-01 or 2026-01-02\./],
  ])('%s: %j is refused with both readings', (locale, text, says) => expect(read(locale, text)).toMatch(says));

  test.each([
    'yesterday',
    '30.02.2026',
    '2026-02-30',
    '31/31/2026',
    '13/13/2026',
    '31.05.2026 14:30',
    '2026-05-31 25:00',
    '2026-05',
    '5/26',
    '46173',
    46_173,
    true,
    '31 foo 2026',
    '2026-13-01',
    '0.0.2026',
    '31.05.26',
    'Mai',
    new Date(Number.NaN),
    new Date(Date.UTC(1899, 11, 30, 10, 30)),
  ])('%j is no day', (value) => expect(read('', value)).toMatch(/is not a date/));
});

describe('a cell gives a day, or an instant, of the zone of its spreadsheet', () => {
  test.each([
    ['Europe/Berlin', '2026-05-30T22:00:00Z', '2026-05-31'],
    ['Europe/Berlin', '2026-01-30T23:00:00Z', '2026-01-31'],
    // Summer time begins and ends at 1:00 UTC.
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['America/New_York', '2026-05-31T04:00:00Z', '2026-05-31'],
    ['America/Los_Angeles', '2026-12-31T08:00:00Z', '2026-12-31'],
    ['America/St_Johns', '2026-01-31T03:30:00Z', '2026-01-31'],
    ['Asia/Kolkata', '2026-05-30T18:30:00Z', '2026-05-31'],
    ['Asia/Kathmandu', '2026-05-30T18:15:00Z', '2026-05-31'],
    ['Pacific/Kiritimati', '2026-05-30T10:00:00Z', '2026-05-31'],
    ['Pacific/Pago_Pago', '2026-05-31T11:00:00Z', '2026-05-31'],
    ['Pacific/Chatham', '2026-05-30T11:15:00Z', '2026-05-31'],
    ['Etc/UTC', '2026-05-31T00:00:00Z', '2026-05-31'],
    // No clock shows midnight there that night.
    ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
    ['Asia/Beirut', '2026-03-28T22:00:00Z', '2026-03-29'],
    // Clocks show it twice.
    ['America/Havana', '2026-11-01T04:00:00Z', '2026-11-01'],
    ['America/Havana', '2026-11-01T05:00:00Z', '2026-11-01'],
    // A time beside the day.
    ['Europe/Berlin', '2026-05-31T08:30:00Z', '2026-05-31T08:30:00Z'],
    ['Europe/Berlin', '2026-05-31T00:00:00Z', '2026-05-31T00:00:00Z'],
    ['America/New_York', '2026-05-31T00:00:00Z', '2026-05-31T00:00:00Z'],
    ['Europe/Berlin', '2026-05-30T22:00:01Z', '2026-05-30T22:00:01Z'],
  ])('%s: %s is %s', (zone, instant, sent) => expect(read('', new Date(instant), zone)).toBe(sent));

  test('the last day counts to its end', () => {
    const days = { uploadedFrom: '2026-05-31', uploadedTo: '2026-06-02' };
    expect(contentQueryOf(days)).toEqual({
      created_at_gte: '2026-05-31T00:00:00Z',
      created_at_lte: '2026-06-02T23:59:59.999Z',
    });
  });

  test('where no cell has a date and no text two readings, the spreadsheet is asked nothing', () => {
    const asked: string[] = [];
    const ask = (what: string) => (): string => (asked.push(what), '');
    const reading = { ...NO_SHEET, locale: ask('locale'), wallTime: ask('zone') };
    readFilters(table, { uploadedFrom: '2026-05-31', uploadedTo: '31 May 2026' }, reading);
    expect(asked).toEqual([]);
  });
});

test('any text is a day, an instant, nothing, or one sentence; what is sent reads the same everywhere', () => {
  const part = fc.oneof(
    fc.constantFrom('1', '5', '31', '12', '2026', '26', '/', '.', '-', ' ', 'May', 'Mai', 'T', ':', 'Z', '年'),
    fc.string({ maxLength: 2 }),
  );
  const sent = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/;
  const locales = ['', 'de_DE', 'en_US', 'ja'];
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), fc.constantFrom(...locales), (parts, locale) => {
      const text = read(locale, parts.join(''));
      if (text === '') return parts.join('').trim() === '';
      return sent.test(text)
        ? locales.every((other) => read(other, text) === text)
        : text.startsWith('uploadedFrom is not a');
    }),
    examples(2_000, 20261130),
  );
});
