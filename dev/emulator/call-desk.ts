// Where the service calls of one execution are performed: intercepted, refused, carried out, answered in their time.
import { refusal } from './auth-modes';
import type { QueuedEvent } from './event-queue';
import type { InterceptedCall, Stage } from './execution';
import { scopeRefusal } from './scopes';
import { ENDING, Later, Parked, ServiceError } from './service';
import type { ExecutionInfo, Reply } from './service';
import { decode, encode } from './wire';

/** What the desk may do to the script that waits for it. */
export interface WaitingScript {
  isOver(): boolean;
  kill(): void;
  /** Lets it go on. */
  answer(text: string): void;
  /** An event that no longer happens once the script is over. */
  later(atMs: number, kind: 'effect' | 'wake', fire: () => void): QueuedEvent;
  stopDeadline(): void;
  restartDeadline(lateMs: number): void;
}

interface PendingCall {
  intercepted: InterceptedCall;
  /** From the effect to the answer. */
  backMs: number;
}

/** Takes a call as the script has sent it: wire.ts text of [service, method, args]. Counts it in `calls`. */
export function createCallDesk(
  { timeline, services, world, faults, onCall }: Stage,
  info: ExecutionInfo,
  script: WaitingScript,
  calls: Record<string, number>,
): (text: string) => void {
  let callIndex = 0;

  /** Sends the answer when its time has come; `after` may still turn it into something else. */
  function answerAt(atMs: number, pending: PendingCall, answer: { value?: unknown } | { error: Error }): void {
    script.later(atMs, 'wake', () => {
      const verdict = faults.intercept?.({ ...pending.intercepted, phase: 'after' });
      if (verdict && 'kill' in verdict) return script.kill();
      const final = verdict && 'throw' in verdict ? { error: new ServiceError(verdict.throw) } : answer;
      const text =
        'error' in final
          ? encode({ error: { name: final.error.name, message: final.error.message } })
          : encode({ value: final.value });
      script.answer(text);
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
    if (reply === ENDING) script.kill();
    else if (reply instanceof Promise) {
      timeline.hold();
      const resume = (then: () => Reply): void => {
        if (!script.isOver()) settle(pending, then);
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
      script.later(Math.max(wait.atMs, nowMs), 'effect', () => settle(pending, () => wait.produce(timeline.nowMs())));
    } else if (reply instanceof Parked) {
      park(pending, reply, nowMs);
    } else answerAt(nowMs + pending.backMs, pending, { value: reply });
  }

  function park(pending: PendingCall, wait: Parked, parkedAtMs: number): void {
    let parked = true;
    const leave = (produce: (nowMs: number) => Reply): void => {
      if (!parked || script.isOver()) return;
      parked = false;
      timeout.cancelled = true;
      if (wait.suspends) {
        script.restartDeadline(timeline.nowMs() - parkedAtMs);
      }
      settle(pending, () => produce(timeline.nowMs()));
    };
    const timeout = script.later(wait.untilMs, 'effect', () => leave(wait.onTimeout));
    if (wait.suspends) script.stopDeadline();
    // What ends the wait may come from outside of any event (a person's click): it gets an event of its own.
    wait.start((produce) => script.later(timeline.nowMs(), 'effect', () => leave(produce)));
  }

  return (text) => {
    const [service, method, args] = decode(text) as [string, string, unknown[]];
    const name = `${service}.${method}`;
    calls[name] = (calls[name] ?? 0) + 1;
    onCall(service, method);
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
    if (verdict && 'kill' in verdict) return script.kill();
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
    script.later(timeline.nowMs() + costMs / 2, 'effect', () =>
      settle(pending, () => handler({ execution: info, method, args, nowMs: timeline.nowMs() })),
    );
  };
}
