import type { Service } from '../service';
import type { World } from '../world';

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export function sessionService(world: World): Service {
  const knowsEmail = (): boolean => world.manifest.oauthScopes?.includes(EMAIL_SCOPE) ?? true;
  return {
    costMs: () => 0,
    methods: {
      getActiveUser: ({ execution }) => (knowsEmail() ? execution.user : ''),
      getEffectiveUser: ({ execution }) => (knowsEmail() ? execution.user : ''),
      getTemporaryActiveUserKey: ({ execution, nowMs }) => world.users.temporaryKey(execution.user, nowMs),
    },
  };
}
