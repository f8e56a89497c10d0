/**
 * google.script.run and google.script.host inside the sidebar's frame. Written as a plain script (bundled by
 * page-bundle.ts, put in front of the served HTML).
 * Source of the calls: developers.google.com/apps-script/guides/html/reference/run
 */
import { fromClient } from '../emulator/transfer';
import { decode, encode } from '../emulator/wire';
import type { FrameMessage, FrameReply } from './page/sidebar';

type Handler = ((value: unknown, userObject?: unknown) => void) | null;

interface Call {
  success: Handler;
  failure: Handler;
  userObject: unknown;
}

/** "google.script.run ... limited to 10 concurrent calls": the 11th waits. */
const maxConcurrentCalls = 10;

const toPage = (message: FrameMessage) => window.parent.postMessage(message, '*');
const running = new Map<number, Call>();
const waiting: { name: string; args: string; call: Call }[] = [];
let lastId = 0;

function formValues(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value;
  return values;
}

function start(): void {
  const next = running.size < maxConcurrentCalls ? waiting.shift() : undefined;
  if (!next) return;
  lastId += 1;
  running.set(lastId, next.call);
  toPage({ influData: 'run', id: lastId, name: next.name, args: next.args });
}

window.addEventListener('message', (event: MessageEvent<FrameReply>) => {
  if (event.source !== window.parent || event.data?.influData !== 'done') return;
  const { id, result } = event.data;
  const call = running.get(id);
  running.delete(id);
  start();
  if (!call) return;
  if (result.ok) {
    const value = decode(result.value);
    // Without a value the handler is called without one, not with undefined: `arguments.length` tells.
    if (value === undefined && call.userObject === undefined) (call.success as (() => void) | null)?.();
    else call.success?.(value, call.userObject);
    return;
  }
  const error = new Error(result.message);
  error.name = result.name;
  if (call.failure) call.failure(error, call.userObject);
  else console.warn(`google.script.run failed without a failure handler: ${result.message}`);
});

/** A runner is immutable: each `with` makes another. Any other name is a function of the script. */
function runner(call: Call): unknown {
  const withs: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => runner({ ...call, success }),
    withFailureHandler: (failure: Handler) => runner({ ...call, failure }),
    withUserObject: (userObject: unknown) => runner({ ...call, userObject }),
  };
  return new Proxy(withs, {
    get: (known, name) => {
      if (typeof name !== 'string') return undefined;
      if (name in known) return known[name];
      // Private by their name, and `then`, or a runner would pass for a promise.
      if (name.endsWith('_') || name === 'then') return undefined;
      return (...args: unknown[]) => {
        const values =
          args[0] instanceof HTMLFormElement && args.length === 1 ? [formValues(args[0])] : fromClient(args);
        waiting.push({ name, args: encode(values), call });
        start();
      };
    },
  });
}

const google = {
  script: {
    run: runner({ success: null, failure: null, userObject: undefined }),
    host: {
      origin: location.ancestorOrigins?.[0] ?? '',
      close: () => toPage({ influData: 'close' }),
      setHeight: () => undefined,
      setWidth: () => undefined,
      editor: { focus: () => toPage({ influData: 'focusEditor' }) },
    },
  },
};
Object.assign(window, { google });
