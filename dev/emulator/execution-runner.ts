// One execution at the host's end: starts it on a thread, hears what the thread reports, ends it.
import { createCallDesk } from './call-desk';
import type { QueuedEvent } from './event-queue';
import type { Execution, ExecutionCall, Stage } from './execution';
import type { ExecutionInfo } from './service';
import { borrowThread } from './thread-pool';
import type { Thread } from './thread-pool';
import type { CallForm, ExecutionReport, ThreadJob } from './thread-protocol';
import { decode, encode } from './wire';

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
  const { timeline, services, world } = stage;
  const calls: Record<string, number> = {};
  const logs: string[] = [];
  const thread: Thread = borrowThread();
  let isOver = false;
  let isComputing = false;
  let hasReturned = false;
  let computingSince = 0;
  const ahead = new Set<QueuedEvent>();
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
    const event = timeline.at(atMs, info.id, kind, () => {
      ahead.delete(event);
      fire();
    });
    ahead.add(event);
    return event;
  }

  // Computing takes no virtual time, so only the real clock can end a loop that never ends.
  const watchdog = setInterval(() => {
    if (isComputing && performance.now() - computingSince > stage.computeLimitMs) kill('time');
  }, stage.computeLimitMs / 4);

  function end(result: Pick<Execution, 'outcome' | 'value' | 'error' | 'killedBy'>): void {
    isOver = true;
    clearInterval(watchdog);
    // What was to come would move the virtual clock.
    for (const event of ahead) event.cancelled = true;
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

  const perform = createCallDesk(
    stage,
    info,
    {
      isOver: () => isOver,
      kill: () => kill('fault'),
      answer(text) {
        setComputing(true);
        thread.answer([text, timeline.nowMs()]);
      },
      later,
      stopDeadline() {
        deadline.cancelled = true;
      },
      restartDeadline(lateMs) {
        deadlineAtMs += lateMs;
        armDeadline();
      },
    },
    calls,
  );

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
        virtual: world.clock === 'virtual',
        randomSeed: Math.imul(info.id, SEED_STEP) >>> 0,
        advanced: Object.fromEntries(
          (world.manifest.dependencies?.enabledAdvancedServices ?? []).map(({ userSymbol, serviceId, version }) => [
            userSymbol,
            `${serviceId} ${version}`,
          ]),
        ),
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
