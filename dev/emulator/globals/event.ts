import { environment } from './host';

/**
 * The object that onOpen and triggers receive. `args` may hold one plain object of further fields (a trigger's id).
 * The spreadsheet is looked up when asked for: in AuthMode.NONE it may not be.
 */
export function eventFor(args: unknown[]): Record<string, unknown> {
  const { mode, user } = environment();
  const globals = globalThis as unknown as {
    ScriptApp: { AuthMode: Record<string, unknown> };
    SpreadsheetApp?: { getActiveSpreadsheet(): unknown };
  };
  const event = { ...(args[0] as Record<string, unknown> | undefined), authMode: globals.ScriptApp.AuthMode[mode] };
  return Object.defineProperties(event, {
    user: { enumerable: true, value: { email: user, nickname: user.split('@')[0] } },
    source: { enumerable: true, get: () => globals.SpreadsheetApp?.getActiveSpreadsheet() },
  });
}
