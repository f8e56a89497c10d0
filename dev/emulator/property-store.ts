import { PROPERTIES } from './limits';
import { ServiceError } from './service';

/** One property store. Throws ServiceErrors above the size of a value or of the store, and then nothing has changed. */
export interface PropertyStore {
  /** `asOfMs`: as it stood at that instant of the last minute. */
  get(key: string, asOfMs?: number): string | null;
  set(key: string, value: string): void;
  /** All or none. */
  setAll(values: [key: string, value: string][], deleteOthers?: boolean): void;
  delete(key: string): void;
  clear(): void;
  all(asOfMs?: number): Record<string, string>;
  /** UTF-8 of keys and values. */
  bytes(): number;
}

const size = (text: string): number => Buffer.byteLength(text);

const REMEMBERED_MS = 60_000;

export function createPropertyStore(nowMs: () => number): PropertyStore {
  let values = new Map<string, string>();
  let bytes = 0;
  /** What stood until when, the newest last. */
  let past: { untilMs: number; values: Map<string, string> }[] = [];

  const standing = (asOfMs = Infinity): Map<string, string> =>
    past.find(({ untilMs }) => untilMs > asOfMs)?.values ?? values;

  function put(next: Map<string, string>, nextBytes: number): void {
    past = [...past.filter(({ untilMs }) => untilMs > nowMs() - REMEMBERED_MS), { untilMs: nowMs(), values }];
    values = next;
    bytes = nextBytes;
  }

  function setAll(changes: [string, string][], deleteOthers = false): void {
    const next = new Map(deleteOthers ? [] : values);
    let nextBytes = deleteOthers ? 0 : bytes;
    for (const [key, value] of changes) {
      if (size(value) > PROPERTIES.maxValueBytes) throw new ServiceError('Argument too large: value');
      const old = next.get(key);
      nextBytes += size(value) - (old === undefined ? -size(key) : size(old));
      next.set(key, value);
    }
    if (nextBytes > PROPERTIES.maxStoreBytes) {
      throw new ServiceError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    put(next, nextBytes);
  }

  return {
    get: (key, asOfMs) => standing(asOfMs).get(key) ?? null,
    set: (key, value) => setAll([[key, value]]),
    setAll,
    delete(key) {
      const old = values.get(key);
      if (old === undefined) return;
      const next = new Map(values);
      next.delete(key);
      put(next, bytes - size(key) - size(old));
    },
    clear: () => put(new Map(), 0),
    all: (asOfMs) => Object.fromEntries(standing(asOfMs)),
    bytes: () => bytes,
  };
}
