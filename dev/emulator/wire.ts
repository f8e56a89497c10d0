// How values cross between a script's context and the host: JSON, with tags for what JSON lacks.
// The same code runs on both sides, so it names nothing but ECMAScript.

const TAG = '$wire';

function tagged(kind: string, value?: unknown): Record<string, unknown> {
  return value === undefined ? { [TAG]: kind } : { [TAG]: kind, v: value };
}

// By name, not by instanceof: a value may come from another realm.
const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

function wrap(value: unknown): unknown {
  if (value === undefined) return tagged('undefined');
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : tagged('number', Object.is(value, -0) ? '-0' : String(value));
  if (typeof value === 'bigint' || typeof value === 'symbol') return tagged('text', String(value));
  if (typeof value === 'function') return tagged('function', String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wrap);
  const kind = kindOf(value);
  if (kind === 'Date') return tagged('date', (value as Date).getTime());
  if (kind === 'Uint8Array') return tagged('bytes', (value as Uint8Array).join());
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = wrap((value as Record<string, unknown>)[key]);
  return TAG in copy ? tagged('object', Object.entries(copy)) : copy;
}

const UNWRAP: Record<string, (value: unknown) => unknown> = {
  undefined: () => undefined,
  number: (value) => (value === '-0' ? -0 : Number(value)),
  text: (value) => value,
  function: (value) => value,
  date: (value) => new Date(value === null ? NaN : (value as number)),
  // Built-ins only: a loop of ours runs cold in each fresh context, and bytes come by the ten thousand.
  bytes: (value) => new Uint8Array(JSON.parse(`[${value as string}]`) as number[]),
  object: (value) => Object.fromEntries((value as [string, unknown][]).map(([key, each]) => [key, unwrap(each)])),
};

function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unwrap);
  const kind = (value as Record<string, unknown>)[TAG];
  if (typeof kind === 'string') return UNWRAP[kind]?.((value as { v?: unknown }).v);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = unwrap((value as Record<string, unknown>)[key]);
  return copy;
}

/** Functions cross as their source; Date, undefined, NaN, the infinities and Uint8Array as themselves. */
export function encode(value: unknown): string {
  return JSON.stringify(wrap(value));
}

export function decode(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes(TAG) ? unwrap(value) : value;
}
