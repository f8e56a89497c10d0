import type { MessagePort } from 'node:worker_threads';
import type { Environment } from './globals/host';

/** How the function is called and what becomes of its value: as is, as a cell, as `google.script.run`, with an event. */
export type CallForm = 'plain' | 'cell' | 'serve' | 'event';

export interface ThreadData {
  bootstrap: string;
  /** Counts the answers sent to this thread; it sleeps on it. */
  repliesBuffer: SharedArrayBuffer;
  /** A channel of its own: quicker than the worker's. */
  port: MessagePort;
}

export interface ThreadJob {
  bundleId: string;
  /** The pushed code; sent once per thread and bundle, with what another thread has compiled of it. */
  bundle?: { code: string; cachedData?: Uint8Array };
  environment: Environment;
  nowMs: number;
  offsetMs: number;
  name: string;
  /** wire.ts text of an array. */
  args: string;
  form: CallForm;
}

/** Text and the present instant; no text: the execution is killed. */
export type ThreadAnswer = [text: string | null, nowMs: number];

export type ExecutionReport = ['call' | 'log' | 'end', text: string];

export type ThreadReport = ExecutionReport | ['compiled', bundleId: string, cachedData: Uint8Array];
