import { EnumerationValue } from './enumeration';
import { log } from './host';

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof EnumerationValue) return String(value);
  if (Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]') {
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  }
  return String(value);
}

/** `%s %d %i %f %j %o`, then what is left over, spaces between (as console does). */
function formatLog(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(shown).join(' ');
  const text = first.replace(/%[sdifjoO%]/g, (mark) => {
    if (mark === '%%') return '%';
    return rest.length > 0 ? shown(rest.shift()) : mark;
  });
  return [text, ...rest.map(shown)].join(' ');
}

const write =
  (level: string) =>
  (...values: unknown[]): void =>
    log(level, formatLog(values));

// All there is: no table, no group (probed live by jpoehnelt, "wintercg").
export function installConsole(): void {
  const timers = new Map<string, number>();
  const value = {
    log: write('INFO'),
    info: write('INFO'),
    warn: write('WARNING'),
    error: write('ERROR'),
    time: (label = 'default') => void timers.set(label, Date.now()),
    timeEnd: (label = 'default') => {
      const since = timers.get(label);
      if (since !== undefined) log('INFO', `${label}: ${Date.now() - since}ms`);
      timers.delete(label);
    },
  };
  Object.defineProperty(globalThis, 'console', { value, writable: true, configurable: true });
}
