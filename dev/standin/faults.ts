import type { ShapeManner } from './profile-shape';

/** What a fault is matched against. */
export interface FaultContext {
  endpoint: string;
  method: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
  key: string | undefined;
  atMs: number;
}

/**
 * Something that goes wrong on purpose. All of `endpoint`, `creator`, `key`, `when` that are given must match; of the
 * requests that match, `nth` picks some and `times` bounds how many are hit. Several faults on one request add up, the
 * later one winning where they say different things.
 */
export interface Fault {
  endpoint?: string;
  /** A handle, userId or _id in the query or the body. */
  creator?: string;
  key?: string;
  when?: (context: FaultContext) => boolean;
  /** Which of the matching requests, counted from 1. */
  nth?: number | readonly number[];
  times?: number;

  /** Answers this instead of working on the request; so nothing is charged. */
  status?: number;
  /** With status 429: the field of an exhausted monthly volume. */
  resetDate?: string;
  retryAfterSeconds?: number;
  /** The sentence of the error. */
  message?: string;
  /** `earlier`: {"error": {code, message, details}}. Without a status the request is worked on and charged, and its answer spoilt. */
  body?: 'earlier' | 'empty' | 'html' | 'truncated' | { text: string };
  headers?: Record<string, string>;
  /** In place of the stand-in's own. */
  latencyMs?: number;
  /** The connection breaks before the request was worked on, or after, with the charge made. */
  lost?: 'before-charge' | 'after-charge';
  /** Shape of getUserData's answer. */
  shape?: ShapeManner;
}

export interface FaultHandle {
  /** Requests hit so far. */
  hits(): number;
  remove(): void;
}

export type Faults = ReturnType<typeof createFaults>;

export function createFaults() {
  let active: { fault: Fault; matched: number; hits: number }[] = [];
  return {
    add(fault: Fault): FaultHandle {
      const entry = { fault, matched: 0, hits: 0 };
      active.push(entry);
      return { hits: () => entry.hits, remove: () => void (active = active.filter((each) => each !== entry)) };
    },
    clear: (): void => void (active = []),
    /** Counts the request with every fault that matches and gives what shall happen to it. */
    strike(context: FaultContext): Fault {
      const struck: Fault[] = [];
      for (const entry of active) {
        if (!matches(entry.fault, context)) continue;
        entry.matched += 1;
        if (entry.fault.nth !== undefined && ![entry.fault.nth].flat().includes(entry.matched)) continue;
        if (entry.hits >= (entry.fault.times ?? Infinity)) continue;
        entry.hits += 1;
        struck.push(entry.fault);
      }
      return Object.assign({}, ...struck) as Fault;
    },
  };
}

function matches(fault: Fault, context: FaultContext): boolean {
  if (fault.endpoint !== undefined && fault.endpoint !== context.endpoint) return false;
  if (fault.key !== undefined && fault.key !== context.key) return false;
  if (fault.creator !== undefined && !namesIn(context).includes(fault.creator.toLowerCase())) return false;
  return fault.when?.(context) ?? true;
}

function namesIn({ query, body }: FaultContext): string[] {
  const lists = body as { usernames?: unknown; userIds?: unknown } | undefined;
  return [query.username?.split(','), query.userId, query._id, lists?.usernames, lists?.userIds]
    .flat(2)
    .filter((each) => typeof each === 'string')
    .map((each) => each.replace(/^@/, '').toLowerCase());
}
