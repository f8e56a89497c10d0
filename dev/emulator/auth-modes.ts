// Which services each mode may call: the tables of workspace/add-ons/concepts/editor-auth-lifecycle and of
// guides/sheets/functions. Used on both sides, so it names nothing but ECMAScript.
// The spreadsheet's own services refuse by themselves (Service.refuse), for there it depends on the method.
import type { AuthMode } from './service';

/** Cache and locks in NONE are assumed: the page grants only what touches no user data. */
const FORBIDDEN: Record<AuthMode, string[]> = {
  NONE: ['BigQuery', 'CacheService', 'LockService', 'PropertiesService', 'ScriptApp', 'Session', 'UrlFetchApp'],
  LIMITED: ['BigQuery', 'ScriptApp', 'Session', 'UrlFetchApp'],
  CUSTOM_FUNCTION: ['BigQuery', 'ScriptApp', 'Session'],
  FULL: [],
};

/** "Access to user data: Locale only", in each of these modes (the same page). */
const LOCALE = 'Session.getActiveUserLocale';

/** The text to throw if the mode forbids the method, else undefined. */
export function refusal(mode: AuthMode, service: string, method: string): string | undefined {
  if (!FORBIDDEN[mode].includes(service) || `${service}.${method}` === LOCALE) return undefined;
  if (mode === 'CUSTOM_FUNCTION') return `You do not have permission to call ${service} service.`;
  return `You do not have permission to call ${service}.${method}.`;
}
