import type { Emulator, Execution, ExecutionCall } from '../../../dev/emulator/emulator';

/** Pushes a function with this body (`ss` and `sheet` are there) and runs it. */
export function script(
  emulator: Emulator,
  body: string,
  call: Partial<Omit<ExecutionCall, 'name'>> = {},
): Promise<Execution> {
  emulator.push(
    `function main() { var ss = SpreadsheetApp.getActiveSpreadsheet(); var sheet = ss.getSheetByName('Sheet1'); ${body} }`,
  );
  return emulator.run({ name: 'main', mode: 'FULL', ...call });
}

/** What the body returned; fails with what it threw. */
export async function result(
  emulator: Emulator,
  body: string,
  call: Partial<Omit<ExecutionCall, 'name'>> = {},
): Promise<unknown> {
  const execution = await script(emulator, body, call);
  if (execution.outcome === 'returned') return execution.value;
  throw new Error(`${execution.outcome}: ${execution.error?.message ?? execution.killedBy}`);
}

/** The message of what the body threw; undefined if it returned. */
export async function failure(
  emulator: Emulator,
  body: string,
  call: Partial<Omit<ExecutionCall, 'name'>> = {},
): Promise<string | undefined> {
  const { error } = await script(emulator, body, call);
  return error?.message;
}
