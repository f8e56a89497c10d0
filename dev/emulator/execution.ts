// One execution at the host's end: starts it on a thread, performs its calls in the order of the timeline, ends it.
import { refusal } from './auth-modes';
import { scopeRefusal } from './scopes';
import { Later, Parked, ServiceError } from './service';
import type { AuthMode, CellAddress, ExecutionInfo, ExecutionSource, Reply, Service } from './service';
import { borrowThread } from './thread-pool';
import type { Thread } from './thread-pool';
import type { CallForm, ExecutionReport, ThreadJob } from './thread-protocol';
import type { QueuedEvent } from './event-queue';
import type { Timeline } from './timeline';
import { decode, encode } from './wire';
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

interface ScriptReply {
  value?: unknown;
  error?: { name: string; message: string; stack: string; line: number };
  missing?: true;
}

/** The seed of an execution's random numbers: far apart for neighbours. */
const SEED_STEP = 0x9e3779b9;

/** Runs it to its end, and then calls `onEnd` at that instant. Returns what kills it. `limitMs` is what the platform grants; `form` what becomes of the value. */
export function startExecution(
  stage: Stage,
  info: ExecutionInfo,
  call: ExecutionCall,
  form: CallForm,
  limitMs: number,
  onEnd: (execution: Execution) => void,
): () => void {
  const { timeline, services, world, faults } = stage;
  const calls: Record<string, number> = {};
  const logs: string[] = [];
  const thread: Thread = borrowThread();
  let callIndex = 0;
  let isOver = false;
  let isComputing = false;
  let hasReturned = false;
  let computingSince = 0;
  let deadline: QueuedEvent;
  let deadlineAtMs = timeline.nowMs() + limitMs;

  function setComputing(computing: boolean): void {
    if (computing === isComputing) return;
    isComputing = computing;
    if (computing) {
      computingSince = performance.now();
      timeline.computing();
    } else timeline.blocked();
  }

  function later(atMs: number, kind: 'effect' | 'wake', fire: () => void): QueuedEvent {
    return timeline.at(atMs, info.id, kind, () => {
      if (!isOver) fire();
    });
  }

  // Computing takes no virtual time, so a loop that never ends must be ended by the real clock.
  const watchdog = setInterval(() => {
    if (isComputing && performance.now() - computingSince > stage.computeLimitMs) kill('time');
  }, stage.computeLimitMs / 4);

  function end(result: Pick<Execution, 'outcome' | 'value' | 'error' | 'killedBy'>): void {
    isOver = true;
    clearInterval(watchdog);
    deadline.cancelled = true;
    setComputing(false);
    for (const service of Object.values(services)) service.end?.(info, timeline.nowMs());
    timeline.yield();
    onEnd({ id: info.id, startedAtMs: info.startedAtMs, endedAtMs: timeline.nowMs(), calls, logs, ...result });
  }

  function kill(killedBy: 'time' | 'fault'): void {
    if (isOver) return;
    if (isComputing) thread.terminate();
    else {
      if (!hasReturned) thread.answer([null, timeline.nowMs()]);
      thread.release();
    }
    end({ outcome: 'killed', killedBy });
  }

  function armDeadline(): void {
    deadline = later(deadlineAtMs, 'effect', () => kill('time'));
  }

  /** Sends the answer when its time has come; `after` may still turn it into something else. */
  function answerAt(atMs: number, pending: PendingCall, answer: { value?: unknown } | { error: Error }): void {
    later(atMs, 'wake', () => {
      const verdict = faults.intercept?.({ ...pending.intercepted, phase: 'after' });
      if (verdict && 'kill' in verdict) return kill('fault');
      const final = verdict && 'throw' in verdict ? { error: new ServiceError(verdict.throw) } : answer;
      const text =
        'error' in final
          ? encode({ error: { name: final.error.name, message: final.error.message } })
          : encode({ value: final.value });
      setComputing(true);
      thread.answer([text, timeline.nowMs()]);
    });
  }

  function settle(pending: PendingCall, produce: () => Reply): void {
    const nowMs = timeline.nowMs();
    let reply: Reply;
    try {
      reply = produce();
    } catch (error) {
      answerAt(nowMs + pending.backMs, pending, { error: error as Error });
      return;
    }
    if (reply instanceof Promise) {
      timeline.hold();
      const resume = (then: () => Reply): void => {
        if (!isOver) settle(pending, then);
        timeline.release();
      };
      reply.then(
        (value) => resume(() => value),
        (error: unknown) =>
          resume(() => {
            throw error;
          }),
      );
    } else if (reply instanceof Later) {
      const wait = reply;
      later(Math.max(wait.atMs, nowMs), 'effect', () => settle(pending, () => wait.produce(timeline.nowMs())));
    } else if (reply instanceof Parked) {
      park(pending, reply, nowMs);
    } else answerAt(nowMs + pending.backMs, pending, { value: reply });
  }

  function park(pending: PendingCall, wait: Parked, parkedAtMs: number): void {
    let parked = true;
    const leave = (produce: (nowMs: number) => Reply): void => {
      if (!parked || isOver) return;
      parked = false;
      timeout.cancelled = true;
      if (wait.suspends) {
        deadlineAtMs += timeline.nowMs() - parkedAtMs;
        armDeadline();
      }
      settle(pending, () => produce(timeline.nowMs()));
    };
    const timeout = later(wait.untilMs, 'effect', () => leave(wait.onTimeout));
    if (wait.suspends) deadline.cancelled = true;
    // What ends the wait may come from outside of any event (a person's click): it gets an event of its own.
    wait.start((produce) => later(timeline.nowMs(), 'effect', () => leave(produce)));
  }

  function perform(text: string): void {
    const [service, method, args] = decode(text) as [string, string, unknown[]];
    const name = `${service}.${method}`;
    calls[name] = (calls[name] ?? 0) + 1;
    stage.onCall(service, method);
    const intercepted: InterceptedCall = {
      execution: info.id,
      name: info.name,
      index: callIndex,
      service,
      method,
      args,
      phase: 'before',
    };
    callIndex += 1;
    const pending: PendingCall = { intercepted, backMs: 0 };
    const verdict = faults.intercept?.(intercepted);
    if (verdict && 'kill' in verdict) return kill('fault');
    const table = services[service];
    const costMs = world.clock === 'virtual' ? (table?.costMs(method, args) ?? 0) : 0;
    if (verdict && 'throw' in verdict) {
      return answerAt(timeline.nowMs() + costMs, pending, { error: new ServiceError(verdict.throw) });
    }
    const refused =
      refusal(info.mode, service, method) ??
      table?.refuse?.(info, method, args) ??
      scopeRefusal(world.manifest, (scope) => world.users.hasScope(info.user, scope), service, method);
    const handler = table?.methods[method];
    if (refused !== undefined || !handler) {
      const error = new ServiceError(refused ?? `The emulator has no ${name}.`);
      return answerAt(timeline.nowMs() + costMs, pending, { error });
    }
    pending.backMs = costMs - costMs / 2;
    later(timeline.nowMs() + costMs / 2, 'effect', () =>
      settle(pending, () => handler({ execution: info, method, args, nowMs: timeline.nowMs() })),
    );
  }

  function conclude(text: string): void {
    thread.release();
    let reply = decode(text) as ScriptReply;
    try {
      for (const service of Object.values(services)) service.finish?.(info, timeline.nowMs());
    } catch (error) {
      const { name, message } = error as Error;
      reply = { error: { name, message, stack: `${name}: ${message}`, line: 0 } };
    }
    if (reply.missing) {
      const message = `Script function not found: ${call.name}`;
      return end({ outcome: 'threw', error: { name: 'ReferenceError', message, line: 0, missing: true } });
    }
    end(reply.error ? { outcome: 'threw', error: reply.error } : { outcome: 'returned', value: reply.value });
  }

  // A report becomes an event of its own, so that threads that compute side by side are heard in a fixed order.
  const REPORTS: Record<ExecutionReport[0], (text: string) => void> = {
    log(text) {
      const [level, message] = decode(text) as [string, string];
      logs.push(message);
      stage.onLog(info.id, level, message);
    },
    call(text) {
      later(timeline.nowMs(), 'effect', () => perform(text));
      setComputing(false);
    },
    end(text) {
      hasReturned = true;
      later(timeline.nowMs(), 'effect', () => conclude(text));
      setComputing(false);
    },
  };

  function onDeath(error: Error): void {
    if (isOver) return;
    const message = /memory/i.test(error.message) ? 'Exceeded memory limit.' : error.message;
    end({ outcome: 'threw', error: { name: 'Exception', message, line: 0 } });
  }

  function begin(): void {
    const job: ThreadJob = {
      bundleId: stage.bundle.id,
      environment: {
        executionId: info.id,
        mode: info.mode,
        source: info.source,
        container: world.container,
        user: info.user,
        scriptTimeZone: world.manifest.timeZone ?? 'Etc/UTC',
        scriptId: world.scriptId,
        userLocale: world.users.locale(info.user),
        virtual: world.clock === 'virtual',
        randomSeed: Math.imul(info.id, SEED_STEP) >>> 0,
        ...(info.cell && { cell: info.cell }),
      },
      nowMs: timeline.nowMs(),
      offsetMs: timeline.offsetMs(),
      name: call.name,
      args: encode(call.args ?? []),
      form,
    };
    setComputing(true);
    thread.begin(job, stage.bundle.code, ([kind, text]) => !isOver && REPORTS[kind](text), onDeath);
  }

  armDeadline();
  begin();
  return () => kill('fault');
}

interface PendingCall {
  intercepted: InterceptedCall;
  /** From the effect to the answer. */
  backMs: number;
}
