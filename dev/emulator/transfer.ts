// google.script.run, the client's half: what may leave the page. Measured: tanaikech 2023-08-28 (platform page, 7).
// The way back is converted inside the context, by globals/transfer.ts.
import type { ClientValue } from './globals/transfer';

export type ServeResult = { ok: true; value: unknown } | { ok: false; error: { name: string; message: string } };

const LEGAL = new Set(['Object', 'Array', 'String', 'Number', 'Boolean', 'Null', 'Undefined']);

function convert(value: unknown, property: string): unknown {
  if (value === undefined || value === null) return null;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const isBoxed = typeof value === 'object' && ['String', 'Number', 'Boolean'].includes(kind);
  if (!LEGAL.has(kind) || isBoxed) throw new TypeError(`Failed due to illegal value in property: ${property}`);
  if (Array.isArray(value)) return value.map((each, index) => convert(each, String(index)));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, convert(each, key)]));
}

/** The arguments as the server gets them: undefined becomes null; Date, Map, function and their like throw. */
export function fromClient(args: unknown[]): unknown[] {
  return convert(args, '0') as unknown[];
}

/** What the success handler is called with; undefined if with nothing. */
export function received(value: ClientValue): unknown {
  return 'json' in value ? (JSON.parse(value.json) as unknown) : undefined;
}
