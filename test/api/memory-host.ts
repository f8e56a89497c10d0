import { expect } from 'vitest';
import {
  createStandin,
  DEMO_ORGANIZATION_CLIENT_ID,
  DEMO_ORGANIZATION_KEY,
  DEMO_TRIAL_CLIENT_ID,
  DEMO_TRIAL_KEY,
  type Standin,
} from '../../dev/standin/standin';
import type { AskRequest, BalanceReply, Reply } from '../../src/gate/ask-request';
import { ask, askBalance } from '../../src/gate/client';
import { readUsage } from '../../src/gate/ledger-view';
import type { Question } from '../../src/api/question';
import type { Host, HttpReply, Properties } from '../../src/core/ports';
import { CLIENT_PROPERTY, KEY_PROPERTY } from '../../src/gate/purse';
import { zip } from '../setup/zip';

const START_MS = Date.UTC(2026, 10, 23, 8);
/** An execution's time, as a formula's. */
const SEND_MS = 19_000;
const GIVE_UP_MS = 20_000;
const DEAD_MS = 32_000;

const KEYS = {
  organization: { [KEY_PROPERTY]: DEMO_ORGANIZATION_KEY, [CLIENT_PROPERTY]: DEMO_ORGANIZATION_CLIENT_ID },
  trial: { [KEY_PROPERTY]: DEMO_TRIAL_KEY, [CLIENT_PROPERTY]: DEMO_TRIAL_CLIENT_ID },
} as const;

/** The ports over plain memory and the stand-in, on a clock that only sleeping moves: no emulator, no bundle. */
export interface MemoryHost {
  host: Host;
  standin: Standin;
  properties: Map<string, string>;
  /** As another execution would: with nothing in memory but the stores. */
  ask(question: Question, more?: Partial<AskRequest>): Reply;
  /** The body of an answer; throws with the reply where there is none. */
  body(question: Question, more?: Partial<AskRequest>): unknown;
  balance(): BalanceReply;
  /** Names of the cache entries and properties that hold a text, packed or not. */
  holding(text: string): string[];
  /** What the API charged, in requests. */
  charged(): number;
  /** What the ledger says was charged, and may have been. */
  ledger(): { charged: number; unknown: number };
  expectCharged(requests: number, ledger?: { charged: number; unknown: number }): void;
}

export function memoryHost({ key = 'organization' }: { key?: keyof typeof KEYS } = {}): MemoryHost {
  let nowMs = START_MS;
  let ids = 0;
  const standin = createStandin({ now: () => nowMs, creators: 2_000 });
  const cached = new Map<string, { text: string; untilMs: number }>();
  const properties = new Map<string, string>(Object.entries(KEYS[key]));
  const host: Host = {
    clock: {
      now: () => nowMs,
      sleep: (ms) => void (nowMs += Math.ceil(ms)),
      day: (atMs, timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(atMs),
      wallTime: (atMs, timeZone) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(atMs),
    },
    transport: {
      fetchAll(requests) {
        const replies = requests.map(({ method, ...request }) =>
          standin.handle({ ...request, method: method.toUpperCase() }),
        );
        nowMs += Math.max(...replies.map(({ latencyMs }) => latencyMs));
        return replies.map((reply) => {
          if ('lost' in reply) throw new Error('Address unavailable');
          return httpReply(reply);
        });
      },
    },
    cache: {
      getMany: (keys) =>
        Object.fromEntries(
          keys.flatMap((name) => {
            const entry = cached.get(name);
            return entry && entry.untilMs > nowMs ? [[name, entry.text]] : [];
          }),
        ),
      putMany(values, ttlSeconds) {
        for (const [name, text] of Object.entries(values)) {
          if (name.length > 250) throw new Error(`Argument too large: key ${name}`);
          if (text.length > 102_400) throw new Error('Argument too large: value');
          cached.set(name, { text, untilMs: nowMs + ttlSeconds * 1_000 });
        }
      },
      removeMany: (keys) => keys.forEach((name) => cached.delete(name)),
    },
    documentProperties: propertiesOver(properties),
    userProperties: propertiesOver(new Map()),
    lock: { hold: (_waitMs, section) => ({ held: true, value: section() }) },
    dataTab: {
      exists: () => false,
      find: () => [],
      since: () => [],
      times: () => new Map(),
      filed: () => new Map(),
      add: () => undefined,
      remove: () => undefined,
    },
    zip,
    random: () => 0.5,
    uniqueId: () => `id${(ids += 1)}`,
    timeZone: () => 'Europe/Berlin',
    locale: () => 'en_US',
    personLocale: () => 'en',
    person: () => 'somebody',
  };
  const request = (): Omit<AskRequest, 'questions'> => ({
    order: 'person',
    what: 'test',
    lastSendMs: nowMs + SEND_MS,
    giveUpMs: nowMs + GIVE_UP_MS,
    expiresAtMs: nowMs + DEAD_MS,
  });
  const memory: MemoryHost = {
    host,
    standin,
    properties,
    ask(question, more) {
      const reply = ask(host, { ...request(), questions: [question], ...more }).get(question.key);
      if (!reply) throw new Error(`no reply to ${question.key}`);
      return reply;
    },
    body(question, more) {
      const reply = memory.ask(question, more);
      if (reply.kind !== 'answer' || reply.answer.state !== 'full')
        throw new Error(reply.kind === 'error' ? reply.error.message : JSON.stringify(reply));
      return reply.answer.body;
    },
    balance: () => askBalance(host, request()),
    holding: (text) =>
      [...cached, ...properties]
        .map(([name, value]) => [name, typeof value === 'string' ? value : value.text] as const)
        .filter(([name, value]) => `${name}\n${value}\n${unpacked(value)}`.includes(text))
        .map(([name]) => name),
    charged: () => standin.charges.total(),
    ledger() {
      const { charged, unknown } = readUsage(host).today;
      return { charged, unknown };
    },
    expectCharged: (requests, ledger = { charged: requests, unknown: 0 }) =>
      expect({ api: memory.charged(), ledger: memory.ledger() }).toEqual({ api: requests, ledger }),
  };
  return memory;
}

function unpacked(value: string): string {
  try {
    return zip.unpack(value);
  } catch {
    return '';
  }
}

const httpReply = ({
  status,
  headers,
  body,
}: Extract<ReturnType<Standin['handle']>, { status: number }>): HttpReply => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  text: new TextDecoder().decode(body),
});

const propertiesOver = (values: Map<string, string>): Properties => ({
  all: () => Object.fromEntries(values),
  get: (name) => values.get(name),
  setMany: (changes) => Object.entries(changes).forEach(([name, value]) => values.set(name, value)),
  remove: (name) => void values.delete(name),
});

/** The requests that reached one endpoint, without those for the balance. */
export const received = ({ standin }: MemoryHost, endpoint?: string) =>
  standin.charges.requests(endpoint).filter((each) => endpoint !== undefined || each.endpoint !== 'getClientInfo');
