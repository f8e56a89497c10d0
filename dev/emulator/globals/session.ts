import { call } from './host';

export function createSession(): Pick<
  GoogleAppsScript.Base.Session,
  'getTemporaryActiveUserKey' | 'getScriptTimeZone' | 'getActiveUserLocale'
> {
  return {
    getActiveUserLocale: () => call('Session', 'getActiveUserLocale') as string,
    getTemporaryActiveUserKey: () => call('Session', 'getTemporaryActiveUserKey') as string,
    getScriptTimeZone: () => call('Session', 'getScriptTimeZone') as string,
  };
}
