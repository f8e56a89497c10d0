import { enumeration } from './enumeration';
import { checkAccess } from './access';
import { call } from './host';
import { createTriggerBuilder, scriptTrigger } from './script-trigger';
import type { TriggerRecord } from './script-trigger';

type Api = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;

const SERVICE = 'ScriptApp';

const AuthMode = enumeration('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');

const asTrigger = (record: unknown): Trigger => scriptTrigger(record as TriggerRecord);

export function createScriptApp(): Pick<Api, 'deleteTrigger' | 'getProjectTriggers' | 'newTrigger'> {
  return {
    AuthMode,
    newTrigger(functionName: string) {
      checkAccess(SERVICE, 'newTrigger');
      return createTriggerBuilder(String(functionName), (plan) => asTrigger(call(SERVICE, 'newTrigger', plan)));
    },
    deleteTrigger(trigger: Trigger) {
      call(SERVICE, 'deleteTrigger', trigger.getUniqueId());
    },
    getProjectTriggers: () => (call(SERVICE, 'getProjectTriggers') as unknown[]).map(asTrigger),
  } as unknown as ReturnType<typeof createScriptApp>;
}
