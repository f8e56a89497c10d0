// What a service of the emulator is, seen from the host (Node's main thread), and what it may answer.
// The other half of a service are the classes scripts see; they live in globals/ and call the host by globals/host.ts.

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** What made the execution start; it decides on the UI (none in cells and triggers) and on the time limit. */
export type ExecutionSource = 'cell' | 'simpleTrigger' | 'trigger' | 'menu' | 'serve' | 'editor';

/** The cell whose formula is computed, for `getActiveRange()` in a custom function. Row and column count from 1. */
export interface CellAddress {
  sheet: string;
  row: number;
  column: number;
}

export interface ExecutionInfo {
  id: number;
  /** The function that was called. */
  name: string;
  mode: AuthMode;
  source: ExecutionSource;
  /** The user at the keyboard. Custom functions run as nobody but read the owner's user properties. */
  user: string;
  startedAtMs: number;
  cell?: CellAddress;
}

export interface ServiceCall {
  execution: ExecutionInfo;
  method: string;
  /** Values as wire.ts carries them: scalars, arrays, plain objects, Date, Uint8Array, undefined, NaN. */
  args: unknown[];
  nowMs: number;
}

/** A plain value is the answer; a thrown ServiceError is thrown in the script; the others take their time. */
export type Reply = unknown;

export interface Service {
  /** Virtual milliseconds a call takes. Its effect falls half-way, its answer at the end. With the real clock: none. */
  costMs(method: string, args: unknown[]): number;
  methods: Record<string, (call: ServiceCall) => Reply>;
  /** The text to throw if this execution may not call the method; auth-modes.ts has been asked before. */
  refuse?(execution: ExecutionInfo, method: string, args: unknown[]): string | undefined;
  /** The script returned or threw: apply what was buffered. A throw here fails the execution. Not called for the killed. */
  finish?(execution: ExecutionInfo, nowMs: number): void;
  /** The execution is over, however it ended: forget it, release what it held. Must not throw. */
  end?(execution: ExecutionInfo, nowMs: number): void;
}

/** Thrown by a service's method, it reaches the script as an Error of its own realm with this name and message. */
export class ServiceError extends Error {
  override name = 'Exception';
}

/** Answers at an instant (at once if it is past), with what `produce` says then. */
export class Later {
  readonly atMs: number;
  readonly produce: (nowMs: number) => Reply;
  constructor(atMs: number, produce: (nowMs: number) => Reply) {
    this.atMs = atMs;
    this.produce = produce;
  }
}

/** Ends the execution, uncatchably. */
export const ENDING = Symbol('ends the execution');

export type Resume = (produce: (nowMs: number) => Reply) => void;

/** Waits for another event: `start` is handed the function that ends the wait; at `untilMs` the wait ends by itself. */
export class Parked {
  readonly untilMs: number;
  readonly onTimeout: (nowMs: number) => Reply;
  readonly start: (resume: Resume) => void;
  /** A person is being waited for (an alert): the time limit of the execution stands still. */
  readonly suspends: boolean;
  constructor(wait: {
    untilMs: number;
    onTimeout: (nowMs: number) => Reply;
    start: (resume: Resume) => void;
    suspends?: boolean;
  }) {
    this.untilMs = wait.untilMs;
    this.onTimeout = wait.onTimeout;
    this.start = wait.start;
    this.suspends = wait.suspends ?? false;
  }
}

// A method may also return a Promise of a Reply (the network): with the virtual clock the world stands still until it
// is settled, with the real clock only this execution does.
