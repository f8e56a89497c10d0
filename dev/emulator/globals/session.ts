import { call } from './host';

export function createSession(): Pick<
  GoogleAppsScript.Base.Session,
  'getTemporaryActiveUserKey' | 'getScriptTimeZone'
> {
  return {
    getTemporaryActiveUserKey: () => call('Session', 'getTemporaryActiveUserKey') as string,
    getScriptTimeZone: () => call('Session', 'getScriptTimeZone') as string,
  };
}
