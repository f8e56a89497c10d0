import * as fc from 'fast-check';
import { readBook, type Book } from '../../src/gate/book';
import { settle, settleUnsent } from '../../src/gate/settle';
import type { Outcome } from '../../src/api/reply';
import type { Host } from '../../src/core/ports';
import { admit, leftFor, type Admission } from '../../src/gate/admit';
import { durableValues, stateValues } from '../../src/gate/fold';
import { keyStateOf, spentBy, type Source } from '../../src/gate/gate-state';
import { DEFAULT_SETTINGS } from '../../src/gate/settings';
import { worstOf } from '../../src/gate/spend';
import { Killed, Store, World, type Fate, type Reply } from './ledger-model';

/** Random schedules of executions over `admit`, `settle` and `fold`, one step of one execution at a time. */

export interface Caps {
  day: number;
  formulas: number;
  run: number;
  /** Of the thousand that a key has. */
  keep: number;
}

/** Now the one is reached, now the other. */
export const limits = fc.constantFrom<Caps>(
  { day: 60, formulas: 25, run: 20, keep: 0 },
  { day: 60, formulas: 25, run: 40, keep: 960 },
  { day: 1_000, formulas: 1_000, run: 1_000, keep: 970 },
  { day: 1_000, formulas: 1_000, run: 1_000, keep: 930 },
);
const SOURCES = ['formula', 'run', 'other'] as const;

const fate = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fate>('done') },
  { weight: 1, arbitrary: fc.constantFrom<Fate>('refused', 'doneAndThrows', 'half', 'killedBefore', 'killedAfter') },
);
const reply = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Reply>('charged') },
  { weight: 1, arbitrary: fc.constantFrom<Reply>('refused', 'lostBefore', 'lostAfter', 'late', 'notSent') },
);

export const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      key: fc.constantFrom('one', 'two'),
      source: fc.constantFrom(...SOURCES),
      run: fc.constantFrom('a', 'b'),
      prices: fc.array(fc.constantFrom(1, 1, 1, 5, 20), { minLength: 0, maxLength: 8 }),
      reads: fc.constantFrom('ifDue' as const, 'ifDue' as const, 'now' as const, 'never' as const),
      lifeMs: fc.constantFrom(32_000, 370_000),
      skewMs: fc.integer({ min: -1_000, max: 1_000 }),
      fate,
    }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      which: fc.nat(7),
      replies: fc.array(reply, { minLength: 1, maxLength: 4 }),
      delayMs: fc.nat(3_000),
      isLeftTakenFirst: fc.boolean(),
      fate,
      retry: fate,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('advance' as const),
      ms: fc.oneof(
        fc.nat(5_000),
        fc.nat(5_000),
        fc.nat(60_000),
        fc.constantFrom(33_000, 130_000, 430_000, 700_000, 7_200_000),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fold' as const), fate }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      key: fc.constantFrom('one', 'two'),
      requests: fc.constantFrom(-30, 5, 40),
    }),
  },
);
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

interface Execution {
  admission: Admission;
  host: Host;
  fates: Fate[];
  source: Source;
  run: string;
  key: string;
  day: string;
  prices: Map<string, number>;
  expiresAtMs: number;
  phase: 'reading' | 'read' | 'send' | 'reply' | 'settle';
  balance?: { atMs: number; endMs: number; left: number };
  outcomes: Map<string, Outcome>;
  /** Charges that the API still owes for calls it has. */
  owed: (() => void)[];
}

export interface Tally {
  [what: string]: number;
}

export class Schedule {
  readonly world = new World();
  readonly store = new Store();
  private executions: Execution[] = [];
  private ids = 0;
  /** Keys whose balance somebody else spent: what is kept of it and drift are no promise of ours then. */
  private readonly foreign = new Set<string>();
  isFaultless = true;

  constructor(
    private readonly caps: Caps,
    private readonly tally: Tally = {},
  ) {}

  play(commands: readonly Command[]): void {
    for (const each of commands) {
      this.count(each.kind);
      if (each.kind === 'start') this.start(each);
      else if (each.kind === 'turn') this.turn(each);
      else if (each.kind === 'advance') this.world.advance(each.ms, () => this.check());
      else if (each.kind === 'fold') this.fold(each.fate);
      else {
        if (each.requests < 0) this.foreign.add(each.key);
        this.world.change(each.key, each.requests);
      }
      this.check();
    }
    this.end();
  }

  private count(what: string): void {
    this.tally[what] = (this.tally[what] ?? 0) + 1;
  }

  private meet(one: Fate | Reply): void {
    this.count(one);
    if (!['done', 'charged', 'refused', 'notSent'].includes(one)) this.isFaultless = false;
  }

  private hostOf(skewMs: number, fates: Fate[]): Host {
    const nowMs = (): number => this.world.nowMs + skewMs;
    const host = {
      clock: {
        now: nowMs,
        sleep: () => undefined,
        day: dayOf,
      },
      documentProperties: {
        all: () => ({ ...this.store.values }),
        setMany: (values: Record<string, string>) => {
          const one = fates.shift() ?? 'done';
          this.meet(one);
          if (one === 'refused') this.isFaultless = false;
          this.store.write(values, one);
        },
      },
      zip: { pack: (text: string) => text, unpack: (text: string) => text },
      timeZone: () => 'Etc/UTC',
    };
    return host as unknown as Host;
  }

  private bookOf(host: Host): Book {
    const book = readBook(host, host.documentProperties.all(), 'Etc/UTC');
    const settings = {
      ...DEFAULT_SETTINGS,
      maxRequestsPerDay: this.caps.day,
      maxFormulaRequestsPerDay: this.caps.formulas,
      keepBalance: this.caps.keep,
    };
    return { ...book, settings, context: { ...book.context, settings } };
  }

  private start(given: Extract<Command, { kind: 'start' }>): void {
    if (this.executions.length >= 8) return;
    const fates = [given.fate];
    const host = this.hostOf(given.skewMs, fates);
    const book = this.bookOf(host);
    const { nowMs } = book.context;
    const id = `e${(this.ids += 1)}`;
    const prices = new Map(given.prices.map((price, at) => [`content:${id}/${at}`, price]));
    const admission = admit(
      book.folded,
      {
        wanted: [...prices].map(([key, requests]) => ({ key, requests })),
        fingerprint: given.key,
        keyEnd: '0001',
        keyKind: 'organization',
        who: 'somebody',
        what: given.source,
        formula: given.source === 'formula',
        notBeforeMs: nowMs,
        lastSendMs: nowMs + 19_000,
        expiresAtMs: nowMs + given.lifeMs,
        readBalance: given.reads,
        ...(given.source === 'run' ? { run: { id: given.run, cap: this.caps.run } } : {}),
        id,
      },
      book.context,
    );
    if (!admission.values) return;
    try {
      host.documentProperties.setMany({ ...durableValues(book.folded, book.context), ...admission.values });
    } catch (error) {
      if (!(error instanceof Killed)) settleUnsent(host, admission);
      return;
    }
    const { reservation, readBalanceAtMs } = admission;
    if (!reservation) return;
    this.count(`${given.source} granted`);
    const granted = [...prices].filter(([key]) => admission.decisions.get(key)?.kind === 'granted');
    this.executions.push({
      admission,
      host,
      fates,
      source: given.source,
      run: given.run,
      key: given.key,
      day: book.context.day(nowMs),
      prices: new Map(granted),
      expiresAtMs: this.world.nowMs + given.lifeMs - 1_000,
      phase: readBalanceAtMs === undefined ? 'send' : 'reading',
      outcomes: new Map(),
      owed: [],
    });
  }

  private turn(given: Extract<Command, { kind: 'turn' }>): void {
    const execution = this.executions[given.which % Math.max(1, this.executions.length)];
    if (!execution) return;
    const { host, key } = execution;
    const isDead = this.world.nowMs >= execution.expiresAtMs;
    if (isDead) this.isFaultless = false;
    // A little after its end the platform's word may not hold: it may still settle, but it sends nothing.
    if (isDead && (execution.phase !== 'settle' || given.delayMs > 500)) return this.drop(execution);
    if (isDead) this.count('late owner');
    switch (execution.phase) {
      case 'reading':
        execution.balance = { atMs: host.clock.now(), endMs: 0, left: this.world.balance(key) };
        execution.phase = 'read';
        return;
      case 'read': {
        const balance = { ...(execution.balance as { atMs: number; left: number }), endMs: host.clock.now() };
        if (!given.isLeftTakenFirst) balance.left = this.world.balance(key);
        execution.balance = balance;
        this.count('reading');
        let left = leftFor(execution.admission, key, balance.left, balance.atMs) - this.caps.keep;
        for (const [name, price] of execution.prices)
          if (price <= left) left -= price;
          else execution.prices.delete(name);
        execution.phase = 'send';
        return;
      }
      case 'send':
        [...execution.prices].forEach(([name, price], at) =>
          this.send(execution, name, price, given.replies[at % given.replies.length] ?? 'charged', given.delayMs),
        );
        execution.phase = 'reply';
        // Killed with the calls under way.
        if (given.fate.startsWith('killed')) {
          this.meet(given.fate);
          this.drop(execution);
        }
        return;
      case 'reply':
        for (const charge of execution.owed) charge();
        execution.phase = 'settle';
        return;
      case 'settle':
        execution.fates.push(given.fate, given.retry);
        this.drop(execution);
        try {
          const { outcomes, balance } = execution;
          settle(host, execution.admission, new Map(), {
            outcomes,
            freeTurns: [],
            ...(balance ? { balance: { ...balance, outcome: { answers: [], charged: 0, unknown: 0 } } } : {}),
          });
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
    }
  }

  private drop(execution: Execution): void {
    this.executions = this.executions.filter((each) => each !== execution);
    if (execution.phase !== 'settle') this.isFaultless = false;
  }

  private send(execution: Execution, name: string, price: number, what: Reply, delayMs: number): void {
    const { key, day, source, run } = execution;
    this.meet(what);
    if (what === 'notSent') return;
    let isOpen = true;
    const charge = (): void => {
      if (isOpen) this.world.charge({ key, day, source, ...(source === 'run' ? { run } : {}) }, price);
      isOpen = false;
    };
    if (what === 'charged' || what === 'lostAfter') {
      execution.owed.push(charge);
      this.world.later(this.world.nowMs + delayMs, charge);
    } else if (what === 'late') this.world.later(this.world.nowMs + delayMs * 130, charge);
    const isLost = what === 'lostBefore' || what === 'lostAfter' || what === 'late';
    execution.outcomes.set(name, {
      answers: [],
      charged: what === 'charged' ? price : 0,
      unknown: isLost ? price : 0,
    });
  }

  private fold(one: Fate): void {
    const host = this.hostOf(0, [one]);
    const book = this.bookOf(host);
    try {
      host.documentProperties.setMany({ ...book.folded.values, ...stateValues(book.folded, book.context.nowMs) });
    } catch {
      // The next one goes on.
    }
  }

  /** The invariants, at this instant. */
  private check(): void {
    const { folded } = this.bookOf(this.hostOf(0, []));
    const { state } = folded;
    const open = [...folded.open.values()];
    const worst = (matches: (slot: (typeof open)[number]) => boolean): number =>
      open.filter(matches).reduce((sum, { requests }) => sum + requests, 0);
    for (const day of new Set([...Object.keys(state.days), ...this.world.charges.map((each) => each.day)])) {
      for (const source of SOURCES) {
        const real = this.world.charged((each) => each.day === day && each.source === source);
        const known = spentBy(state, day, source);
        const most = worstOf(known) + worst((slot) => dayOf(slot.atMs) === day && slot.what === source);
        this.demand(known.charged <= real, `${source} on ${day}: ${known.charged} counted, ${real} charged`);
        this.demand(real <= most, `${source} on ${day}: ${real} charged, at most ${most} counted`);
      }
      const formulas = this.world.charged((each) => each.day === day && each.source === 'formula');
      this.demand(formulas <= this.caps.formulas, `formulas bought ${formulas} on ${day}`);
      const all = this.world.charged((each) => each.day === day);
      this.demand(all <= this.caps.day, `${all} bought on ${day}`);
    }
    for (const run of ['a', 'b']) {
      const real = this.world.charged((each) => each.run === run);
      this.demand(real <= this.caps.run, `run ${run} bought ${real}`);
      const most = (state.runs[run] ?? 0) + worst((slot) => slot.run === run);
      this.demand(real <= most, `run ${run}: ${real} charged, ${most} counted`);
    }
    for (const key of ['one', 'two']) {
      if (this.foreign.has(key)) continue;
      this.demand(
        this.world.balance(key) >= this.caps.keep || this.world.charged((each) => each.key === key) === 0,
        `${key}: ${this.world.balance(key)} left`,
      );
      this.demand(keyStateOf(state, key).drift === 0, `${key}: drift ${keyStateOf(state, key).drift}`);
    }
  }

  /** When everything is over: without a fault, the ledger is what the API charged. */
  private end(): void {
    while (this.executions.length > 0 && this.isFaultless)
      this.turn({
        kind: 'turn',
        which: 0,
        replies: ['charged'],
        delayMs: 0,
        isLeftTakenFirst: true,
        fate: 'done',
        retry: 'done',
      });
    this.world.advance(2_000_000, () => this.check());
    const { folded } = this.bookOf(this.hostOf(0, []));
    const days = Object.keys(folded.state.days);
    const sum = (of: 'charged' | 'unknown'): number =>
      days.reduce(
        (all, day) => all + SOURCES.reduce((part, source) => part + spentBy(folded.state, day, source)[of], 0),
        0,
      );
    const real = this.world.charged(() => true);
    if (real > 0) this.count(this.isFaultless ? 'charged without a fault' : 'charged under faults');
    if (!this.isFaultless) return;
    this.demand(sum('unknown') === 0, `${sum('unknown')} unknown without a fault`);
    this.demand(sum('charged') === real, `${sum('charged')} counted, ${real} charged`);
  }

  private demand(holds: boolean, otherwise: string): void {
    if (!holds) throw new Error(otherwise);
  }
}
