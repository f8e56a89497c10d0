import { admit, type Admission, type AdmitRequest } from '../../src/gate/admit';
import { readBook, type Book } from '../../src/gate/book';
import { writeDurable } from '../../src/gate/durable-answers';
import type { DurableRecord } from '../../src/gate/durable-record';
import { durableValues, looseValue } from '../../src/gate/fold';
import { EMPTY_STATE, STATE_PROPERTY, writeGateState, type GateState } from '../../src/gate/gate-state';
import { settle, type RoundToll } from '../../src/gate/settle';
import { DEFAULT_SETTINGS, SETTINGS_PROPERTY, type Settings } from '../../src/gate/settings';
import type { AnswerState } from '../../src/api/answer';
import type { Question } from '../../src/api/question';
import type { Outcome } from '../../src/api/reply';
import { MINUTE_MS } from '../../src/core/time';
import { StoreFull, type Host, type Zip } from '../../src/core/ports';

export const NOON = Date.UTC(2026, 10, 23, 12);
export const TODAY = '2026-11-23';
export const KEY = 'key one';

const zip: Zip = { pack: (text) => text, unpack: (text) => text };

/** The gate's pure parts over a store in memory, for examples that can be worked by hand. */
export class Paper {
  nowMs = NOON;
  values: Record<string, string> = {};
  /** What becomes of the next writes; after these they succeed. */
  fates: ('refused' | 'full' | 'allButState' | 'onlyState')[] = [];
  writes = 0;
  /** What was asked of the API, in order: each answered with a profile. */
  readonly asked: string[] = [];
  private ids = 0;

  readonly host = {
    clock: {
      now: () => this.nowMs,
      sleep: (ms: number) => void (this.nowMs += ms),
      day: (atMs: number) => new Date(atMs).toISOString().slice(0, 10),
    },
    documentProperties: { all: () => ({ ...this.values }), setMany: (values: object) => this.write(values) },
    lock: { hold: <T>(_: number, section: () => T) => ({ held: true, value: section() }) },
    cache: { getMany: () => ({}), putMany: () => undefined, removeMany: () => undefined },
    userProperties: { all: () => ({}) },
    dataTab: { exists: () => false },
    transport: {
      fetchAll: (requests: readonly { url: string }[]) =>
        requests.map(({ url }) => {
          const username = new URL(url).searchParams.get('username') ?? '';
          this.asked.push(username);
          return { status: 200, headers: {}, text: JSON.stringify({ username }) };
        }),
    },
    random: () => 0,
    uniqueId: () => `r${(this.ids += 1)}`,
    zip,
    timeZone: () => 'Etc/UTC',
  } as unknown as Host;

  private write(values: object): void {
    const fate = this.fates.shift();
    this.writes += 1;
    if (fate === 'full') throw new StoreFull();
    if (fate === 'refused') throw new Error('Service invoked too many times');
    const entries = Object.entries(values) as [string, string][];
    // The state is written last, but nobody promises that a write breaks off in order.
    const written = fate === 'allButState' ? entries.slice(0, -1) : fate === 'onlyState' ? entries.slice(-1) : entries;
    for (const [name, value] of written)
      if (value === '') delete this.values[name];
      else this.values[name] = value;
    if (fate) throw new Error('Service error');
  }

  set(settings: Partial<Settings>): this {
    this.values[SETTINGS_PROPERTY] = JSON.stringify({ ...DEFAULT_SETTINGS, ...settings });
    return this;
  }

  /** What the state says besides nothing. */
  state(state: Partial<GateState>): this {
    this.values[STATE_PROPERTY] = writeGateState({ ...EMPTY_STATE, ...state });
    return this;
  }

  /** The balance as the API told it a minute ago. */
  balance(left: number, agoMs = MINUTE_MS, fingerprint = KEY): this {
    const reading = { left, startMs: this.nowMs - agoMs, spent: 0 };
    return this.state({ keys: { [fingerprint]: { recent: [], drift: 0, reading } } });
  }

  saved(key: string, state: AnswerState, agoMs = 0, more: Partial<DurableRecord> = {}): this {
    const kept = state === 'full' || state === 'compact' ? { kept: [{ of: key }] } : {};
    const record = { key, state, atMs: this.nowMs - agoMs, requests: 1, ...kept, ...more };
    Object.assign(
      this.values,
      writeDurable(this.values, zip, [record], () => false),
    );
    return this;
  }

  book(): Book {
    return readBook(this.host, { ...this.values }, 'Etc/UTC');
  }

  request(prices: Record<string, number>, more: Partial<AdmitRequest> & { again?: boolean } = {}): AdmitRequest {
    const { again, ...rest } = more;
    return {
      wanted: Object.entries(prices).map(([key, requests]) => ({ key, requests, ...(again ? { again } : {}) })),
      fingerprint: KEY,
      keyEnd: '1234',
      keyKind: 'organization',
      who: 'someone',
      what: 'run',
      formula: false,
      notBeforeMs: this.nowMs,
      lastSendMs: this.nowMs + 20_000,
      expiresAtMs: this.nowMs + 370_000,
      readBalance: 'never',
      id: `r${(this.ids += 1)}`,
      ...rest,
    };
  }

  /** Decides, and writes what is to be written. */
  admit(...given: Parameters<Paper['request']>): Admission {
    const { folded, context } = this.book();
    const admission = admit(folded, this.request(...given), context);
    if (admission.values)
      this.write({ ...durableValues(folded, context), ...looseValue(folded.loose), ...admission.values });
    return admission;
  }

  /** By key: `granted`, or the code of a limit, or what else was decided. */
  decided(...given: Parameters<Paper['request']>): Record<string, string> {
    return wordsOf(this.admit(...given));
  }

  settle(admission: Admission, outcomes: Record<string, Partial<Outcome>>, toll: Partial<RoundToll> = {}): void {
    const whole = Object.entries(outcomes).map(([key, outcome]): [string, Outcome] => [
      key,
      { answers: [], charged: 0, unknown: 0, ...outcome },
    ]);
    const questions = whole.map(([key]) => [key, { key, call: { endpoint: 'getUserData' } } as Question] as const);
    settle(this.host, admission, new Map(questions), { outcomes: new Map(whole), freeTurns: [], ...toll });
  }
}

export const wordsOf = ({ decisions }: Admission): Record<string, string> =>
  Object.fromEntries(
    [...decisions].map(([key, decision]) => [
      key,
      decision.kind === 'refused'
        ? decision.limit.code
        : decision.kind === 'known'
          ? `known: ${decision.record.state}`
          : decision.kind,
    ]),
  );
