import { enumeration } from './enumeration';
import type { EnumerationValue } from './enumeration';
import { checkAccess } from './access';
import { call, environment, exception } from './host';
import { createTriggerBuilder, scriptTrigger } from './script-trigger';
import type { TriggerRecord } from './script-trigger';

type Api = GoogleAppsScript.Script.ScriptApp;
type AuthorizationInfo = GoogleAppsScript.Script.AuthorizationInfo;
type Trigger = GoogleAppsScript.Script.Trigger;

const SERVICE = 'ScriptApp';

const AuthMode = enumeration('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
const AuthorizationStatus = enumeration('REQUIRED', 'NOT_REQUIRED');
const EventType = enumeration('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED');
const InstallationSource = enumeration('APPS_MARKETPLACE_DOMAIN_ADD_ON', 'NONE', 'WEB_STORE_ADD_ON');
const TriggerSource = enumeration('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
const WeekDay = enumeration('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY');

const asTrigger = (record: unknown): Trigger => scriptTrigger(record as TriggerRecord, EventType, TriggerSource);

const triggers = (method: string): Trigger[] => (call(SERVICE, method) as unknown[]).map(asTrigger);

function authorizationInfo(scopes: unknown): AuthorizationInfo {
  const wanted = Array.isArray(scopes) ? scopes.map(String) : undefined;
  const { granted, missing } = call(SERVICE, 'getAuthorizationInfo', wanted) as {
    granted: string[];
    missing: string[];
  };
  const isRequired = missing.length > 0;
  return {
    getAuthorizationStatus: () => (isRequired ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED),
    getAuthorizationUrl: () => (isRequired ? 'https://accounts.google.com/o/oauth2/auth' : null),
    getAuthorizedScopes: () => granted,
  } as unknown as AuthorizationInfo;
}

export function createScriptApp(): Pick<
  Api,
  | 'deleteTrigger'
  | 'getAuthorizationInfo'
  | 'getInstallationSource'
  | 'getProjectTriggers'
  | 'getScriptId'
  | 'getScriptTriggers'
  | 'getService'
  | 'getUserTriggers'
  | 'newTrigger'
> {
  return {
    AuthMode,
    AuthorizationStatus,
    EventType,
    InstallationSource,
    TriggerSource,
    WeekDay,
    newTrigger(functionName: string) {
      checkAccess(SERVICE, 'newTrigger');
      return createTriggerBuilder(String(functionName), (plan) => asTrigger(call(SERVICE, 'newTrigger', plan)));
    },
    deleteTrigger(trigger: Trigger) {
      call(SERVICE, 'deleteTrigger', trigger.getUniqueId());
    },
    getProjectTriggers: () => triggers('getProjectTriggers'),
    getScriptTriggers: () => triggers('getProjectTriggers'),
    getUserTriggers: () => triggers('getUserTriggers'),
    getAuthorizationInfo: (_mode: EnumerationValue, scopes?: unknown) => authorizationInfo(scopes),
    requireScopes(_mode: EnumerationValue, scopes: unknown) {
      if (!Array.isArray(scopes)) throw exception('Invalid argument: oAuthScopes');
      call(SERVICE, 'requireScopes', scopes.map(String));
    },
    requireAllScopes() {
      call(SERVICE, 'requireScopes', undefined);
    },
    getInstallationSource: () =>
      environment().container === 'addon' ? InstallationSource.WEB_STORE_ADD_ON : InstallationSource.NONE,
    getScriptId: () => environment().scriptId,
    // An add-on is no web app.
    getService: () => ({ getUrl: () => null, isEnabled: () => false }),
  } as unknown as ReturnType<typeof createScriptApp>;
}
