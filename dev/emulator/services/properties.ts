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

  const wroteMs = new Map<number, number>();

  /** What is read may be behind what others have written; never behind one's own writes, nor under a lock. */
  const asOfMs = ({ execution, nowMs }: ServiceCall): number =>
    world.holdsLock(execution.id)
      ? Infinity
      : Math.max(nowMs - world.propertyLagMs(), wroteMs.get(execution.id) ?? -Infinity);

  function changed(call: ServiceCall): PropertyStore {
    wroteMs.set(call.execution.id, call.nowMs);
    return store(call);
  }

  return {
    costMs: () => world.propertyMs(),
    end: ({ id }) => void wroteMs.delete(id),
    refuse(execution, method, args) {
      const isForbidden = execution.mode === 'CUSTOM_FUNCTION' && args[0] === 'user' && WRITES.has(method);
      return isForbidden ? `You do not have permission to call ${method}` : undefined;
    },
    methods: {
      getProperty: (call) => store(call).get(call.args[1] as string, asOfMs(call)),
      getProperties: (call) => store(call).all(asOfMs(call)),
      getKeys: (call) => Object.keys(store(call).all(asOfMs(call))),
      setProperty(call) {
        changed(call).set(call.args[1] as string, call.args[2] as string);
        return null;
      },
      setProperties(call) {
        changed(call).setAll(call.args[1] as [string, string][], call.args[2] as boolean);
        return null;
      },
      deleteProperty(call) {
        changed(call).delete(call.args[1] as string);
        return null;
      },
      deleteAllProperties(call) {
        changed(call).clear();
        return null;
      },
    },
  };
}
