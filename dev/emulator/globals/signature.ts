import { exception } from './host';

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'object')
    return `(class)`.includes(value.constructor?.name ?? '') ? 'Object' : value.constructor.name;
  return typeof value === 'function' ? 'Function' : `${typeof value}`.replace(/^./, (first) => first.toUpperCase());
}

/** Throws what Apps Script throws when a method is called with too few or too many arguments. */
export function checkSignature(method: string, args: ArrayLike<unknown>, least: number, most = least): void {
  if (args.length >= least && args.length <= most) return;
  const types = Array.from(args, typeName).join(',');
  throw exception(`The parameters (${types}) don't match the method signature for ${method}.`);
}
