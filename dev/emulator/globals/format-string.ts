const DIRECTIVE = /%(-?)(0?)(\d*)(?:\.(\d+))?([sdfxXoeb%])/g;

const CONVERT: Record<string, (value: unknown, precision: number | undefined) => string> = {
  s: (value, precision) => String(value).slice(0, precision),
  d: (value) => String(Math.trunc(Number(value))),
  f: (value, precision) => Number(value).toFixed(precision ?? 6),
  e: (value, precision) => Number(value).toExponential(precision ?? 6),
  x: (value) => Math.trunc(Number(value)).toString(16),
  X: (value) => Math.trunc(Number(value)).toString(16).toUpperCase(),
  o: (value) => Math.trunc(Number(value)).toString(8),
  b: (value) => String(Boolean(value)),
};

/** Utilities.formatString: the printf of common use. */
export function formatString(template: string, values: unknown[]): string {
  let next = 0;
  return template.replace(
    DIRECTIVE,
    (_whole, left: string, zero: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const text = CONVERT[kind]!(values[next], precision === undefined ? undefined : Number(precision));
      next += 1;
      if (left) return text.padEnd(Number(width));
      return zero
        ? text.replace(
            /^(-?)(.*)$/,
            (_all, sign: string, rest: string) => sign + rest.padStart(Number(width) - sign.length, '0'),
          )
        : text.padStart(Number(width));
    },
  );
}
