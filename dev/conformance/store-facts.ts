import { repeated, thrown, THROWS } from './fact';
import type { Fact } from './fact';

// Properties, cache and lock of the document.
const properties = () => PropertiesService.getDocumentProperties();
const cache = () => CacheService.getDocumentCache() as GoogleAppsScript.Cache.Cache;
const lock = () => LockService.getDocumentLock();
const KB = 1024;

/** Sets a property of its own, and removes it whatever happens. */
function kept<T>(value: string, look: (back: string | null) => T): T {
  try {
    properties().setProperty('conformance/one', value);
    return look(properties().getProperty('conformance/one'));
  } finally {
    properties().deleteProperty('conformance/one');
  }
}

function cached<T>(values: Record<string, string>, seconds: number, look: () => T): T {
  try {
    cache().putAll(values, seconds);
    return look();
  } finally {
    cache().removeAll(Object.keys(values));
  }
}

const many = (count: number, value: (index: number) => string): Record<string, string> => {
  const values: Record<string, string> = {};
  for (let index = 0; index < count; index++) values[`conformance/${index}`] = value(index);
  return values;
};

export const STORE_FACTS: readonly Fact[] = [
  {
    name: 'a value of 9,000 characters is kept',
    source: 'guides/services/quotas: 9 KB a value',
    standing: 'documented',
    expected: 9000,
    check: () => kept(repeated('x', 9000), (back) => back?.length),
  },
  {
    name: 'a value above 9 KB is refused',
    source: 'guides/services/quotas; tanaikech 2023-05-22 stored 524,287 bytes. The product stays below 9 KB',
    standing: 'documented',
    expected: THROWS,
    check: () => thrown(() => kept(repeated('x', 10 * KB), () => 0)),
  },
  {
    name: 'values of 500 KB and more are refused, and then none of them is there',
    source: 'guides/services/quotas: 500 KB a store; that nothing is written is ours',
    standing: 'assumed',
    expected: [THROWS, 0],
    check() {
      const values = many(64, () => repeated('x', 8500));
      try {
        const said = thrown(() => properties().setProperties(values)).slice(0, THROWS.length);
        return [
          said,
          properties()
            .getKeys()
            .filter((key) => key in values).length,
        ];
      } finally {
        for (const key of properties().getKeys()) if (key in values) properties().deleteProperty(key);
      }
    },
  },
  {
    name: 'getProperties is a copy: changing it changes nothing',
    source: 'reference/properties',
    standing: 'documented',
    expected: 'a',
    check: () =>
      kept('a', () => {
        properties().getProperties()['conformance/one'] = 'b';
        return properties().getProperty('conformance/one');
      }),
  },
  {
    name: 'an empty value is kept, and is no missing one',
    source: 'nobody has recorded it; emptied slots and the note that there is no data tab rest on it',
    standing: 'assumed',
    expected: '',
    check: () => kept('', (back) => back),
  },
  {
    name: 'an empty name is refused',
    source: 'tanaikech 2023-05-22',
    standing: 'recorded',
    expected: THROWS,
    check: () => thrown(() => properties().setProperty('', 'x')),
  },
  {
    name: 'time of a property that is written and read',
    source: 'jpoehnelt: about 80 ms a pair',
    standing: 'recorded',
    expected: 'x',
    check: ({ timed }) => timed(() => kept('x', (back) => back), 3),
  },
  {
    name: 'cache: a key of 250 characters is taken, one of 251 refused',
    source: 'reference/cache',
    standing: 'documented',
    expected: ['v', THROWS],
    check: () => [
      cached({ [repeated('k', 250)]: 'v' }, 60, () => cache().get(repeated('k', 250))),
      thrown(() => cache().put(repeated('k', 251), 'v', 60)).slice(0, THROWS.length),
    ],
  },
  {
    name: 'cache: 102,400 bytes are kept, 102,401 refused',
    source: 'reference/cache; jpoehnelt exploring-apps-script-cacheservice-limits',
    standing: 'recorded',
    expected: [102_400, THROWS],
    check: () => [
      cached({ 'conformance/big': repeated('x', 102_400) }, 60, () => cache().get('conformance/big')?.length),
      thrown(() => cache().put('conformance/big', repeated('x', 102_401), 60)).slice(0, THROWS.length),
    ],
  },
  {
    name: 'cache: an empty key is refused, a time below nought is not',
    source: 'jpoehnelt',
    standing: 'recorded',
    expected: [THROWS, 'throws nothing', null],
    check: () => [
      thrown(() => cache().put('', 'v', 60)).slice(0, THROWS.length),
      thrown(() => cache().put('conformance/past', 'v', -1)),
      cache().get('conformance/past'),
    ],
  },
  {
    name: 'cache: eight values of 95,000 characters in one putAll come back',
    source: 'ours: the index of the data tab',
    standing: 'assumed',
    expected: 8,
    check: ({ timed }) => {
      const values = many(8, () => repeated('x', 95_000));
      return timed(() => cached(values, 60, () => Object.keys(cache().getAll(Object.keys(values))).length));
    },
  },
  {
    name: 'cache: the 1,001st entry leaves the 900 that expire last',
    source: 'jpoehnelt; an older text of reference/cache',
    standing: 'recorded',
    expected: [900, null, 'late'],
    check() {
      // What else is in the document's cache would be counted along: the script's own one is empty in a scratch script.
      const own = CacheService.getScriptCache() as GoogleAppsScript.Cache.Cache;
      const values = many(999, () => 'v');
      const keys = [...Object.keys(values), 'conformance/soon', 'conformance/late'];
      own.removeAll(keys);
      own.put('conformance/soon', 'soon', 60);
      own.putAll(values, 3600);
      own.put('conformance/late', 'late', 21_600);
      const left = own.getAll(keys);
      const found = [Object.keys(left).length, left['conformance/soon'] ?? null, left['conformance/late'] ?? null];
      own.removeAll(keys);
      return found;
    },
  },
  {
    name: 'time of a cache entry that is written and read',
    source: 'jpoehnelt: about 63 ms a pair',
    standing: 'recorded',
    expected: 'v',
    check: ({ timed }) =>
      timed(() => {
        cache().put('conformance/one', 'v', 60);
        return cache().get('conformance/one');
      }, 3),
  },
  {
    name: 'lock: taken twice by its holder, free after one release, and a further release does nothing',
    source: 'a live acceptance run (platform page, 5)',
    standing: 'recorded',
    expected: [true, true, true, false, 'throws nothing'],
    check() {
      const [one, other] = [lock(), lock()];
      const found: unknown[] = [one.tryLock(1000), other.tryLock(1000), one.hasLock()];
      one.releaseLock();
      return [...found, one.hasLock(), thrown(() => one.releaseLock())];
    },
  },
  {
    name: 'lock: a wait below nought gets nothing, though nobody holds it',
    source: 'gas-fakes testlock.js, which runs live too',
    standing: 'recorded',
    expected: [false, THROWS, true],
    check() {
      const found = [lock().tryLock(-100), thrown(() => lock().waitLock(-100)).slice(0, THROWS.length)];
      const free = lock().tryLock(0);
      lock().releaseLock();
      return [...found, free];
    },
  },
  {
    name: 'time of a lock that is taken and released',
    source: 'a live acceptance run: tryLock 94 ms',
    standing: 'recorded',
    expected: true,
    check: ({ timed }) =>
      timed(() => {
        const held = lock();
        const got = held.tryLock(5000);
        held.releaseLock();
        return got;
      }, 3),
  },
];
