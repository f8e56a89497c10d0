import { createStandin, DEMO_ORGANIZATION_KEY, type Standin, type StandinOptions } from '../../dev/standin/standin';

/** 23 November 2026, 08:00 UTC: where every test's clock begins. */
export const START_MS = Date.UTC(2026, 10, 23, 8);
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export interface Heard {
  status: number;
  json: any;
  text: string;
  headers: Record<string, string>;
}

export interface Asking {
  method?: string;
  body?: unknown;
  /** null sends no Authorization. */
  key?: string | null;
  headers?: Record<string, string>;
}

export type Ask = (path: string, asking?: Asking) => Promise<Heard>;

export interface Desk {
  standin: Standin;
  /** Asks; the clock moves on by a minute before each, so that the burst windows are out of the way. */
  ask: Ask;
  /** The answer at this instant, without moving the clock. */
  askNow: Ask;
  clock: { nowMs: number };
  /** What a piece of work was charged. */
  chargedBy(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

const ORIGIN = 'https://app.infludata.com';
const BASE = '/api/externalAPI/';

/** A stand-in on a clock of the test's own, asked in-process or over HTTP. */
export async function openDesk(
  over: 'in-process' | 'http' = 'in-process',
  options: StandinOptions = {},
): Promise<Desk> {
  const clock = { nowMs: START_MS };
  const standin = createStandin({ now: () => clock.nowMs, latencyMs: 0, ...options });
  // Most tests read the plainest shape; a database of all shapes is a test of its own.
  standin.shape = 'flat';
  const loopback = over === 'http' ? await standin.listen() : undefined;

  const askNow: Ask = async (path, asking = {}) => {
    const headers: Record<string, string> = { ...asking.headers };
    if (asking.key !== null) headers.Authorization = `Bearer ${asking.key ?? DEMO_ORGANIZATION_KEY}`;
    const method = asking.method ?? (asking.body === undefined ? 'GET' : 'POST');
    const body =
      asking.body === undefined
        ? {}
        : { body: typeof asking.body === 'string' ? asking.body : JSON.stringify(asking.body) };
    if (loopback) {
      const response = await fetch(loopback.url + BASE + path, { method, headers, ...body });
      return heard(response.status, await response.text(), Object.fromEntries(response.headers));
    }
    const reply = standin.handle({ method, url: ORIGIN + BASE + path, headers, ...body });
    if ('lost' in reply) throw new TypeError(`lost ${reply.lost}`);
    return heard(reply.status, new TextDecoder().decode(reply.body), reply.headers as Record<string, string>);
  };

  return {
    standin,
    clock,
    askNow,
    ask: (path, asking) => {
      clock.nowMs += 60_000;
      return askNow(path, asking);
    },
    async chargedBy(work) {
      const before = standin.charges.total();
      await work();
      return standin.charges.total() - before;
    },
    close: async () => loopback?.close(),
  };
}

function heard(status: number, text: string, headers: Record<string, string>): Heard {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status, json, text, headers };
}
