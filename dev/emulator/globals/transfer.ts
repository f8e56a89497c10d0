// What a value becomes on its way from the server to the page by google.script.run.
// Measured: tanaikech 2023-08-28 (platform page, section 7).

/** `nothing`: the success handler is called without a value. */
export type ClientValue = { nothing: true } | { json: string };

class HasDate extends Error {}

function convert(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'function') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) throw new HasDate();
  if (value instanceof Uint8Array) throw new TypeError('Unexpected error while getting the method or property.');
  if (Array.isArray(value)) return value.map(convert);
  // Map, Set, RegExp and boxed scalars have no properties of their own that are enumerable: {}.
  const isBoxedText = Object.prototype.toString.call(value) === '[object String]';
  const entries = isBoxedText ? [] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, each]) => [key, convert(each)]));
}

export function toClient(value: unknown): ClientValue {
  try {
    return { json: JSON.stringify(convert(value)) };
  } catch (error) {
    if (error instanceof HasDate) return { nothing: true };
    throw error;
  }
}
