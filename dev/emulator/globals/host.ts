// The door between a script's context and the host. Everything in globals/ is bundled into one bootstrap script that
// is evaluated inside each fresh context, so every object it makes belongs to the script's own realm.
import { decode, encode } from '../wire';
import type { AuthMode, CellAddress, ExecutionSource } from '../service';

/** What a context is told when it starts. */
export interface Environment {
  executionId: number;
  mode: AuthMode;
  source: ExecutionSource;
  container: 'bound' | 'addon' | 'none';
  user: string;
  /** The script's zone, from the manifest; `Date` works in it. */
  scriptTimeZone: string;
  /** The clock at the start; `undefined` with the real clock. */
  virtual: boolean;
  randomSeed: number;
  /** Advanced services that the manifest enables: the script's name for it, and the service with its version. */
  advanced: Record<string, string>;
  cell?: CellAddress;
}

/** Blocks until answered. The first character tells the worker who answers: see CHANNEL. `bytes` are arrays of this realm. */
export type HostFunction = (text: string, ...bytes: Uint8Array[]) => string;

export const CHANNEL = { service: 's', local: 'l', bytes: 'b', now: 'n', log: 'g' } as const;

let host: HostFunction;
let currentEnvironment: Environment;

export function connect(hostFunction: HostFunction): void {
  host = hostFunction;
}

export function enter(entered: Environment): void {
  currentEnvironment = entered;
}

/** Who runs, where and in which mode. */
export function environment(): Environment {
  return currentEnvironment;
}

let hasRefused = false;

/** Whether the mode forbade a call, also one whose exception was caught. */
export const wasRefused = (): boolean => hasRefused;

/** An Error of this realm, as Apps Script throws them: `name` is "Exception". */
export function exception(message: string, name = 'Exception'): Error {
  hasRefused ||= message.startsWith('You do not have permission to call');
  const error = new Error(message);
  error.name = name;
  return error;
}

function ask(text: string, bytes: Uint8Array[] = []): string {
  try {
    return host(text, ...bytes);
  } catch (error) {
    // An error of the outer realm (a stack overflow at the edge) must not reach the script: it leads to Node.
    throw exception(String((error as Error).message), 'RangeError');
  }
}

interface HostReply {
  value?: unknown;
  bytes?: number;
  error?: { name: string; message: string };
}

/** One service call: takes the service's time, can be intercepted, is counted. Throws what the service threw. */
export function call(service: string, method: string, ...args: unknown[]): unknown {
  const reply = decode(ask(CHANNEL.service + encode([service, method, args]))) as HostReply;
  if (reply.error) throw exception(reply.error.message, reply.error.name);
  return reply.value;
}

/** Answered inside the thread, free of time, and known to no one else: digests, gzip, charsets. See thread-local.ts. */
export function local(method: string, words: string[], bytes: Uint8Array[]): string | Uint8Array {
  const reply = JSON.parse(ask(CHANNEL.local + JSON.stringify([method, ...words]), bytes)) as HostReply;
  if (reply.error) throw exception(reply.error.message, reply.error.name);
  if (reply.bytes === undefined) return reply.value as string;
  // An array of the outer realm would lead to Node, so it fills one of this realm.
  const target = new Uint8Array(reply.bytes);
  ask(CHANNEL.bytes, [target]);
  return target;
}

/** The instant scripts see, in milliseconds since 1970. */
export function nowMs(): number {
  return Number(host(CHANNEL.now));
}

export function log(level: string, message: string): void {
  host(CHANNEL.log + encode([level, message]));
}
