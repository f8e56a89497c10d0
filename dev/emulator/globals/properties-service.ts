import { checkAccess } from './access';
import { call, environment, exception } from './host';
import { checkSignature } from './signature';

type Properties = GoogleAppsScript.Properties.Properties;
type Scope = 'script' | 'document' | 'user';

const SERVICE = 'PropertiesService';

// Live, tanaikech.
const EMPTY_KEY = 'When setting or getting a property value, the property name must not be null or empty.';

function keyOf(key: unknown): string {
  if (key === null || key === undefined || key === '') throw exception(EMPTY_KEY);
  return String(key);
}

class ScriptProperties implements Properties {
  readonly #scope: Scope;
  constructor(scope: Scope) {
    this.#scope = scope;
  }
  deleteAllProperties(): Properties {
    call(SERVICE, 'deleteAllProperties', this.#scope);
    return this;
  }
  deleteProperty(...args: [key: string]): Properties {
    checkSignature('PropertiesService.Properties.deleteProperty', args, 1);
    call(SERVICE, 'deleteProperty', this.#scope, keyOf(args[0]));
    return this;
  }
  getKeys(): string[] {
    return call(SERVICE, 'getKeys', this.#scope) as string[];
  }
  getProperties(): Record<string, string> {
    return call(SERVICE, 'getProperties', this.#scope) as Record<string, string>;
  }
  getProperty(...args: [key: string]): string | null {
    checkSignature('PropertiesService.Properties.getProperty', args, 1);
    return call(SERVICE, 'getProperty', this.#scope, keyOf(args[0])) as string | null;
  }
  setProperties(...args: [properties: Record<string, string>, deleteAllOthers?: boolean]): Properties {
    checkSignature('PropertiesService.Properties.setProperties', args, 1, 2);
    if (typeof args[0] !== 'object' || args[0] === null) throw exception('Invalid argument: properties');
    const entries = Object.entries(args[0]).map(([key, value]) => [keyOf(key), String(value)]);
    call(SERVICE, 'setProperties', this.#scope, entries, args[1] === true);
    return this;
  }
  setProperty(...args: [key: string, value: string]): Properties {
    checkSignature('PropertiesService.Properties.setProperty', args, 2);
    call(SERVICE, 'setProperty', this.#scope, keyOf(args[0]), String(args[1]));
    return this;
  }
}

function open(method: string, scope: Scope): Properties {
  checkAccess(SERVICE, method);
  return new ScriptProperties(scope);
}

export function createPropertiesService(): Pick<
  GoogleAppsScript.Properties.PropertiesService,
  'getDocumentProperties' | 'getScriptProperties' | 'getUserProperties'
> {
  return {
    getScriptProperties: () => open('getScriptProperties', 'script'),
    getUserProperties: () => open('getUserProperties', 'user'),
    // Null without a container, whatever the types say.
    getDocumentProperties: () =>
      environment().container === 'none' ? (null as unknown as Properties) : open('getDocumentProperties', 'document'),
  };
}
