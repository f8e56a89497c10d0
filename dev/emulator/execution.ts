// What an execution is asked for, what becomes of it, and what tests may do to it on the way.
import type { AuthMode, CellAddress, ExecutionSource, Service } from './service';
import type { Timeline } from './timeline';
import type { World } from './world';

export interface ExecutionCall {
  /** Of the function to call. */
  name: string;
  args?: unknown[];
  mode: AuthMode;
  /** At the keyboard; default: the owner. */
  user?: string;
  /** Default: now. */
  startAtMs?: number;
  /** Default by mode: a cell, a simple trigger, a menu. */
  source?: ExecutionSource;
  cell?: CellAddress;
}

export interface Execution {
  id: number;
  outcome: 'returned' | 'threw' | 'killed';
  value?: unknown;
  /** `missing`: there is no function of that name. */
  error?: { name: string; message: string; stack?: string; line?: number; missing?: true };
  killedBy?: 'time' | 'fault';
  startedAtMs: number;
  endedAtMs: number;
  /** Service calls by "Service.method". */
  calls: Record<string, number>;
  logs: string[];
}

export interface InterceptedCall {
  execution: number;
  /** The function the execution was started with. */
  name: string;
  /** Of the call within its execution, from 0. */
  index: number;
  service: string;
  method: string;
  args: unknown[];
  phase: 'before' | 'after';
}

export type Interception = void | undefined | { kill: true } | { throw: string };

export interface Faults {
  /** Called before and after each service call: may kill the execution, uncatchably, or make the call throw a text. */
  intercept?: (call: InterceptedCall) => Interception;
  /** May refuse to start an execution with a text, as "Script invoked too many times per second ...". */
  refuseStart?: (call: ExecutionCall) => string | undefined;
}

/** What an emulator lends its executions. */
export interface Stage {
  world: World;
  timeline: Timeline;
  services: Record<string, Service>;
  faults: Faults;
  bundle: { id: string; code: string };
  computeLimitMs: number;
  onCall(service: string, method: string): void;
  onLog(execution: number, level: string, message: string): void;
}
