import { describe, expect, test } from 'vitest';
import { leaseOf } from '../../src/gate/admit';
import { hashText } from '../../src/core/text';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../src/core/time';
import { KEY, NOON, Paper, TODAY, wordsOf } from './gate-on-paper';

const ADA = 'profile:instagram/ada';
const BOB = 'profile:instagram/bob';
const ADA_REPORT = 'audience:instagram/ada';
const spent = (charged: number, unknown = 0) => ({ charged, unknown });
type Given = Parameters<Paper['request']>;

interface Example {
  name: string;
  paper: () => Paper;
  ask: Given[0];
  how?: Given[1];
  decided: Record<string, string>;
}

const keyed = (state: object): Paper => new Paper().state({ keys: { [KEY]: { recent: [], drift: 0, ...state } } });

/** Somebody else's reservation, open. */
const reservedFor = (ask: Given[0], how?: Given[1], paper = new Paper()): Paper => {
  paper.admit(ask, how);
  return paper;
};

const SAVED: Example[] = [
  { name: 'nothing is saved: granted', paper: () => new Paper(), ask: { [ADA]: 1 }, decided: { [ADA]: 'granted' } },
  {
    name: 'saved and fresh: known',
    paper: () => new Paper().saved(ADA, 'compact', 7 * DAY_MS - SECOND_MS),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'known: compact' },
  },
  {
    name: 'saved a freshness ago: granted',
    paper: () => new Paper().saved(ADA, 'compact', 7 * DAY_MS),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'granted' },
  },
  {
    name: 'lost, paid for and only the receipt is kept: known, never bought in silence',
    paper: () => new Paper().saved(ADA, 'receipt'),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'known: receipt' },
  },
  {
    name: 'not found is an answer for a day',
    paper: () => new Paper().saved(ADA, 'notFound', DAY_MS - SECOND_MS).saved(BOB, 'notFound', DAY_MS),
    ask: { [ADA]: 1, [BOB]: 1 },
    decided: { [ADA]: 'known: notFound', [BOB]: 'granted' },
  },
  {
    name: 'again: bought although saved, and although lost',
    paper: () => new Paper().saved(ADA, 'compact').saved(BOB, 'receipt'),
    ask: { [ADA]: 1, [BOB]: 1 },
    how: { again: true },
    decided: { [ADA]: 'granted', [BOB]: 'granted' },
  },
  {
    name: 'what is saved is served whatever stands in the way of buying',
    paper: () => new Paper().set({ paused: true, maxRequestsPerDay: 0 }).saved(ADA, 'compact'),
    ask: { [ADA]: 1, [BOB]: 1 },
    decided: { [ADA]: 'known: compact', [BOB]: 'spendingPaused' },
  },
  {
    name: 'saved under the handle, asked for by the id that its answer told: known',
    paper: () => new Paper().saved(ADA, 'receipt', 0, { names: [hashText('id:507f1f77bcf86cd799439011')] }),
    ask: { 'profile:id:507f1f77bcf86cd799439011': 1 },
    decided: { 'profile:id:507f1f77bcf86cd799439011': 'known: receipt' },
  },
];

const IN_FLIGHT: Example[] = [
  {
    name: 'somebody else is fetching it',
    paper: () => reservedFor({ [ADA]: 1 }),
    ask: { [ADA]: 1, [BOB]: 1 },
    decided: { [ADA]: 'inFlight', [BOB]: 'granted' },
  },
  {
    name: 'and also who asks again waits for that',
    paper: () => reservedFor({ [ADA]: 1 }),
    ask: { [ADA]: 1 },
    how: { again: true },
    decided: { [ADA]: 'inFlight' },
  },
  {
    name: 'a report under way brings the profile',
    paper: () => reservedFor({ [ADA_REPORT]: 20 }),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'inFlight' },
  },
  {
    name: 'a profile under way does not bring the report',
    paper: () => reservedFor({ [ADA]: 1 }),
    ask: { [ADA_REPORT]: 20 },
    decided: { [ADA_REPORT]: 'granted' },
  },
  {
    name: 'of a report and its profile in one request the report is bought, whichever stands first',
    paper: () => new Paper(),
    ask: { [ADA]: 1, [ADA_REPORT]: 20 },
    decided: { [ADA]: 'inFlight', [ADA_REPORT]: 'granted' },
  },
  {
    name: 'whoever died over it holds it no longer',
    paper: () => {
      const paper = reservedFor({ [ADA]: 1 });
      paper.nowMs += 370_000;
      return paper;
    },
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'granted' },
  },
];

const RUN = { run: { id: 'a', cap: 10 } };

const CAPS: Example[] = [
  {
    name: 'the day: exactly the cap is granted',
    paper: () => new Paper().set({ maxRequestsPerDay: 20 }),
    ask: { [ADA_REPORT]: 20 },
    decided: { [ADA_REPORT]: 'granted' },
  },
  {
    name: 'the day: one more is refused',
    paper: () => new Paper().set({ maxRequestsPerDay: 20 }),
    ask: { [ADA_REPORT]: 20, [BOB]: 1 },
    decided: { [ADA_REPORT]: 'granted', [BOB]: 'dayCap' },
  },
  {
    name: 'the day: charged and unknown count alike, of formulas, runs and others',
    paper: () =>
      new Paper()
        .set({ maxRequestsPerDay: 10 })
        .state({ days: { [TODAY]: { formula: spent(3), run: spent(0, 3), other: spent(2, 2) } } }),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'dayCap' },
  },
  {
    name: "the day: yesterday's is not today's",
    paper: () => new Paper().set({ maxRequestsPerDay: 10 }).state({ days: { '2026-11-22': { other: spent(10) } } }),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'granted' },
  },
  {
    name: 'the day: what others have reserved counts at its worst',
    paper: () => reservedFor({ [ADA_REPORT]: 20 }, {}, new Paper().set({ maxRequestsPerDay: 20 })),
    ask: { [BOB]: 1 },
    decided: { [BOB]: 'dayCap' },
  },
  {
    name: 'the day: what was reserved before midnight belongs to yesterday',
    paper: () => {
      const paper = new Paper().set({ maxRequestsPerDay: 20 });
      paper.nowMs = Date.UTC(2026, 10, 22, 23, 59, 59);
      paper.admit({ [ADA_REPORT]: 20 });
      paper.nowMs += 2_000;
      return paper;
    },
    ask: { [BOB]: 1 },
    decided: { [BOB]: 'granted' },
  },
  {
    name: 'formulas: their own cap, to which runs do not count',
    paper: () =>
      new Paper()
        .set({ maxFormulaRequestsPerDay: 5 })
        .state({ days: { [TODAY]: { formula: spent(4), run: spent(90) } } }),
    ask: { [ADA]: 1, [BOB]: 1 },
    how: { formula: true },
    decided: { [ADA]: 'granted', [BOB]: 'formulaCap' },
  },
  {
    name: 'formulas: their cap is no business of a click',
    paper: () => new Paper().set({ maxFormulaRequestsPerDay: 5 }).state({ days: { [TODAY]: { formula: spent(5) } } }),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'granted' },
  },
  {
    name: 'a run: what it has spent in all, on whatever day, and has reserved',
    paper: () => reservedFor({ [BOB]: 1 }, RUN, new Paper().state({ runs: { a: 8, b: 500 } })),
    ask: { [ADA]: 1, 'profile:instagram/cleo': 1 },
    how: RUN,
    decided: { [ADA]: 'granted', 'profile:instagram/cleo': 'runCap' },
  },
  {
    name: 'the balance: used up',
    paper: () => new Paper().balance(1),
    ask: { [ADA]: 1, [BOB]: 1 },
    decided: { [ADA]: 'granted', [BOB]: 'balanceUsed' },
  },
  {
    name: 'the balance to keep',
    paper: () => new Paper().set({ keepBalance: 100 }).balance(101),
    ask: { [ADA]: 1, [BOB]: 1 },
    decided: { [ADA]: 'granted', [BOB]: 'keptBalance' },
  },
  {
    name: 'the balance less what others have reserved since',
    paper: () => reservedFor({ [ADA_REPORT]: 20 }, {}, new Paper().balance(20)),
    ask: { [BOB]: 1 },
    decided: { [BOB]: 'balanceUsed' },
  },
  {
    name: "another key's balance and reservations are none of this one's",
    paper: () => new Paper().balance(0, MINUTE_MS, 'another key'),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'granted' },
  },
  {
    name: 'a reading of ten minutes ago: look again before saying no',
    paper: () => new Paper().balance(0, 10 * MINUTE_MS + 1),
    ask: { [ADA]: 1 },
    how: { readBalance: 'ifDue' },
    decided: { [ADA]: 'awaitsBalance' },
  },
  {
    name: 'to be kept and never read, without a client id: refused',
    paper: () => new Paper().set({ keepBalance: 1 }),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'balanceUnknown' },
  },
  {
    name: 'to be kept and being read by another: waits for that',
    paper: () => reservedFor({ [BOB]: 1 }, { readBalance: 'now' }, new Paper().set({ keepBalance: 1 })),
    ask: { [ADA]: 1 },
    how: { readBalance: 'ifDue' },
    decided: { [ADA]: 'awaitsBalance' },
  },
  {
    name: 'to be kept, and the first reading has just failed: later',
    paper: () => {
      const paper = keyed({ triedMs: NOON - 29_000 });
      return paper.set({ keepBalance: 1 });
    },
    ask: { [ADA]: 1 },
    how: { readBalance: 'ifDue' },
    decided: { [ADA]: 'later' },
  },
  {
    name: 'paused: nothing is bought, what is free is asked',
    paper: () => new Paper().set({ paused: true }),
    ask: { [ADA]: 1, 'status:instagram/ada': 0 },
    decided: { [ADA]: 'spendingPaused', 'status:instagram/ada': 'granted' },
  },
  {
    name: 'no cap is in the way of what is free',
    paper: () => new Paper().set({ maxRequestsPerDay: 0, keepBalance: 10 }).balance(0),
    ask: { 'status:instagram/ada': 0 },
    how: RUN,
    decided: { 'status:instagram/ada': 'granted' },
  },
];

const stopped = (code: string, untilMs = NOON + 1): Paper => keyed({ stop: { untilMs, code, message: 'No.' } });
const FREE = 'status:instagram/ada';

const STOPS: Example[] = [
  {
    name: 'a refused key: nothing is sent, not even what is free',
    paper: () => stopped('badKey'),
    ask: { [ADA]: 1, [FREE]: 0 },
    decided: { [ADA]: 'stopped', [FREE]: 'stopped' },
  },
  {
    name: 'a used-up volume: what is free goes on',
    paper: () => stopped('volumeUsed'),
    ask: { [ADA]: 1, [FREE]: 0 },
    decided: { [ADA]: 'stopped', [FREE]: 'granted' },
  },
  {
    name: 'until then and no longer',
    paper: () => stopped('badKey', NOON),
    ask: { [ADA]: 1 },
    decided: { [ADA]: 'granted' },
  },
  {
    name: 'another key goes on',
    paper: () => stopped('badKey'),
    ask: { [ADA]: 1 },
    how: { fingerprint: 'another key' },
    decided: { [ADA]: 'granted' },
  },
];

const profiles = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`profile:instagram/c${at}`, 1]));

describe.each([
  ['saved, lost, again', SAVED],
  ['in flight', IN_FLIGHT],
  ['caps', CAPS],
  ['a key that is stopped', STOPS],
])('%s', (_, examples) => {
  test.each(examples)('$name', ({ paper, ask, how, decided }) => {
    expect(paper().decided(ask, how)).toEqual(decided);
  });
});

describe('turns', () => {
  const trial = { keyKind: 'trial' as const };

  test('two a second on a trial key: who has no turn before the deadline comes later, and reserves nothing', () => {
    const paper = new Paper();
    const admission = paper.admit(profiles(5), { ...trial, lastSendMs: NOON + 1_100 });
    expect(Object.values(wordsOf(admission))).toEqual(['granted', 'granted', 'granted', 'granted', 'later']);
    expect([...admission.decisions.values()].flatMap((each) => (each.kind === 'granted' ? each.sendAtMs : []))).toEqual(
      [NOON, NOON, NOON + 1_100, NOON + 1_100],
    );
    expect(admission.reservation).toMatchObject({
      requests: 4,
      leases: [0, 1, 2, 3].map((at) => leaseOf(`profile:instagram/c${at}`)),
    });
  });

  test('what another has planned takes its turns', () => {
    const paper = reservedFor(profiles(2), trial);
    const { decisions } = paper.admit({ [ADA]: 1 }, trial);
    expect(decisions.get(ADA)).toEqual({ kind: 'granted', sendAtMs: NOON + 1_100 });
  });

  test('not before the backoff is over; each alone where a wave has failed', () => {
    const { decisions } = new Paper().admit({ [ADA]: 1, [BOB]: 1 }, { notBeforeMs: NOON + 700, singly: true });
    // Half a second for a reply that was never measured, and a quarter to keep it.
    expect([...decisions.values()]).toEqual([
      { kind: 'granted', sendAtMs: NOON + 700 },
      { kind: 'granted', sendAtMs: NOON + 1_450 },
    ]);
  });

  test('a balance that is due is read first, in a wave of its own', () => {
    const admission = new Paper().admit({ [ADA]: 1 }, { readBalance: 'ifDue' });
    expect(admission.readBalanceAtMs).toBe(NOON);
    expect(admission.decisions.get(ADA)).toEqual({ kind: 'granted', sendAtMs: NOON + 590 });
    expect(admission.reservation).toMatchObject({ requests: 1, readsBalance: true });
  });

  test('64 have reserved: the next comes later', () => {
    const paper = new Paper();
    for (let at = 0; at < 64; at++) paper.admit({ [`profile:instagram/c${at}`]: 1 });
    expect(paper.decided({ [ADA]: 1 })).toEqual({ [ADA]: 'later' });
  });
});

describe('what is written', () => {
  test('a grant: the reservation at its worst case, and room for the receipts of what is paid', () => {
    const {
      reservation,
      values = {},
      slot,
    } = new Paper().admit({ [ADA_REPORT]: 20, [FREE]: 0 }, { run: { id: 'a', cap: 20 } });
    expect(reservation).toMatchObject({ state: 'reserved', requests: 20, run: 'a', atMs: NOON });
    expect(JSON.parse(values[`slot/${slot}`] ?? '')).toEqual(reservation);
    expect(values[`done/${slot}.0`]?.length).toBe(900 + ADA_REPORT.length + 60);
  });

  test('nothing granted and nothing counted: nothing', () => {
    expect(new Paper().set({ paused: true }).admit({ [ADA]: 1 }).values).toBeUndefined();
  });

  test('nothing granted, and somebody has died: that is counted', () => {
    const paper = reservedFor({ [ADA]: 1 });
    paper.set({ paused: true }).nowMs += 370_000;
    const { values, reservation } = paper.admit({ [ADA]: 1 });
    expect(reservation).toBeUndefined();
    expect(paper.book().folded.state.days[TODAY]?.other).toEqual(spent(0, 1));
    expect(values).toBeDefined();
  });
});
