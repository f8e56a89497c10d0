import { expect, test } from 'vitest';
import { readSchedule } from '../../src/client/enrich/schedule-draft';
import { hourText } from '../../src/client/format';

test('a form of whole numbers within their limits', () => {
  expect(readSchedule({ days: '30', hour: '6', cap: ' 100 ' }, 7, 'tiktok')).toEqual({
    form: { sheetId: 7, platform: 'tiktok', olderThanDays: 30, hour: 6, cap: 100 },
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
  const { form, problems } = readSchedule({ days: '30', hour: '6', cap: '100', ...wrong }, 7, '');
  expect(form).toBeUndefined();
  expect(Object.keys(problems)).toEqual([name]);
});
