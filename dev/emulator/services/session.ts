import type { Service } from '../service';
import type { World } from '../world';

export function sessionService(world: World): Service {
  return {
    costMs: () => 0,
    methods: {
      getTemporaryActiveUserKey: ({ execution, nowMs }) => world.users.temporaryKey(execution.user, nowMs),
      // "The language setting of the current user as a string—for example, en for English" (reference, Session).
      getActiveUserLocale: ({ execution }) => world.users.locale(execution.user),
      // "The time zone of the script", which its manifest names (reference, Session; manifests, timeZone).
      getScriptTimeZone: () => world.manifest.timeZone ?? 'Etc/UTC',
    },
  };
}
