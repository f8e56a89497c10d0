import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../dev/emulator/spreadsheet/typed-entry';
import { serialFromCalendar } from '../../../dev/emulator/spreadsheet/serial-date';

const today = serialFromCalendar(2026, 11, 23) ?? 0;
const typed = (text: string, options: { locale?: string; pattern?: string } = {}) =>
  parseEntry(text, { locale: 'en_US', todaySerial: today, ...options });
const day = (year: number, month: number, date: number) => serialFromCalendar(year, month, date);

describe('text as typed', () => {
  it('starts a formula with an equals sign, alone it is text', () => {
    expect(typed('=A1+1')).toEqual({ value: null, formula: '=A1+1' });
    expect(typed('=IMPORTXML("http://evil","//a")').formula).toBe('=IMPORTXML("http://evil","//a")');
    expect(typed('=')).toEqual({ value: '=' });
  });

  it('drops a leading apostrophe and keeps what follows as text', () => {
    expect(typed("'=A1")).toEqual({ value: '=A1', textMark: true });
    expect(typed("'00123")).toEqual({ value: '00123', textMark: true });
    expect(typed("''quoted'")).toEqual({ value: "'quoted'", textMark: true });
  });

  it.each([
    ['00123', 123],
    [' 42 ', 42],
    ['-5', -5],
    ['+5', 5],
    ['1,234', 1234],
    ['1e3', 1000],
    ['.5', 0.5],
    ['12345678901234567890', Number('12345678901234567000')],
  ])('makes %s a number, its leading zeros and last digits lost', (text, value) => {
    expect(typed(text).value).toBe(value);
    expect(typed(text).formula).toBeUndefined();
  });

  it('reads percent and currency with their patterns', () => {
    expect(typed('10%')).toEqual({ value: 0.1, pattern: '0%' });
    expect(typed('4.25%')).toEqual({ value: 0.0425, pattern: '0.00%' });
    expect(typed('$1,234.50')).toMatchObject({ value: 1234.5 });
  });

  it.each([
    ['TRUE', true],
    ['false', false],
    ['True', true],
  ])('makes %s a boolean', (text, value) => {
    expect(typed(text)).toEqual({ value });
  });

  it.each([
    ['1-2', day(2026, 1, 2)],
    ['3/4', day(2026, 3, 4)],
    ['2026-01-05', day(2026, 1, 5)],
    ['1/5/2026', day(2026, 1, 5)],
    ['1/5/26', day(2026, 1, 5)],
    ['Jan 5', day(2026, 1, 5)],
    ['5 January 2026', day(2026, 1, 5)],
  ])('makes %s a day', (text, value) => {
    expect(typed(text).value).toBe(value);
    expect(typed(text).pattern).toBeDefined();
  });

  it('reads times, durations and instants', () => {
    expect(typed('6:00').value).toBe(0.25);
    expect(typed('6:00 PM').value).toBe(0.75);
    expect(typed('48:00:00')).toEqual({ value: 2, pattern: '[h]:mm:ss' });
    expect(typed('2026-01-05 12:00').value).toBe((day(2026, 1, 5) ?? 0) + 0.5);
  });

  it('leaves an ISO instant, a day that is none and an ordinary name as text', () => {
    for (const text of ['2026-01-05T10:00:00Z', '2026-02-30', 'Jane 5', 'adidas', '@adidas', '1.2.3']) {
      expect(typed(text)).toEqual({ value: text });
    }
  });

  it('evaluates what starts with a sign and parses: +91-044 is arithmetic', () => {
    expect(typed('+91-044-1234').formula).toBe('=+91-044-1234');
    expect(typed('-A1').formula).toBe('=-A1');
    expect(typed('+ creator & friends!')).toEqual({ value: '+ creator & friends!' });
  });

  it('makes a fraction of 33/33, which is no day', () => {
    expect(typed('33/33').value).toBe(1);
  });

  it('keeps everything but formulas and apostrophes under the text pattern', () => {
    expect(typed('00123', { pattern: '@' })).toEqual({ value: '00123' });
    expect(typed('1-2', { pattern: '@' })).toEqual({ value: '1-2' });
    expect(typed('TRUE', { pattern: '@' })).toEqual({ value: 'TRUE' });
    expect(typed('+1+2', { pattern: '@' })).toEqual({ value: '+1+2' });
    expect(typed('=1+2', { pattern: '@' }).formula).toBe('=1+2');
  });

  it('reads numbers and days as the locale writes them', () => {
    expect(typed('1.234,5', { locale: 'de_DE' }).value).toBe(1234.5);
    expect(typed('5.1.2026', { locale: 'de_DE' }).value).toBe(day(2026, 1, 5));
    expect(typed('5/1/2026', { locale: 'en_GB' }).value).toBe(day(2026, 1, 5));
    expect(typed('1,5', { locale: 'en_US' })).toEqual({ value: '1,5' });
  });

  it('takes an error code as an error', () => {
    expect(typed('#N/A')).toEqual({ value: null, error: '#N/A' });
  });
});
