import { COST_MS } from '../limits';
import { ServiceError } from '../service';
import type { Service } from '../service';
import type { TriggerPlan } from '../globals/script-trigger';
import type { World } from '../world';

/** ScriptApp: triggers of the user at the keyboard, and what he has consented to. */
export function scriptAppService(world: World): Service {
  const listed = (): string[] => world.manifest.oauthScopes ?? [];
  const isGranted = (user: string, scope: string): boolean =>
    world.users.hasScope(user, scope) && (!world.manifest.oauthScopes || listed().includes(scope));
  return {
    costMs: (method) => (method === 'getAuthorizationInfo' || method === 'requireScopes' ? 0 : COST_MS.trigger),
    methods: {
      newTrigger: ({ execution, args }) => world.triggers.install(execution.user, args[0] as TriggerPlan),
      deleteTrigger({ execution, args }) {
        world.triggers.remove(execution.user, String(args[0]));
        return null;
      },
      getProjectTriggers: ({ execution }) => world.triggers.list(execution.user),
      getUserTriggers: ({ execution }) => world.triggers.list(execution.user),
      getAuthorizationInfo({ execution, args }) {
        const wanted = (args[0] as string[] | undefined) ?? listed();
        return {
          granted: listed().filter((scope) => isGranted(execution.user, scope)),
          missing: wanted.filter((scope) => !isGranted(execution.user, scope)),
        };
      },
      requireScopes({ execution, args }) {
        const wanted = (args[0] as string[] | undefined) ?? listed();
        if (wanted.every((scope) => isGranted(execution.user, scope))) return null;
        // The real one ends the execution and asks the user to consent.
        throw new ServiceError(
          'Authorization is required to perform that action. Please run the script again to authorize it.',
        );
      },
    },
  };
}
