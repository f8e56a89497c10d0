import { createAddon, KEY, type Addon, type AddonOptions } from './addon';

/** A document as it stood between two executions, and its API: whoever begins there again need not play what led there. */
export interface Moment {
  again(): Promise<Addon>;
}

const SCOPES = ['script', 'document', 'user'] as const;
/** Random numbers follow from an execution's number: none from before the moment comes again. */
const EXECUTIONS_APART = 1_000;
const executionsBefore = new WeakMap<Addon, number>();

/** `options` are those that the add-on was made with. Quotas of the day begin anew, and nothing may be scheduled. */
export function momentOf(addon: Addon, options: AddonOptions = {}): Moment {
  const { emulator, standin } = addon;
  const { stores, spreadsheet, triggers } = emulator;
  if (triggers.list().length > 0) throw new Error('a moment keeps no triggers');
  const atMs = emulator.clock.now();
  const document = spreadsheet.snapshot();
  const { nextId } = spreadsheet.book;
  const properties = SCOPES.map((scope) => Object.entries(stores.properties(scope).all()));
  const cached = SCOPES.map((scope) => {
    const cache = stores.cache(scope);
    return cache.keys().map((key) => ({ key, value: cache.get(key)!, endsAtMs: cache.expiresAtMs(key)! }));
  });
  const charges = [...standin.charges.list];
  const requests = [...standin.charges.requests()];
  const executions = (executionsBefore.get(addon) ?? 0) + EXECUTIONS_APART;
  const balance = standin.keys.get(KEY)!.balance;
  return {
    async again() {
      const startAt = new Date(atMs).toISOString();
      const next = await createAddon({ ...options, startAt, executionsBefore: executions, balance });
      executionsBefore.set(next, executions);
      const { book } = next.emulator.spreadsheet;
      next.emulator.spreadsheet.load(document);
      book.nextId = nextId;
      SCOPES.forEach((scope, index) => {
        next.emulator.stores.properties(scope).setAll(properties[index]!, true);
        const cache = next.emulator.stores.cache(scope);
        for (const { key, value, endsAtMs } of cached[index]!) cache.put(key, value, (endsAtMs - atMs) / 1000);
      });
      for (const each of charges) next.standin.charges.charge(each);
      for (const each of requests) {
        next.standin.charges.receive(each);
        if (each.key !== undefined) next.standin.keys.get(each.key)?.windows.arrive(each.atMs);
      }
      return next;
    },
  };
}
