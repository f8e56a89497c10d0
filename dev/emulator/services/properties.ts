import { ServiceError } from '../service';
import type { Service, ServiceCall } from '../service';
import type { PropertyStore } from '../property-store';
import type { StoreScope } from '../stores';
import type { World } from '../world';

const WRITES = new Set(['deleteAllProperties', 'deleteProperty', 'setProperties', 'setProperty']);

/** PropertiesService: takes its time, and one call of the daily quota each, however many keys. */
export function propertiesService(world: World): Service {
  // Custom functions run as nobody and read the owner's user properties (guides/sheets/functions).
  function store({ execution, args }: ServiceCall): PropertyStore {
    if (!world.quotas.spend(execution.user, 'propertyCalls', 1)) {
      throw new ServiceError('Service invoked too many times for one day: properties.');
    }
    const user = execution.mode === 'CUSTOM_FUNCTION' ? world.owner : execution.user;
    return world.stores.properties(args[0] as StoreScope, user);
  }

  return {
    costMs: () => world.propertyMs(),
    refuse(execution, method, args) {
      const isForbidden = execution.mode === 'CUSTOM_FUNCTION' && args[0] === 'user' && WRITES.has(method);
      return isForbidden ? `You do not have permission to call ${method}` : undefined;
    },
    methods: {
      getProperty: (call) => store(call).get(call.args[1] as string),
      getProperties: (call) => store(call).all(),
      getKeys: (call) => Object.keys(store(call).all()),
      setProperty(call) {
        store(call).set(call.args[1] as string, call.args[2] as string);
        return null;
      },
      setProperties(call) {
        store(call).setAll(call.args[1] as [string, string][], call.args[2] as boolean);
        return null;
      },
      deleteProperty(call) {
        store(call).delete(call.args[1] as string);
        return null;
      },
      deleteAllProperties(call) {
        store(call).clear();
        return null;
      },
    },
  };
}
