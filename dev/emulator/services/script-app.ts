import { COST_MS } from '../limits';
import type { Service } from '../service';
import type { TriggerPlan } from '../globals/script-trigger';
import type { World } from '../world';

/** ScriptApp: triggers of the user at the keyboard. */
export function scriptAppService(world: World): Service {
  return {
    costMs: () => COST_MS.trigger,
    methods: {
      newTrigger: ({ execution, args }) => world.triggers.install(execution.user, args[0] as TriggerPlan),
      deleteTrigger({ execution, args }) {
        world.triggers.remove(execution.user, String(args[0]));
        return null;
      },
      getProjectTriggers: ({ execution }) => world.triggers.list(execution.user),
    },
  };
}
