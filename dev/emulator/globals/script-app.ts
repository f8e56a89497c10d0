import { enumeration } from './enumeration';
import { checkAccess } from './access';
import { call } from './host';
import { createTriggerBuilder, scriptTrigger } from './script-trigger';
import type { TriggerRecord } from './script-trigger';

type Api = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;

const SERVICE = 'ScriptApp';

const AuthMode = enumeration('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
const AuthorizationStatus = enumeration('REQUIRED', 'NOT_REQUIRED');
/** Where a person can grant what is missing; of Google's form. */
const CONSENT_URL = 'https://script.google.com/macros/d/emulator/exec?authorize';

const asTrigger = (record: unknown): Trigger => scriptTrigger(record as TriggerRecord);

export function createScriptApp(): Pick<
  Api,
  'deleteTrigger' | 'getAuthorizationInfo' | 'getProjectTriggers' | 'newTrigger'
> {
  return {
    AuthMode,
    AuthorizationStatus,
    newTrigger(functionName: string) {
      checkAccess(SERVICE, 'newTrigger');
      return createTriggerBuilder(String(functionName), (plan) => asTrigger(call(SERVICE, 'newTrigger', plan)));
    },
    deleteTrigger(trigger: Trigger) {
      call(SERVICE, 'deleteTrigger', trigger.getUniqueId());
    },
    getAuthorizationInfo(_mode: unknown, scopes?: string[]) {
      const { granted, isRequired } = call(SERVICE, 'getAuthorizationInfo', scopes ?? null) as {
        granted: string[];
        isRequired: boolean;
      };
      return {
        getAuthorizationStatus: () => AuthorizationStatus[isRequired ? 'REQUIRED' : 'NOT_REQUIRED'],
        getAuthorizationUrl: () => (isRequired ? CONSENT_URL : null),
        getAuthorizedScopes: () => granted,
      };
    },
    requireScopes: (_mode: unknown, scopes: string[]) => void call(SERVICE, 'requireScopes', scopes),
    requireAllScopes: () => void call(SERVICE, 'requireScopes', null),
    getProjectTriggers: () => (call(SERVICE, 'getProjectTriggers') as unknown[]).map(asTrigger),
  } as unknown as ReturnType<typeof createScriptApp>;
}
