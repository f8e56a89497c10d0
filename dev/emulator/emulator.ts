import { createHash } from 'node:crypto';
import { cellResult } from './cell-result';
import type { CellResult } from './cell-result';
import type { Execution, ExecutionCall, Faults, Stage } from './execution';
import { createLauncher } from './launcher';
import { COST_MS, RUNTIME } from './limits';
import type { Manifest } from './manifest';
import { createPageClient } from './page-client';
import type { RefuseServe, Serve } from './page-client';
import { checkSyntax } from './push';
import { createQuotas } from './quotas';
import type { Quotas } from './quotas';
import type { CellAddress } from './service';
import { createServices } from './services';
import { createWorkbook } from './spreadsheet/workbook';
import { recalculate } from './spreadsheet/recalculate';
import type { Recalculation, RecalculationOptions } from './spreadsheet/recalculate';
import { spreadsheetOf } from './spreadsheet/spreadsheet-host';
import { menuFunction } from './spreadsheet/ui-desk';
import type { MenuItem, Ui } from './spreadsheet/ui-desk';
import type { Workbook } from './spreadsheet/workbook';
import { createStores } from './stores';
import type { Stores } from './stores';
import { createRealTimeline, createVirtualTimeline } from './timeline';
import type { Transport } from './transport';
import { createTriggerList } from './trigger-list';
import { createTriggerRunner } from './trigger-runner';
import type { TriggerRunner } from './trigger-runner';
import { createUsers } from './users';
import type { Users } from './users';
import { createWarehouse, type Warehouse } from './warehouse';
import type { World } from './world';

export type { CellError, CellResult, CellValue } from './cell-result';
export type { Execution, ExecutionCall, InterceptedCall, Interception } from './execution';
export type { ServeResult } from './transfer';
export type { Transport, TransportReply, TransportRequest, TransportResponse } from './transport';

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
  /** Of the document's earlier life: random numbers and UUIDs follow from the number of an execution. Default 0. */
  executionsBefore?: number;
  /** A live report says that UrlFetchApp ignores `timeoutSeconds`; false believes it. Default true. */
  honoursTimeoutSeconds?: boolean;
  /** How long a call of PropertiesService takes; default 80 ms. Google is at times several times as slow. */
  propertyMs?: () => number;
  /**
   * How far a read of PropertiesService may be behind what other executions wrote; default 0. Google promises order to
   * whoever holds a lock (reference/lock: a number taken from a property under it is unique), and nothing to others.
   */
  propertyLagMs?: () => number;
  /** Real time after which a script that only computes is taken for hung, and killed; default 300,000. */
  computeLimitMs?: number;
}

export interface LogLine {
  execution: number;
  level: string;
  message: string;
}

export interface CellCall {
  name: string;
  args: unknown[];
  /** Whoever made the sheet recalculate; quotas count against him. */
  user?: string;
  cell?: CellAddress;
}

export interface Emulator {
  /** `advance` only while nothing runs (virtual). */
  clock: { now(): number; advance(ms: number): void };
  /** One execution in a fresh context. Triggers (LIMITED, NONE, source "trigger") get an event: fields in `args[0]`. */
  run(call: ExecutionCall): Promise<Execution>;
  /** At most `atOnce` (default 30) interleaved, the next starts when one ends. Results in order. */
  runAll(calls: ExecutionCall[], options?: { atOnce?: number }): Promise<Execution[]>;
  /** A custom function as a cell sees it. */
  cell(name: string, ...args: unknown[]): Promise<CellResult>;
  cells(calls: CellCall[], options?: { atOnce?: number }): Promise<CellResult[]>;
  /** google.script.run with its transfer rules both ways, ten at once. */
  serve: Serve;
  /** onOpen, which makes the menus anew; if it fails there are none. NONE needs a container "addon": a bound script never gets there. */
  open(as?: { user?: string; mode?: 'NONE' | 'LIMITED' }): Promise<Execution>;
  triggers: TriggerRunner;
  /** The document, to arrange and to inspect. */
  spreadsheet: Workbook;
  /** Formulas that are due (or all of them), each custom function of a cell being one execution. */
  recalculate(options?: RecalculationOptions): Promise<Recalculation>;
  /** Menus, alerts, prompts, toasts, sidebar and dialog, and what the person answers. */
  ui: Ui;
  menu: {
    /** What onOpen has added so far. */
    items(): MenuItem[];
    /** By label or by path ("Extensions ▸ More ▸ Deep", from any point on); throws where there is none or several. */
    click(labelOrPath: string, as?: { user?: string }): Promise<Execution>;
  };
  users: Users;
  stores: Stores;
  quotas: Quotas;
  /** BigQuery, for scripts whose manifest enables the advanced service. */
  warehouse: Warehouse;
  faults: Faults & { refuseServe?: RefuseServe };
  /** Service calls of all executions since the start or the last reset, by "Service.method". */
  counts: { total(): Record<string, number>; of(service: string, method?: string): number; reset(): void };
  logs: LogLine[];
  /** Replaces the code, as a later push does. Throws a PushError and changes nothing if it does not parse. */
  push(code: string): void;
  /** Kills what runs. Its threads stay for the next emulator of the process, and keep no process alive. */
  close(): Promise<void>;
}

const DEFAULT_START = '2026-11-23T08:00:00Z';
const OWNER = 'owner@example.com';
const SCRIPT_ID = '1EmulatedScriptIdentifier0123456789abcdefghijklmnopqrstu';
// Long enough that no busy machine is taken for a hang: under the virtual clock nothing else may rest on real time.
const COMPUTE_LIMIT_MS = 300_000;

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

const bundles = new Map<string, Stage['bundle']>();

function bundleOf(code: string): Stage['bundle'] {
  const bundle = bundles.get(code) ?? { id: createHash('sha256').update(code).digest('hex'), code };
  bundles.set(code, bundle);
  return bundle;
}

const isOf = (name: string, service: string, method?: string): boolean =>
  method === undefined ? name.startsWith(`${service}.`) : name === `${service}.${method}`;

function createCounts(): Emulator['counts'] & { add(service: string, method: string): void } {
  const counts = new Map<string, number>();
  return {
    add: (service, method) => void counts.set(`${service}.${method}`, (counts.get(`${service}.${method}`) ?? 0) + 1),
    total: () => Object.fromEntries(counts),
    of: (service, method) =>
      [...counts].filter(([name]) => isOf(name, service, method)).reduce((sum, [, count]) => sum + count, 0),
    reset: () => counts.clear(),
  };
}

function createWorld(
  options: EmulatorOptions,
  nowMs: () => number,
  locks: Pick<World, 'releaseLocks' | 'holdsLock'>,
): World {
  const { container = 'bound', timeZone = 'Etc/UTC', locale = 'en_US' } = options;
  return {
    clock: options.clock ?? 'virtual',
    nowMs,
    container,
    owner: OWNER,
    scriptId: SCRIPT_ID,
    manifest: options.files.manifest as Manifest,
    html: options.files.html,
    workbook: createWorkbook({ locale, timeZone, owner: OWNER, nowMs }),
    transport: options.transport,
    honoursTimeoutSeconds: options.honoursTimeoutSeconds ?? true,
    propertyMs: options.propertyMs ?? (() => COST_MS.property),
    propertyLagMs: options.propertyLagMs ?? (() => 0),
    users: createUsers(OWNER),
    stores: createStores(OWNER, nowMs),
    quotas: createQuotas(options.account ?? 'consumer', nowMs),
    triggers: createTriggerList(container, nowMs, (options.files.manifest as Manifest).timeZone ?? 'Etc/UTC'),
    warehouse: createWarehouse(),
    ...locks,
  };
}

/** Rejects with a PushError if the code does not parse on Apps Script. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  checkSyntax(options.files.code);
  const timeline =
    options.clock === 'real'
      ? createRealTimeline()
      : createVirtualTimeline(Date.parse(options.startAt ?? DEFAULT_START));
  const world = createWorld(options, timeline.nowMs, {
    releaseLocks: (id) => services.LockService.releaseAll(id),
    holdsLock: (id) => services.LockService.isHolder(id),
  });
  const services = createServices(world);
  const { ui } = spreadsheetOf(world);
  const counts = createCounts();
  const logs: LogLine[] = [];
  const faults: Emulator['faults'] = {};
  const stage: Stage = {
    world,
    timeline,
    services,
    faults,
    bundle: bundleOf(options.files.code),
    computeLimitMs: options.computeLimitMs ?? COMPUTE_LIMIT_MS,
    onCall: counts.add,
    onLog: (execution, level, message) => void logs.push({ execution, level, message }),
  };
  const { launch, stop } = createLauncher(
    stage,
    options.maxThreads ?? RUNTIME.simultaneousPerUser,
    options.executionsBefore,
  );

  const cells: Emulator['cells'] = (calls, { atOnce = RUNTIME.simultaneousPerUser } = {}) =>
    pooled(calls, atOnce, async (call) =>
      cellResult(await launch({ ...call, mode: 'CUSTOM_FUNCTION' }, 'cell'), call.name),
    );

  return {
    clock: { now: timeline.nowMs, advance: timeline.advance },
    run: (call) => launch(call),
    runAll: (calls, { atOnce = RUNTIME.simultaneousPerUser } = {}) => pooled(calls, atOnce, (call) => launch(call)),
    cell: async (name, ...args) => (await cells([{ name, args }]))[0]!,
    cells,
    serve: createPageClient(launch, (name) => faults.refuseServe?.(name)),
    async open({ user = OWNER, mode = 'LIMITED' } = {}) {
      if (mode === 'NONE' && world.container !== 'addon') {
        throw new Error('Only a published add-on runs in AuthMode.NONE: create the emulator with container "addon".');
      }
      ui.menus.length = 0;
      const execution = await launch({ name: 'onOpen', mode, user });
      // Whatever it had added: an onOpen that fails leaves the add-on with "Help" alone.
      if (execution.outcome !== 'returned') ui.menus.length = 0;
      return execution;
    },
    triggers: createTriggerRunner(world, launch),
    spreadsheet: world.workbook,
    recalculate: (how) => recalculate(world.workbook.book, cells, how),
    ui,
    menu: {
      items: () => ui.menuItems(),
      click: (labelOrPath, as) =>
        launch({ name: menuFunction(ui.menuItems(), labelOrPath), mode: 'FULL', source: 'menu', ...as }),
    },
    users: world.users,
    stores: world.stores,
    quotas: world.quotas,
    warehouse: world.warehouse,
    faults,
    counts,
    logs,
    push(code) {
      checkSyntax(code);
      stage.bundle = bundleOf(code);
    },
    async close() {
      stop();
    },
  };
}
