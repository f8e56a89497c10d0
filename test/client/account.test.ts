import { expect, test } from 'vitest';
import { asksKind } from '../../src/client/account/key-card';
import { readDraft } from '../../src/client/account/setting-field';
import { barsText, dayBars } from '../../src/client/account/spent-card';
import { fitting } from '../../src/client/ui/option';
import { DEFAULT_SETTINGS } from '../../src/gate/settings';
import type { Account } from '../../src/sidebar/account-calls';

test('thirty days end today, and days without a charge are gaps', () => {
  const bars = dayBars([{ day: '2026-11-20', charged: 3, unknown: 2 }], '2026-11-23');
  expect(bars).toHaveLength(30);
  expect([bars[0]?.day, bars[29]?.day]).toEqual(['2026-10-25', '2026-11-23']);
  expect(bars.filter(({ charged, unknown }) => charged + unknown > 0)).toEqual([
    { day: '2026-11-20', charged: 3, unknown: 2 },
  ]);
});

test("a spreadsheet whose day is ahead of the browser's still shows its last day", () => {
  expect(dayBars([{ day: '2026-11-24', charged: 3, unknown: 0 }], '2026-11-23')[29]?.charged).toBe(3);
});

test('the chart in words: the sum, and the day with most', () => {
  const days = [
    { day: '2026-11-03', charged: 120, unknown: 0 },
    { day: '2026-11-20', charged: 3, unknown: 2 },
  ];
  expect(barsText(dayBars(days, '2026-11-23'))).toBe(
    'Requests per day over the last 30 days: 125 in total, most on 3 Nov (120).',
  );
  expect(barsText(dayBars([], '2026-11-23'))).toBe('Nothing was spent in the last 30 days.');
});

test('only what differs from the settings is a change', () => {
  const draft = { maxRequestsPerDay: '5000', keepBalance: '100', audienceInFormulas: true, keyKind: 'auto' } as const;
  expect(readDraft(draft, DEFAULT_SETTINGS)).toEqual({
    change: { keepBalance: 100, audienceInFormulas: true },
    problems: {},
  });
});

const problems = (name: string, text: string): string[] =>
  Object.keys(readDraft({ [name]: text }, DEFAULT_SETTINGS).problems);

test('numbers are whole and not negative; days end at 3650', () => {
  for (const text of ['', '-1', '1.5', 'ten', '1e3'])
    expect(problems('keepBalance', text), text).toEqual(['keepBalance']);
  expect(problems('keepBalance', '4000')).toEqual([]);
  expect(problems('profileFreshDays', '3651')).toEqual(['profileFreshDays']);
  expect(problems('profileFreshDays', '3650')).toEqual([]);
});

test('a list shows the same first, then what begins so, then words, then anything', () => {
  const options = ['Equatorial Guinea', 'Guinea-Bissau', 'Papua New Guinea', 'Guinea', 'Spain'].map((label) => ({
    value: label,
    label,
  }));
  expect(fitting(options, 'guinea').map(({ label }) => label)).toEqual([
    'Guinea',
    'Guinea-Bissau',
    'Equatorial Guinea',
    'Papua New Guinea',
  ]);
  expect(fitting(options, 'zzz')).toEqual([]);
});

const asks = (person: Account['person'], keyKind: Account['settings']['keyKind']): boolean =>
  asksKind({ ...(person ? { person } : {}), settings: { ...DEFAULT_SETTINGS, keyKind } });

test('the kind of a key is asked where no client id tells it, until the setting says it', () => {
  const key = { end: '0001', kind: 'trial' } as const;
  expect(asks(key, 'auto')).toBe(true);
  expect(asks({ ...key, clientId: 'trial-1' }, 'auto')).toBe(false);
  expect(asks(undefined, 'auto')).toBe(false);
  expect(asks(key, 'organization')).toBe(false);
});
