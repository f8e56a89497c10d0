import { describe, expect, test } from 'vitest';
import { AGE_OPTIONS, asksNothing, LANGUAGE_OPTIONS, NO_TARGETS, targetsText } from '../../src/client/report/fit-card';
import { columnOptions, feeColumnOf } from '../../src/client/report/offer-card';
import { pendingPlan, pendingWord } from '../../src/client/report/pending-card';
import {
  afterReport,
  EMPTY_REPORT,
  parseReportDraft,
  reportForm,
  reportSelectionForm,
} from '../../src/client/report/report-draft';
import {
  creatorsAndPrice,
  creatorsText,
  reportPriced,
  statesText,
  stateText,
} from '../../src/client/report/report-price';
import { reportSteps } from '../../src/client/report/report-run-card';
import { checkedOf, freeOf, pendingOf, profilesOf, reportSelectionOf } from '../browser/sidebar-report-data';
import { budgetOf } from '../browser/sidebar-data';

const draft = (part: Partial<typeof EMPTY_REPORT> = {}) => ({ ...EMPTY_REPORT, ...part });

const identity = (part: Parameters<typeof checkedOf>[0]): string => JSON.stringify(creatorsAndPrice(checkedOf(part)));

describe('what is made, and its price', () => {
  test('before the free check nothing else can be started, whatever it would cost', () => {
    const plan = reportPriced(draft(), reportSelectionOf());
    expect(plan).toMatchObject({ isToCheck: true, price: 180, button: 'Check for audience data · free' });
    expect(reportPriced(draft({ kind: 'comparison' }), reportSelectionOf()).isToCheck).toBe(true);
  });

  test('after it, those that have a report or can have one take part, at the price of the server', () => {
    const plan = reportPriced(draft(), checkedOf());
    expect(plan).toMatchObject({
      isToCheck: false,
      price: 120,
      button: 'Create 8 reports · 120 requests',
      problems: {},
    });
    expect(plan.keys).toHaveLength(8);
    expect(plan.keys).not.toContain('instagram/max.brandt');
    expect(plan.keys).not.toContain('instagram/tim_und_tom');
  });

  test('profiles have no free check; what is at hand is free', () => {
    expect(reportPriced(draft({ kind: 'profiles' }), profilesOf({ isChecked: false }))).toMatchObject({
      isToCheck: false,
      button: 'Compare 11 creators · 9 requests',
    });
    expect(reportPriced(draft(), freeOf()).button).toBe('Create 2 reports · free');
    const [one] = freeOf().creators;
    const single = { ...freeOf(), creators: [{ ...one!, state: 'buy' as const }], requests: 20 };
    expect(reportPriced(draft(), single).button).toBe('Create 1 report · 20 requests');
  });

  test('without a creator, or with none of whom there is anything, nothing is made and nothing asked', () => {
    const nobody = reportPriced(draft(), reportSelectionOf({ creators: [], requests: 0 }));
    expect(nobody.isToCheck).toBe(false);
    expect(nobody.problems.rows).toMatch(/No creator/);
    const left = checkedOf().creators.filter(({ state }) => state === 'no audience data');
    const plan = reportPriced(draft(), checkedOf({ creators: left, requests: 0 }));
    expect(plan).toMatchObject({ keys: [], button: 'Create' });
    expect(plan.problems.rows).toBe('There is nothing to create for this creator yet.');
  });

  test('a larger cap takes the shortage of a run away, and only a number is one', () => {
    const dear = checkedOf({ budget: budgetOf({ balance: 9_120, today: 4_958, run: 100 }) });
    expect(reportPriced(draft(), dear).shortages).toEqual([{ what: 'run', allows: 100 }]);
    expect(reportPriced(draft({ cap: '120' }), dear).shortages).toEqual([]);
    expect(reportPriced(draft({ cap: 'many' }), dear).problems).toHaveProperty('cap');
    expect(reportPriced(draft({ cap: '120' }), dear).agreed).toBe(120);
    expect(reportForm(draft(), { keys: ['a'], agreed: 20 })).toEqual({
      kind: 'sheets',
      keys: ['a'],
      again: false,
      cap: 20,
    });
  });

  test('a run without a typed cap may spend the price that was shown, and no more than the setting', () => {
    const price = checkedOf().requests;
    expect(reportPriced(draft(), checkedOf()).agreed).toBe(price);
    expect(reportPriced(draft(), checkedOf({ budget: budgetOf({ today: 4_958, run: 100 }) })).agreed).toBe(100);
    expect(reportPriced(draft(), freeOf()).agreed).toBe(0);
  });

  test('creators are counted by what is known of them, and each says its price', () => {
    expect(statesText(checkedOf().creators)).toBe(
      '2 saved, 6 to buy, 1 pending, 1 no audience data, 1 not found and 1 queued',
    );
    expect(creatorsText(freeOf())).toBe('A2:A3: 2 creators, 2 saved');
    const words = checkedOf().creators.map((creator) => stateText(creator, draft()));
    expect(words.slice(0, 4)).toEqual(['saved · free', '20 requests', '20 requests', 'no audience data']);
    expect(stateText(checkedOf().creators[1]!, draft({ kind: 'profiles' }))).toBe('1 request');
  });

  test('another price, another creator or another sheet is another selection', () => {
    expect(identity({ budget: budgetOf({ today: 1, run: 1 }) })).toBe(identity({}));
    expect(identity({ requests: 140 })).not.toBe(identity({}));
    expect(identity({ sheet: 'Another' })).not.toBe(identity({}));
    expect(identity({ creators: checkedOf().creators.slice(1) })).not.toBe(identity({}));
  });
});

describe('what is kept', () => {
  test('platform and kind over a reload; a cap and “again” are for one run', () => {
    expect(parseReportDraft('{"platform":"tiktok","kind":"profiles","again":true,"cap":"9"}')).toEqual(
      draft({ platform: 'tiktok', kind: 'profiles' }),
    );
    for (const text of [null, '', '{', '{"platform":"myspace","kind":"poem"}'])
      expect(parseReportDraft(text)).toEqual(draft());
    expect(afterReport(draft({ kind: 'comparison', again: true, cap: '9' }))).toEqual(draft({ kind: 'comparison' }));
    expect(reportSelectionForm(draft({ cap: '9' }))).toEqual({ platform: 'instagram', kind: 'sheets', again: false });
  });
});

describe('a run', () => {
  test('what to do about those that are left out', () => {
    const left = ['pending', 'queued', 'no audience data'].map((why) => ({ handle: why, why, said: why }));
    expect(reportSteps({ left })).toEqual([
      '1 pending: check “Pending reports” later.',
      '1 creator queued: influData is collecting them. Check back in 24–48 hours.',
    ]);
    expect(reportSteps({ left: [] })).toEqual([]);
  });
});

describe('pending reports', () => {
  test('those that are ready can be bought, and only those', () => {
    expect(pendingPlan([pendingOf('a'), pendingOf('b')])).toEqual({ price: 0, button: '', isChecked: false });
    expect(pendingPlan([pendingOf('a', false)])).toEqual({ price: 0, button: '', isChecked: true });
    expect(pendingPlan([pendingOf('a', true), pendingOf('b', false), pendingOf('c', true)])).toEqual({
      form: { kind: 'sheets', keys: ['instagram/a', 'instagram/c'], again: false, cap: 40 },
      price: 40,
      button: 'Buy 2 reports · 40 requests',
      isChecked: true,
    });
    expect(pendingPlan([])).toMatchObject({ isChecked: false });
  });

  test('twenty at once', () => {
    const many = Array.from({ length: 23 }, (_, at) => pendingOf('c' + at, true));
    const plan = pendingPlan(many);
    expect(plan.form?.keys).toHaveLength(20);
    expect(plan.button).toBe('Buy the first 20 reports · 400 requests');
  });

  test('each says whether it is ready', () => {
    expect([undefined, true, false].map((isReady) => pendingWord(pendingOf('a', isReady)))).toEqual([
      '',
      'ready · 20 requests',
      'not yet',
    ]);
  });
});

describe('targets and fees', () => {
  test('nothing chosen asks for nothing; what is chosen reads as a line', () => {
    expect(asksNothing(NO_TARGETS)).toBe(true);
    for (const part of [{ countries: ['Peru'] }, { ages: ['65+'] }, { gender: 'm' as const }, { languages: ['qu'] }])
      expect(asksNothing({ ...NO_TARGETS, ...part })).toBe(false);
    expect(
      targetsText({ countries: ['Germany', 'Austria'], ages: ['18-24', '65+'], gender: 'w', languages: ['de'] }),
    ).toBe('Germany or Austria · 18–24 or 65+ · women · German');
  });

  test('ages and languages are those of reports', () => {
    expect(AGE_OPTIONS.map(({ value }) => value).join(' ')).toBe('13-17 18-24 25-34 35-44 45-54 55-64 65+');
    expect(LANGUAGE_OPTIONS.every(({ value }) => /^[a-z]{2}$/.test(value))).toBe(true);
  });

  test('the fee is the chosen column as long as there is one, else what looks like it', () => {
    const { columns } = reportSelectionOf();
    expect(columnOptions({ columns }).map(({ label }) => label)).toEqual([
      'A · Instagram handle',
      'B · Fee (EUR)',
      'Column C',
    ]);
    expect(feeColumnOf(undefined, { columns, feeColumn: 2 })).toBe(2);
    expect(feeColumnOf('3', { columns, feeColumn: 2 })).toBe(3);
    expect(feeColumnOf('9', { columns, feeColumn: 2 })).toBe(2);
    expect(feeColumnOf(undefined, { columns, feeColumn: null })).toBeUndefined();
    expect(feeColumnOf('', { columns, feeColumn: 7 })).toBeUndefined();
  });
});
