import { MessageChannel, Worker } from 'node:worker_threads';
import type { ExecutionReport, ThreadAnswer, ThreadData, ThreadJob, ThreadReport } from './thread-protocol';
import { threadSources } from './thread-source';

/** A worker thread at the host's end. One execution at a time. */
export interface Thread {
  /** Begins an execution; its reports go to `onReport`, the death of the thread to `onDeath`. */
  begin(
    job: ThreadJob,
    code: string,
    onReport: (report: ExecutionReport) => void,
    onDeath: (error: Error) => void,
  ): void;
  answer(answer: ThreadAnswer): void;
  /** Gives it back after an execution has ended, or was killed by an answer without text. */
  release(): void;
  /** For a thread that does not listen: it computes, or is not wanted any more. */
  terminate(): void;
}

// Shared by all emulators of the process: a thread takes some 40 ms to start, an emulator is made per test.
const idle: Thread[] = [];

// A script that fills more than Apps Script would give it dies, and not the tests.
const MAX_HEAP_MB = 512;
// Each context leaves garbage; thirty threads with V8's default room for it take 1.5 GB, with half of this they collect it twice as often.
const YOUNG_HEAP_MB = 32;

// What the first thread has compiled of a bundle, for the others.
const compiled = new Map<string, Uint8Array>();

function createThread(): Thread {
  const { thread: source, bootstrap } = threadSources();
  const repliesBuffer = new SharedArrayBuffer(4);
  const replies = new Int32Array(repliesBuffer);
  const { port1: port, port2 } = new MessageChannel();
  const workerData: ThreadData = { bootstrap, repliesBuffer, port: port2 };
  const worker = new Worker(source, {
    eval: true,
    workerData,
    transferList: [port2],
    // Neither loaders nor settings of the tests reach the thread.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  });
  const bundles = new Set<string>();
  let onReport: ((report: ExecutionReport) => void) | undefined;
  let onDeath: ((error: Error) => void) | undefined;
  let dead = false;

  function die(error: Error): void {
    dead = true;
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    onDeath?.(error);
    onDeath = undefined;
  }

  port.on('message', (report: ThreadReport) => {
    if (report[0] === 'compiled') compiled.set(report[1], report[2]);
    else onReport?.(report);
  });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('The thread has ended.')));

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  const post = (message: ThreadJob | ThreadAnswer): void => port.postMessage(message);

  const thread: Thread = {
    begin(job, code, reportTo, deathTo) {
      onReport = reportTo;
      onDeath = deathTo;
      // Only at work does it keep the process alive.
      worker.ref();
      port.ref();
      const { bundleId } = job;
      const cachedData = compiled.get(bundleId);
      post(bundles.has(bundleId) ? job : { ...job, bundle: { code, ...(cachedData && { cachedData }) } });
      bundles.add(bundleId);
    },
    answer(answer) {
      post(answer);
      Atomics.add(replies, 0, 1);
      Atomics.notify(replies, 0);
    },
    release() {
      onReport = undefined;
      onDeath = undefined;
      worker.unref();
      port.unref();
      if (!dead) idle.push(thread);
    },
    terminate() {
      onReport = undefined;
      onDeath = undefined;
      dead = true;
      void worker.terminate();
    },
  };
  return thread;
}

/** The one released last, if there is any: it is warm. */
export function borrowThread(): Thread {
  return idle.pop() ?? createThread();
}
