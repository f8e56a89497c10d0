import { expect, test } from 'vitest';
import { REFRESH_FIELDS } from '../../src/client/enrich/schedule-card';
import { readDaily } from '../../src/client/form/daily-form';
import { hourText } from '../../src/client/format';

test('a form of whole numbers within their limits', () => {
  expect(readDaily(REFRESH_FIELDS, { days: '30', hour: '6', cap: ' 100 ' })).toEqual({
    values: { days: 30, hour: 6, cap: 100 },
    problems: {},
  });
  expect(hourText(6)).toBe('06:00');
});

test.each([
  [{ days: '0' }, 'days'],
  [{ days: 'soon' }, 'days'],
  [{ hour: '24' }, 'hour'],
  [{ hour: '' }, 'hour'],
  [{ cap: '0' }, 'cap'],
  [{ cap: '1.5' }, 'cap'],
  [{ cap: '-3' }, 'cap'],
])('%j is told beside its field', (wrong, name) => {
  const { problems } = readDaily(REFRESH_FIELDS, { days: '30', hour: '6', cap: '100', ...wrong });
  expect(Object.keys(problems)).toEqual([name]);
});
