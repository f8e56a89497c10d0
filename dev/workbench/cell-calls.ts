/** Custom functions for the cells of the page: as many at once as Sheets would run, the others wait. */
import type { Emulator } from '../emulator/emulator';
import { decode, encode } from '../emulator/wire';
import type { CellAnswer } from './protocol';

/** Of the 30 simultaneous executions of a user; the others are left to menu and sidebar. */
const cellsAtOnce = 25;

/** @returns calls a function by name with encoded arguments; never rejects */
export function createCellCalls(emulator: Emulator): (name: string, args: string) => Promise<CellAnswer> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (name, args) => {
    if (running >= cellsAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      const { value, error } = await emulator.cell(name, ...(decode(args) as unknown[]));
      return error ? { error } : { value: encode(value) };
    } catch (error) {
      return { error: { display: '#ERROR!', note: String(error) } };
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
