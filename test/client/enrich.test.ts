import { describe, expect, test } from 'vitest';
import {
  afterEnrich,
  draftFor,
  EMPTY_ENRICH,
  fieldsIn,
  type EnrichDraft,
  enrichForm,
  hidesNewValues,
  modeOf,
  parseEnrichDraft,
  rowsForm,
} from '../../src/client/enrich/enrich-draft';
import { enrichPriced, selectionText } from '../../src/client/enrich/enrich-price';
import {
  fieldGroups,
  fieldNames,
  groupsFitting,
  PATH_GROUP,
  priceEach,
  withField,
} from '../../src/client/enrich/field-group';
import { nextButtons, nextHints, outcomes, timeLeft } from '../../src/client/enrich/outcome';
import { capOf } from '../../src/client/run/typed-cap';
import { columnLetters } from '../../src/core/text';
import { PROFILE_FIELDS } from '../../src/schema/profile-field';
import { enrichOf, selectionOf } from '../browser/sidebar-data';

const draft = (part: Partial<EnrichDraft>): EnrichDraft => ({ ...fieldsIn(EMPTY_ENRICH, undefined), ...part });
const selection = selectionOf();

describe('what is chosen', () => {
  test('the price is the server’s; what costs nothing is free whatever the fields are', () => {
    expect(enrichPriced(draft({}), selection).price).toBe(374);
    expect(enrichPriced(draft({ action: 'queue' }), selection).price).toBe(0);
    expect(enrichPriced(draft({ action: 'weekly', fields: [] }), selection)).toMatchObject({ price: 0, problems: {} });
  });

  test('a run has 1 to 60 fields', () => {
    const many = Array.from({ length: 61 }, (_, index) => `path.${index}`);
    expect(enrichPriced(draft({ fields: [] }), selection).problems).toHaveProperty('fields');
    expect(enrichPriced(draft({ fields: many }), selection).problems).toHaveProperty('fields');
    expect(enrichPriced(draft({ fields: many.slice(1) }), selection).problems).toEqual({});
  });

  test('rows of which there are none, or no readable ones, are no run', () => {
    expect(enrichPriced(draft({}), { ...selection, rows: 0, creators: 0 }).problems.rows).toMatch(/blank/);
    expect(enrichPriced(draft({ which: 'failed' }), { ...selection, rows: 0, creators: 0 }).problems.rows).toMatch(
      /match/,
    );
    expect(enrichPriced(draft({}), { ...selection, creators: 0 }).problems.rows).toMatch(/creator/);
  });

  test('a cap is a whole number from 1 to 100,000, blank is the setting; a larger one takes the shortage away', () => {
    expect(['', ' ', '300', '3,000', '100000'].map(capOf)).toEqual([null, null, 300, 3_000, 100_000]);
    expect(['0', '-1', '2.5', 'all', '100001'].map(capOf)).toEqual(Array.from({ length: 5 }));
    const dear = { ...selection, requests: 3_000 };
    expect(enrichPriced(draft({}), dear).shortages).toEqual([{ what: 'run', allows: 2_000 }]);
    expect(enrichPriced(draft({ cap: '3000' }), dear).shortages).toEqual([]);
    expect(enrichPriced(draft({ cap: 'many' }), dear).problems).toHaveProperty('cap');
  });

  test('days count only for old rows', () => {
    expect(enrichPriced(draft({ days: 'x' }), selection).problems).toEqual({});
    expect(enrichPriced(draft({ days: 'x', which: 'old' }), selection).problems).toHaveProperty('days');
    expect(rowsForm(draft({ days: '7', which: 'old' })).olderThanDays).toBe(7);
  });

  test('values go to new columns first, then to those of the run before; what is asked anew replaces', () => {
    expect(modeOf(draft({}), false)).toBe('new');
    expect(modeOf(draft({ which: 'failed' }), true)).toBe('fill');
    expect(modeOf(draft({ which: 'old' }), true)).toBe('overwrite');
    expect(modeOf(draft({ again: true }), true)).toBe('overwrite');
    expect(modeOf(draft({ mode: 'new' }), true)).toBe('new');
    expect(hidesNewValues(draft({ mode: 'fill', again: true }), true)).toBe(true);
    expect(hidesNewValues(draft({ mode: 'fill' }), true)).toBe(false);
    expect(hidesNewValues(draft({ mode: 'fill', again: true, action: 'queue' }), true)).toBe(false);
  });

  test('what the transfer made undefined is null again, or the server refuses the form', () => {
    const { platformColumn: _one, headerRow: _other, ...keys } = selection.keys;
    const form = enrichForm(draft({}), { ...selection, keys: keys as typeof selection.keys }, 374);
    expect(form.keys).toEqual({ ...keys, platformColumn: null, headerRow: null });
    expect(form.cap).toBe(374);
  });

  test('after a start what was meant for one run is gone', () => {
    const before = draft({
      which: 'old',
      again: true,
      mode: 'overwrite',
      cap: '9',
      fields: ['bio'],
      platform: 'tiktok',
    });
    expect(afterEnrich(before)).toEqual(draft({ fields: ['bio'], platform: 'tiktok', isProposed: true }));
  });

  test('the rows that a run left come with its fields; queued ones are asked for data', () => {
    const run = enrichOf({ fields: ['bio'] });
    expect(draftFor(draft({ again: true }), 'failed', run)).toMatchObject({
      which: 'failed',
      action: 'enrich',
      fields: ['bio'],
      again: false,
    });
    const queue = enrichOf({ action: 'queue', fields: [] });
    expect(draftFor(draft({ action: 'queue' }), 'queued', queue)).toMatchObject({
      action: 'enrich',
      fields: draft({}).fields,
    });
    expect(draftFor(draft({ action: 'queue' }), 'failed', queue).action).toBe('queue');
  });

  test('what was kept and cannot be read is as at first', () => {
    for (const text of [null, '', '{', '7', 'null', '{"platform":"myspace","fields":[1]}', '{"fields":[]}'])
      expect(parseEnrichDraft(text), String(text)).toEqual(EMPTY_ENRICH);
    expect(parseEnrichDraft('{"platform":"","fields":["bio"]}')).toEqual({
      ...EMPTY_ENRICH,
      platform: '',
      wished: ['bio'],
    });
  });
});

const names = (groups: ReturnType<typeof fieldGroups>): string[] =>
  groups.flatMap(({ options }) => options.map(({ value }) => value));
const found = (text: string): string[] => names(groupsFitting(fieldGroups(['a.b'], []), text));

describe('fields', () => {
  test('every field of the catalogue is offered once, paths behind it, those that were typed too', () => {
    const groups = fieldGroups(['stats.a'], ['followers', 'typed.path', 'stats.a', 'audienceAge']);
    const all = names(groups);
    expect(new Set(all).size).toBe(all.length);
    expect(PROFILE_FIELDS.map(({ name }) => name).filter((name) => !all.includes(name))).toEqual([]);
    expect(groups.at(-1)).toMatchObject({ name: PATH_GROUP });
    expect(groups.at(-1)?.options.map(({ value }) => value)).toEqual(['stats.a', 'typed.path']);
  });

  test('a filter looks into labels, names and groups', () => {
    expect(found('views')).toEqual(['medianViews']);
    expect(found('profileScore')).toEqual(['profileScore']);
    expect(found('audience ag')).toEqual(['audienceAge', 'audienceAgeShare']);
    expect(found('a.b')).toEqual(['a.b']);
    expect(found('zzz')).toEqual([]);
  });

  test('one audience field makes a creator cost 20', () => {
    expect(priceEach(['followers'])).toBe(1);
    expect(priceEach(['followers', 'audienceCity'])).toBe(20);
  });

  test('fields stand in the catalogue’s order, paths last, and go as they came', () => {
    expect(withField(['followers', 'x.y'], 'country', true)).toEqual(['country', 'followers', 'x.y']);
    expect(withField(['country', 'x.y'], 'x.y', false)).toEqual(['country']);
    expect(withField(['country'], 'country', true)).toEqual(['country']);
    expect(fieldNames(['followers', 'email', 'x.y'])).toBe('Followers, E\u2011mail and x.y');
  });
});

const left = (counts: Record<string, number>): string[] => nextButtons({ counts }).map(({ label }) => label);
const hints = (counts: Record<string, number>, action: 'enrich' | 'queue' = 'enrich'): string[] =>
  nextHints({ counts, action }).map((text) => text.slice(0, 8));
describe('a run', () => {
  test('its outcomes stand in one order, none of which there are none, unknown ones last', () => {
    expect(outcomes({ counts: { odd: 1, failed: 2, done: 3, queued: 0 } }).map(({ label }) => label)).toEqual([
      'done',
      'failed',
      'odd',
    ]);
  });

  test('what is left to do follows from what became of the rows', () => {
    const counts = { failed: 1, queued: 2, 'audience pending': 3, unreadable: 4, cached: 5 };
    expect(left(counts)).toEqual(['Retry 1 failed', 'Check 5 queued']);
    expect(hints(counts)).toEqual(['Each fai', 'influDat', '4 unread', 'Formulas']);
    expect([left({ done: 3 }), hints({ done: 3 })]).toEqual([[], ['Formulas']]);
    expect([left({ queued: 9 }), hints({ queued: 9 }, 'queue')]).toEqual([['Check 9 queued'], ['influDat']]);
    expect([left({ 'not found': 9 }), hints({ 'not found': 9 })]).toEqual([[], []]);
  });

  test('time left from the speed so far', () => {
    expect(timeLeft(900, 100, 40_000)).toBe('about 6 min left');
    expect(timeLeft(10, 100, 40_000)).toBe('less than a minute left');
    expect(timeLeft(9_000, 10, 40_000)).toBe('about 10 h left');
    expect([timeLeft(10, 0, 1_000), timeLeft(0, 10, 1_000), timeLeft(10, 10, 0)]).toEqual(['', '', '']);
  });
});

test('what was understood, as a sentence', () => {
  expect(selectionText(selection)).toBe('A2:A413: 412 rows, 405 creators, 7 duplicates and 3 blank');
  expect(selectionText(selectionOf({ area: 'B2', rows: 1, creators: 1, duplicates: 0, blanks: 0 }))).toBe(
    'B2: 1 row and 1 creator',
  );
});

test('columns have letters', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
