import { createHash } from 'node:crypto';
import { cellResult } from './cell-result';
import type { CellResult } from './cell-result';
import { startExecution } from './execution';
import type { Execution, ExecutionCall, Faults, Stage } from './execution';
import type { ClientValue } from './globals/transfer';
import { RUNTIME } from './limits';
import type { Manifest } from './manifest';
import { checkSyntax } from './push';
import { createQuotas } from './quotas';
import type { Quotas } from './quotas';
import type { AuthMode, CellAddress, ExecutionInfo, ExecutionSource } from './service';
import { createServices } from './services';
import { createStores } from './stores';
import type { Stores } from './stores';
import type { CallForm } from './thread-protocol';
import { createRealTimeline, createVirtualTimeline } from './timeline';
import { fromClient, received } from './transfer';
import type { ServeResult } from './transfer';
import type { Transport } from './transport';
import { createTriggerList } from './trigger-list';
import type { InstalledTrigger } from './trigger-list';
import { createUsers } from './users';
import type { Users } from './users';
import type { World } from './world';

export type { CellResult, CellValue } from './cell-result';
export type { Execution, ExecutionCall, InterceptedCall, Interception } from './execution';
export type { ServeResult } from './transfer';
export type { Transport, TransportReply, TransportRequest } from './transport';

export interface EmulatorOptions {
  /** What clasp pushes: dist/Code.js, appsscript.json, HTML by name without extension ("Sidebar"). */
  files: { code: string; manifest: object; html: Record<string, string> };
  transport: Transport;
  /** `virtual` (default): discrete events, exact. `real`: the clock on the wall; services cost nothing. */
  clock?: 'virtual' | 'real';
  /** ISO instant at which the virtual clock starts; default 2026-11-23T08:00:00Z. */
  startAt?: string;
  container?: 'bound' | 'addon' | 'none';
  /** The spreadsheet's; default Etc/UTC, en_US. */
  timeZone?: string;
  locale?: string;
  /** Which column of the quotas; default consumer. */
  account?: 'consumer' | 'workspace';
  /** Executions that may be under way at once, whoever's; default 30. The next waits. */
  maxThreads?: number;
  /** A live report says that UrlFetchApp ignores `timeoutSeconds`; false believes it. Default true. */
  honoursTimeoutSeconds?: boolean;
  /** Real time after which a script that only computes counts as timed out; default 20,000. */
  computeLimitMs?: number;
}

export interface LogLine {
  execution: number;
  level: string;
  message: string;
}

export interface Emulator {
  clock: { now(): number; advance(ms: number): void };
  run(call: ExecutionCall): Promise<Execution>;
  runAll(calls: ExecutionCall[], options?: { atOnce?: number }): Promise<Execution[]>;
  cell(name: string, ...args: unknown[]): Promise<CellResult>;
  cells(
    calls: { name: string; args: unknown[]; user?: string; cell?: CellAddress }[],
    options?: { atOnce?: number },
  ): Promise<CellResult[]>;
  serve(name: string, args: unknown[], as?: { user?: string }): Promise<ServeResult>;
  open(as?: { user?: string; mode?: 'NONE' | 'LIMITED' }): Promise<Execution>;
  triggers: {
    list(user?: string): InstalledTrigger[];
    fire(id: string): Promise<Execution>;
    /** Fires all that are due by now, one after the other. */
    runDue(): Promise<Execution[]>;
  };
  users: Users;
  stores: Stores;
  quotas: Quotas;
  faults: Faults & { refuseServe?: (name: string) => { name: string; message: string } | undefined };
  /** Service calls of all executions since the start or the last reset, by "Service.method". */
  counts: { total(): Record<string, number>; of(service: string, method?: string): number; reset(): void };
  logs: LogLine[];
  /** Replaces the code, as a later push does. Throws a PushError and changes nothing if it does not parse. */
  push(code: string): void;
  close(): Promise<void>;
}

const DEFAULT_START = '2026-11-23T08:00:00Z';
const OWNER = 'owner@example.com';
const SCRIPT_ID = '1InfluDataEmulatedScriptIdentifierxxxxxxxxxxxxxxxxxxxxxxx';
const COMPUTE_LIMIT_MS = 20_000;

const SOURCE_OF: Record<AuthMode, ExecutionSource> = {
  CUSTOM_FUNCTION: 'cell',
  NONE: 'simpleTrigger',
  LIMITED: 'simpleTrigger',
  FULL: 'menu',
};

const LIMIT_MS: Record<ExecutionSource, number> = {
  cell: RUNTIME.customFunctionMs,
  simpleTrigger: RUNTIME.simpleTriggerMs,
  trigger: RUNTIME.scriptMs,
  menu: RUNTIME.scriptMs,
  serve: RUNTIME.scriptMs,
  editor: RUNTIME.scriptMs,
};

/** Results in the order of the tasks, at most `atOnce` under way. */
async function pooled<Task, Result>(
  tasks: Task[],
  atOnce: number,
  perform: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = tasks.entries();
  async function lane(): Promise<void> {
    for (const [index, task] of waiting) results[index] = await perform(task);
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, lane));
  return results;
}

const bundleOf = (code: string): Stage['bundle'] => ({ id: createHash('sha256').update(code).digest('hex'), code });

/** Throws a PushError if the code does not parse on Apps Script. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  checkSyntax(options.files.code);
  const clock = options.clock ?? 'virtual';
  const timeline =
    clock === 'real' ? createRealTimeline() : createVirtualTimeline(Date.parse(options.startAt ?? DEFAULT_START));
  const { nowMs } = timeline;
  const container = options.container ?? 'bound';
  const users = createUsers(OWNER);
  const world: World = {
    clock,
    nowMs,
    container,
    owner: OWNER,
    scriptId: SCRIPT_ID,
    manifest: options.files.manifest as Manifest,
    html: options.files.html,
    spreadsheetTimeZone: options.timeZone ?? 'Etc/UTC',
    spreadsheetLocale: options.locale ?? 'en_US',
    transport: options.transport,
    honoursTimeoutSeconds: options.honoursTimeoutSeconds ?? true,
    users,
    stores: createStores(OWNER, nowMs),
    quotas: createQuotas(options.account ?? 'consumer', nowMs),
    triggers: createTriggerList(container, nowMs),
    releaseLocks: (executionId) => services.LockService.releaseAll(executionId),
  };
  const services = createServices(world);
  const counts: Record<string, number> = {};
  const logs: LogLine[] = [];
  const faults: Emulator['faults'] = {};
  const stage: Stage = {
    world,
    timeline,
    services,
    faults,
    bundle: bundleOf(options.files.code),
    computeLimitMs: options.computeLimitMs ?? COMPUTE_LIMIT_MS,
    onCall(service, method) {
      const name = `${service}.${method}`;
      counts[name] = (counts[name] ?? 0) + 1;
    },
    onLog: (execution, level, message) => void logs.push({ execution, level, message }),
  };

  const maxThreads = options.maxThreads ?? RUNTIME.simultaneousPerUser;
  const live = new Map<number, ExecutionInfo>();
  const waitingForThread: (() => void)[] = [];
  let lastId = 0;

  function refuseStart(call: ExecutionCall, user: string): string | undefined {
    const own = [...live.values()].filter((info) => info.user === user).length;
    if (own >= RUNTIME.simultaneousPerUser || live.size >= RUNTIME.simultaneousPerScript) {
      return 'There are too many scripts running simultaneously for this Google user account.';
    }
    return faults.refuseStart?.(call);
  }

  function launch(call: ExecutionCall, form: CallForm): Promise<Execution> {
    lastId += 1;
    const id = lastId;
    const user = call.user ?? OWNER;
    const source = call.source ?? SOURCE_OF[call.mode];
    return new Promise((resolve) => {
      function begin(): void {
        const startedAtMs = nowMs();
        const refused = refuseStart(call, user);
        if (refused !== undefined) {
          const error = { name: 'Exception', message: refused, line: 0 };
          resolve({ id, outcome: 'threw', error, startedAtMs, endedAtMs: startedAtMs, calls: {}, logs: [] });
          return;
        }
        if (live.size >= maxThreads) {
          waitingForThread.push(begin);
          return;
        }
        const { name, mode, cell } = call;
        const info: ExecutionInfo = { id, name, mode, source, user, startedAtMs, ...(cell && { cell }) };
        live.set(id, info);
        void startExecution(stage, info, call, form, LIMIT_MS[source], (execution) => {
          live.delete(id);
          const next = waitingForThread.shift();
          if (next) timeline.at(nowMs(), id, 'wake', next);
          resolve(execution);
        });
      }
      timeline.at(call.startAtMs ?? nowMs(), id, 'wake', begin);
    });
  }

  const emulator: Emulator = {
    clock: { now: nowMs, advance: (ms) => timeline.advance(ms) },
    run: (call) =>
      launch(call, call.source === 'trigger' || call.mode === 'LIMITED' || call.mode === 'NONE' ? 'event' : 'plain'),
    runAll: (calls, { atOnce = RUNTIME.simultaneousPerUser } = {}) =>
      pooled(calls, atOnce, (call) => emulator.run(call)),
    async cell(name, ...args) {
      const [result] = await emulator.cells([{ name, args }]);
      return result!;
    },
    cells: (calls, { atOnce = RUNTIME.simultaneousPerUser } = {}) =>
      pooled(calls, atOnce, async (call) =>
        cellResult(await launch({ ...call, mode: 'CUSTOM_FUNCTION' }, 'cell'), call.name),
      ),
    serve: (name, args, as) => client(name, args, as?.user),
    async open({ user = OWNER, mode = 'LIMITED' } = {}) {
      if (mode === 'NONE' && container !== 'addon') {
        throw new Error('Only a published add-on runs in AuthMode.NONE: create the emulator with container "addon".');
      }
      return emulator.run({ name: 'onOpen', mode, user });
    },
    triggers: {
      list: (user) => world.triggers.list(user),
      async fire(id) {
        const trigger = world.triggers.get(id);
        if (!trigger) throw new Error(`There is no trigger ${id}.`);
        world.triggers.fired(id);
        const { functionName: name, user } = trigger;
        const execution = await emulator.run({
          name,
          args: [{ triggerUid: id }],
          mode: 'FULL',
          source: 'trigger',
          user,
        });
        world.quotas.spend(user, 'triggerRuntimeMs', execution.endedAtMs - execution.startedAtMs);
        return execution;
      },
      async runDue() {
        const executions: Execution[] = [];
        for (const { id } of world.triggers.due()) executions.push(await emulator.triggers.fire(id));
        return executions;
      },
    },
    users,
    stores: world.stores,
    quotas: world.quotas,
    faults,
    counts: {
      total: () => ({ ...counts }),
      of: (service, method) =>
        Object.entries(counts)
          .filter(([name]) => (method ? name === `${service}.${method}` : name.startsWith(`${service}.`)))
          .reduce((sum, [, count]) => sum + count, 0),
      reset() {
        for (const name of Object.keys(counts)) delete counts[name];
      },
    },
    logs,
    push(code) {
      checkSyntax(code);
      stage.bundle = bundleOf(code);
    },
    async close() {
      await Promise.resolve();
    },
  };

  // The page's half of google.script.run: ten calls at once, the eleventh waits.
  let serving = 0;
  const waitingToServe: (() => void)[] = [];
  async function client(name: string, args: unknown[], user = OWNER): Promise<ServeResult> {
    if (serving >= RUNTIME.simultaneousServerCalls) await new Promise<void>((resolve) => waitingToServe.push(resolve));
    serving += 1;
    try {
      const refused = faults.refuseServe?.(name);
      if (refused) return { ok: false, error: refused };
      if (name.endsWith('_')) throw new TypeError(`google.script.run.${name} is not a function`);
      const call: ExecutionCall = { name, args: fromClient(args), mode: 'FULL', source: 'serve', user };
      const { outcome, value, error } = await launch(call, 'serve');
      if (outcome === 'returned') return { ok: true, value: received(value as ClientValue) };
      const text = error ? `${error.name}: ${error.message}` : 'Exceeded maximum execution time';
      return { ok: false, error: { name: 'ScriptError', message: text } };
    } catch (error) {
      const { name: errorName, message } = error as Error;
      return { ok: false, error: { name: errorName, message } };
    } finally {
      serving -= 1;
      waitingToServe.shift()?.();
    }
  }

  return emulator;
}
