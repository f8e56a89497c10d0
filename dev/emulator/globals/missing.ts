// What a V8 context brings and Apps Script's does not have. (Most of what is absent there, URL, fetch, timers, the
// context lacks by itself; a test names them all.)
const MISSING = ['SharedArrayBuffer', 'Atomics', 'gc'];

export function removeMissingGlobals(): void {
  for (const name of MISSING) Reflect.deleteProperty(globalThis, name);
}
