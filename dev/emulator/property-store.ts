import { PROPERTIES } from './limits';
import { ServiceError } from './service';

/** One property store. Throws ServiceErrors above the size of a value or of the store, and then nothing has changed. */
export interface PropertyStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  /** All or none. */
  setAll(values: [key: string, value: string][], deleteOthers?: boolean): void;
  delete(key: string): void;
  clear(): void;
  all(): Record<string, string>;
  /** UTF-8 of keys and values. */
  bytes(): number;
}

const size = (text: string): number => Buffer.byteLength(text);

export function createPropertyStore(): PropertyStore {
  let values = new Map<string, string>();
  let bytes = 0;

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
    values = next;
    bytes = nextBytes;
  }

  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => setAll([[key, value]]),
    setAll,
    delete(key) {
      const old = values.get(key);
      if (old === undefined) return;
      bytes -= size(key) + size(old);
      values.delete(key);
    },
    clear() {
      values = new Map();
      bytes = 0;
    },
    all: () => Object.fromEntries(values),
    bytes: () => bytes,
  };
}
