import type { Execution, ExecutionCall } from './execution';
import type { InstalledTrigger } from './trigger-list';
import type { World } from './world';

/** Fires installed triggers: as their user, in FULL, with an event. */
export interface TriggerRunner {
  /** All users' unless one is named. */
  list(user?: string): InstalledTrigger[];
  fire(id: string): Promise<Execution>;
  /** Fires those whose time has come, one after the other, the earliest first. */
  runDue(): Promise<Execution[]>;
}

const TOO_MUCH_TIME = 'Service using too much computer time for one day.';

export function createTriggerRunner(world: World, launch: (call: ExecutionCall) => Promise<Execution>): TriggerRunner {
  const { triggers, quotas } = world;

  async function fire(id: string): Promise<Execution> {
    const trigger = triggers.get(id);
    if (!trigger) throw new Error(`There is no trigger ${id}.`);
    const { functionName: name, user } = trigger;
    triggers.fired(id);
    const leftMs = quotas.limit('triggerRuntimeMs') - quotas.used(user, 'triggerRuntimeMs');
    if (leftMs <= 0) {
      const error = { name: 'Exception', message: TOO_MUCH_TIME, line: 0 };
      const nowMs = world.nowMs();
      return { id: 0, outcome: 'threw', error, startedAtMs: nowMs, endedAtMs: nowMs, calls: {}, logs: [] };
    }
    const execution = await launch({ name, args: [{ triggerUid: id }], mode: 'FULL', source: 'trigger', user });
    quotas.spend(user, 'triggerRuntimeMs', Math.min(leftMs, execution.endedAtMs - execution.startedAtMs));
    return execution;
  }

  return {
    list: triggers.list,
    fire,
    async runDue() {
      const executions: Execution[] = [];
      for (const { id } of triggers.due()) executions.push(await fire(id));
      return executions;
    },
  };
}
