import type { Environment } from './globals/host';

/** How the function is called and what becomes of its value: as is, as a cell, as `google.script.run`, with an event. */
export type CallForm = 'plain' | 'cell' | 'serve' | 'event';

export interface ThreadData {
  bootstrap: string;
  /** Counts the answers sent to this thread; it sleeps on it. */
  repliesBuffer: SharedArrayBuffer;
}

export interface ThreadJob {
  bundleId: string;
  /** Sent once per thread and bundle. */
  code?: string;
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

export type ThreadReport = ['call' | 'log' | 'end', text: string];
