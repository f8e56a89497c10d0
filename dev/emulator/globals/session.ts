import { checkAccess } from './access';
import { call, environment } from './host';

type Session = GoogleAppsScript.Base.Session;

const SERVICE = 'Session';

function user(method: string): GoogleAppsScript.Base.User {
  const email = call(SERVICE, method) as string;
  const value = { getEmail: () => email, getUserLoginId: () => email, toString: () => email };
  return value as unknown as GoogleAppsScript.Base.User;
}

export function createSession(): Pick<
  Session,
  'getActiveUser' | 'getActiveUserLocale' | 'getEffectiveUser' | 'getScriptTimeZone' | 'getTemporaryActiveUserKey'
> {
  return {
    getActiveUser: () => user('getActiveUser'),
    getEffectiveUser: () => user('getEffectiveUser'),
    getTemporaryActiveUserKey: () => call(SERVICE, 'getTemporaryActiveUserKey') as string,
    getActiveUserLocale() {
      checkAccess(SERVICE, 'getActiveUserLocale');
      return environment().userLocale;
    },
    getScriptTimeZone() {
      checkAccess(SERVICE, 'getScriptTimeZone');
      return environment().scriptTimeZone;
    },
  };
}
