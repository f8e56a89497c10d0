// Evaluated once in each fresh context, before the pushed code: makes the globals of Apps Script and hands the thread
// three functions to drive the script with. Only text crosses.
import { decode, encode } from '../wire';
import type { CallForm } from '../thread-protocol';
import { cellOutcome } from './cell-outcome';
import { installConsole } from './console';
import { installDate } from './date';
import { eventFor } from './event';
import { connect, enter, environment, exception, wasRefused } from './host';
import type { Environment, HostFunction } from './host';
import { removeMissingGlobals } from './missing';
import { installRandom } from './random';
import { serviceGlobals } from './service-globals';
import { toClient } from './transfer';

/** What became of an execution, as text of wire.ts. `value` depends on the form of the call. */
export interface ScriptOutcome {
  value?: unknown;
  error?: ScriptFailure;
  /** No function of that name: `value` and `error` are absent. */
  missing?: true;
}

export interface ScriptFailure {
  name: string;
  message: string;
  stack: string;
  /** Of the pushed file; 0 if unknown. */
  line: number;
}

export interface ScriptDoor {
  execute(name: string, args: string, form: CallForm): void;
  /** After the promises have run. */
  outcome(): string;
  /** For what global code threw. */
  failure(error: unknown): string;
}

export type Bootstrap = (host: HostFunction, environment: string) => ScriptDoor;

const CODE_FRAME = /\bCode:(\d+):\d+/;

function describe(error: unknown): ScriptFailure {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  const { name, message, stack } = (isError ? error : { name: '', message: error, stack: '' }) as Partial<Error>;
  const frames = String(stack ?? '')
    .split('\n')
    .filter((line) => CODE_FRAME.test(line));
  const shown = [`${name ? `${String(name)}: ` : ''}${String(message)}`, ...frames].join('\n');
  return {
    name: String(name ?? ''),
    message: String(message),
    stack: shown,
    line: Number(CODE_FRAME.exec(frames[0] ?? '')?.[1] ?? 0),
  };
}

/** What is there before the pushed code: none of it can be called from outside. */
let builtIn: Set<string>;

// Sheets forgets the case of a function's name; everything else asks for it exactly. A name that ends in "_" is
// hidden from cells and from the page.
function functionNamed(name: string, form: CallForm): ((...args: unknown[]) => unknown) | undefined {
  if (name.endsWith('_') && (form === 'cell' || form === 'serve')) return undefined;
  const wanted = name.toUpperCase();
  const found =
    form === 'cell' && !Object.hasOwn(globalThis, name)
      ? Object.getOwnPropertyNames(globalThis).find((each) => each.toUpperCase() === wanted)
      : name;
  const value: unknown = found === undefined || builtIn.has(found) ? undefined : Reflect.get(globalThis, found);
  return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
}

const VALUE_OF: Record<CallForm, (value: unknown) => unknown> = {
  plain: (value) => value,
  event: (value) => value,
  cell: cellOutcome,
  serve: toClient,
};

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

function boot(host: HostFunction, environmentText: string): ScriptDoor {
  connect(host);
  enter(JSON.parse(environmentText) as Environment);
  installDate(environment().scriptTimeZone);
  installRandom(environment().randomSeed);
  for (const [symbol, service] of Object.entries(environment().advanced)) {
    // Not evaluated where no script can name it.
    const { advancedServices } = require('./big-query') as typeof import('./big-query');
    const make = advancedServices[service];
    if (!make) continue;
    defineGlobal(symbol, make);
    builtIn.add(symbol);
  }

  let outcome: ScriptOutcome = {};
  let form: CallForm = 'plain';

  function succeed(value: unknown): void {
    outcome = { value };
  }

  function fail(error: unknown): void {
    outcome = { error: describe(error) };
  }

  return {
    execute(name, args, callForm) {
      form = callForm;
      const called = functionNamed(name, form);
      if (!called) {
        outcome = { missing: true };
        return;
      }
      try {
        const value = called(
          ...(form === 'event' ? [eventFor(decode(args) as unknown[])] : (decode(args) as unknown[])),
        );
        // A promise that stays pending ends with the script, and a rejected one says nothing.
        if (isPromise(value)) value.then(succeed, () => undefined);
        else succeed(value);
        // "Any restricted call" in onOpen stops the menu (editor-auth-lifecycle). Whether catching it helps is not recorded:
        // here it does not.
        if (environment().mode === 'NONE' && wasRefused()) throw exception('A call that AuthMode.NONE forbids.');
      } catch (error) {
        fail(error);
      }
    },
    outcome() {
      try {
        if (!('value' in outcome)) return encode(outcome);
        return encode({ value: VALUE_OF[form](outcome.value) });
      } catch (error) {
        return encode({ error: describe(error) });
      }
    },
    failure: (error) => encode({ error: describe(error) }),
  };
}

removeMissingGlobals();
installConsole();
/** Made when first named: most executions use few of them. */
function defineGlobal(name: string, make: () => unknown): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = make();
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
      return value;
    },
    set(value: unknown) {
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}
for (const [name, make] of Object.entries(serviceGlobals)) defineGlobal(name, make);

builtIn = new Set(Object.getOwnPropertyNames(globalThis));

export const bootstrap: Bootstrap = boot;
