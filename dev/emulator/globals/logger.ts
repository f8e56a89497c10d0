import { formatLog } from './console';
import { log } from './host';

export function createLogger(): Pick<GoogleAppsScript.Base.Logger, 'clear' | 'getLog' | 'log'> {
  let lines: string[] = [];
  const logger = {
    log(...values: unknown[]) {
      const line = formatLog(values);
      lines.push(line);
      log('INFO', line);
      return logger as unknown as GoogleAppsScript.Base.Logger;
    },
    getLog: () => lines.map((line) => `${line}\n`).join(''),
    clear() {
      lines = [];
    },
  };
  return logger;
}
