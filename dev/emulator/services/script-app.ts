import { COST_MS } from '../limits';
import { ENDING, type Service } from '../service';
import type { TriggerPlan } from '../globals/script-trigger';
import type { World } from '../world';

/** ScriptApp: triggers of the user at the keyboard, and what that user has consented to. */
export function scriptAppService(world: World): Service {
  /** A scope that the manifest does not name cannot be granted. */
  const granted = (user: string, scopes: string[]): string[] =>
    scopes.filter(
      (scope) => (world.manifest.oauthScopes?.includes(scope) ?? true) && world.users.hasScope(user, scope),
    );
  const wanted = (scopes: unknown): string[] => (scopes as string[] | null) ?? world.manifest.oauthScopes ?? [];
  return {
    costMs: () => COST_MS.trigger,
    methods: {
      newTrigger: ({ execution, args }) => world.triggers.install(execution.user, args[0] as TriggerPlan),
      deleteTrigger({ execution, args }) {
        world.triggers.remove(execution.user, String(args[0]));
        return null;
      },
      getProjectTriggers: ({ execution }) => world.triggers.list(execution.user),
      getAuthorizationInfo({ execution, args }) {
        const scopes = wanted(args[0]);
        const has = granted(execution.user, scopes);
        return { granted: has, isRequired: has.length < scopes.length };
      },
      // "If any of the specified consents are missing, then this method ends the current execution flow and renders an
      // authorization prompt" (reference, ScriptApp).
      requireScopes({ execution, args }) {
        const scopes = wanted(args[0]);
        const has = granted(execution.user, scopes);
        if (has.length === scopes.length) return null;
        world.users.consentAsked.push({
          user: execution.user,
          scopes: scopes.filter((scope) => !has.includes(scope)),
        });
        return ENDING;
      },
    },
  };
}
