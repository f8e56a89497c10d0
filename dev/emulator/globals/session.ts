import { call } from './host';

export function createSession(): Pick<GoogleAppsScript.Base.Session, 'getTemporaryActiveUserKey'> {
  return { getTemporaryActiveUserKey: () => call('Session', 'getTemporaryActiveUserKey') as string };
}
