// Runs in a worker thread: one execution at a time, each in a fresh context, blocked while the host works for it.
// Bundled by thread-pool.ts and evaluated as text, so that no loader is needed in the thread.
import { Session } from 'node:inspector';
import vm from 'node:vm';
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { CHANNEL } from './globals/host';
import type { Bootstrap } from './globals/main';
import { answerLocally, fillBytes } from './thread-local';
import type { ThreadAnswer, ThreadData, ThreadJob, ThreadReport } from './thread-protocol';

const { bootstrap, repliesBuffer, port } = workerData as ThreadData;
const replies = new Int32Array(repliesBuffer);
const bootstrapScript = new vm.Script(bootstrap, { filename: 'apps-script' });
// Runs what promises have left behind: with `afterEvaluate` they are run at the end of a script.
const drainScript = new vm.Script('0', { filename: 'apps-script' });
const bundles = new Map<string, vm.Script>();

let nowMs = 0;
let isVirtual = true;
let offsetMs = 0;

function report(message: ThreadReport): void {
  port.postMessage(message);
}

let stopper: Session | undefined;

/** Ends the execution beyond `catch` and `finally`, and leaves the thread fit for the next one. */
function stopUncatchably(): never {
  stopper = new Session();
  stopper.connect();
  stopper.post('Runtime.terminateExecution');
  // It strikes at the next turn of a loop.
  for (;;);
}

function askHost(text: string): string {
  const seen = Atomics.load(replies, 0);
  report(['call', text]);
  // A late notify of the reply before may end a wait too early.
  while (Atomics.load(replies, 0) === seen) Atomics.wait(replies, 0, seen);
  const [answer, atMs] = (receiveMessageOnPort(port) as { message: ThreadAnswer }).message;
  nowMs = atMs;
  return answer ?? stopUncatchably();
}

const scriptNow = (): number => (isVirtual ? nowMs : Date.now() + offsetMs);

const CHANNELS: Record<string, (text: string, bytes: readonly Uint8Array[]) => string> = {
  [CHANNEL.service]: askHost,
  [CHANNEL.now]: () => String(scriptNow()),
  [CHANNEL.log]: (text) => {
    report(['log', text]);
    return '';
  },
  [CHANNEL.local]: answerLocally,
  [CHANNEL.bytes]: (_, [target]) => fillBytes(target!),
};

/** The one function of the outer realm that a context is given; it never throws, and only text comes out of it. */
function host(text: string, ...bytes: Uint8Array[]): string {
  return CHANNELS[text.charAt(0)]!(text.slice(1), bytes);
}

interface FreshContext {
  context: vm.Context;
  boot: Bootstrap;
}

// An ordinary global object where Node has it (20.18, 22.8): faster, and nothing between script and globals.
const DONT_CONTEXTIFY = (vm.constants as { DONT_CONTEXTIFY?: unknown }).DONT_CONTEXTIFY as vm.Context | undefined;

function createContext(): FreshContext {
  const context = vm.createContext(DONT_CONTEXTIFY ?? {}, {
    microtaskMode: 'afterEvaluate',
    codeGeneration: { strings: true, wasm: true },
  });
  return { context, boot: bootstrapScript.runInContext(context) as Bootstrap };
}

function bundleOf({ bundleId, bundle }: ThreadJob): vm.Script {
  const known = bundles.get(bundleId);
  if (known) return known;
  const { code, cachedData } = bundle!;
  const script = new vm.Script(code, { filename: 'Code', ...(cachedData && { cachedData: Buffer.from(cachedData) }) });
  bundles.set(bundleId, script);
  return script;
}

let spare: FreshContext | undefined;

function perform(job: ThreadJob): string {
  const { context, boot } = spare ?? createContext();
  spare = undefined;
  nowMs = job.nowMs;
  isVirtual = job.environment.virtual;
  offsetMs = job.offsetMs;
  const script = boot(host, JSON.stringify(job.environment));
  try {
    bundleOf(job).runInContext(context);
  } catch (error) {
    return script.failure(error);
  }
  script.execute(job.name, job.args, job.form);
  drainScript.runInContext(context);
  return script.outcome();
}

// Apps Script says nothing of a rejection that no one hears; Node would end the thread.
process.on('unhandledRejection', () => undefined);

port.on('message', (job: ThreadJob) => {
  stopper?.disconnect();
  stopper = undefined;
  report(['end', perform(job)]);
  if (job.bundle && !job.bundle.cachedData) {
    report(['compiled', job.bundleId, bundleOf(job).createCachedData()]);
  }
  // While the host goes on: the next execution finds its context made.
  spare ??= createContext();
});
