import type { Host, Properties } from '../core/ports';

/**
 * The same host for a view that shows both stores in several places: each is read once, and anew after a write of its own
 * or under the lock. Reading a whole store is the slowest call that a click makes.
 */
export function oneLook(host: Host): Host {
  const [document, user] = [remembered(host.documentProperties), remembered(host.userProperties)];
  return {
    ...host,
    documentProperties: document.properties,
    userProperties: user.properties,
    lock: {
      hold: (waitMs, section) =>
        host.lock.hold(waitMs, () => {
          document.forget();
          user.forget();
          return section();
        }),
    },
  };
}

function remembered(store: Properties): { properties: Properties; forget: () => void } {
  let seen: Record<string, string> | undefined;
  const all = (): Readonly<Record<string, string>> => (seen ??= Object.freeze(store.all()));
  const forget = (): void => {
    seen = undefined;
  };
  return {
    forget,
    properties: {
      all,
      get: (key) => all()[key],
      setMany(values) {
        forget();
        store.setMany(values);
      },
      remove(key) {
        forget();
        store.remove(key);
      },
    },
  };
}
