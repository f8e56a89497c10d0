import { startExecution } from './execution-runner';
import type { Execution, ExecutionCall, Stage } from './execution';
import { RUNTIME } from './limits';
import type { AuthMode, ExecutionInfo, ExecutionSource } from './service';
import type { CallForm } from './thread-protocol';

/** Starts executions when their time has come, as far as the platform lets them. */
export interface Launcher {
  launch(call: ExecutionCall, form?: CallForm): Promise<Execution>;
  /** Kills what is under way; nothing starts any more. */
  stop(): void;
}

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

// Triggers are handed an event, everything else its arguments.
const formOf = (source: ExecutionSource): CallForm =>
  source === 'simpleTrigger' || source === 'trigger' ? 'event' : 'plain';

// guides/support/troubleshooting
const TOO_MANY = 'There are too many scripts running simultaneously for this Google user account.';

export function createLauncher(stage: Stage, maxThreads: number, executionsBefore = 0): Launcher {
  const { timeline, world } = stage;
  const live = new Map<number, { info: ExecutionInfo; kill: () => void }>();
  const waitingForThread: (() => void)[] = [];
  let lastId = executionsBefore;
  let stopped = false;

  function refuse(call: ExecutionCall, user: string): string | undefined {
    const own = [...live.values()].filter(({ info }) => info.user === user).length;
    if (own >= RUNTIME.simultaneousPerUser || live.size >= RUNTIME.simultaneousPerScript) return TOO_MANY;
    return stage.faults.refuseStart?.(call);
  }

  function launch(call: ExecutionCall, form?: CallForm): Promise<Execution> {
    if (stopped) return Promise.reject(new Error('The emulator is closed.'));
    lastId += 1;
    const id = lastId;
    const { name, mode, cell, user = world.owner, source = SOURCE_OF[mode] } = call;
    return new Promise((resolve) => {
      function begin(): void {
        const startedAtMs = timeline.nowMs();
        const refused = stopped ? 'The emulator is closed.' : refuse(call, user);
        if (refused !== undefined) {
          const error = { name: 'Exception', message: refused, line: 0 };
          resolve({ id, outcome: 'threw', error, startedAtMs, endedAtMs: startedAtMs, calls: {}, logs: [] });
          return;
        }
        if (live.size >= maxThreads) {
          waitingForThread.push(begin);
          return;
        }
        const info: ExecutionInfo = { id, name, mode, source, user, startedAtMs, ...(cell && { cell }) };
        const kill = startExecution(stage, info, call, form ?? formOf(source), LIMIT_MS[source], (execution) => {
          live.delete(id);
          const next = waitingForThread.shift();
          if (next) timeline.at(timeline.nowMs(), id, 'wake', next);
          resolve(execution);
        });
        live.set(id, { info, kill });
      }
      timeline.at(call.startAtMs ?? timeline.nowMs(), id, 'wake', begin);
    });
  }

  return {
    launch,
    stop() {
      stopped = true;
      for (const { kill } of live.values()) kill();
    },
  };
}
