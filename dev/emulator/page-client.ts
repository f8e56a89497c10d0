import type { Execution, ExecutionCall } from './execution';
import type { ClientValue } from './globals/transfer';
import { RUNTIME } from './limits';
import { fromClient, received } from './transfer';
import type { ServeResult } from './transfer';

/** Why google.script.run fails before the function is called, as with several accounts in one browser. */
export type RefuseServe = (name: string) => { name: string; message: string } | undefined;

export type Serve = (name: string, args: unknown[], as?: { user?: string }) => Promise<ServeResult>;

/** What the page's failure handler gets: name and text, nothing else of what was thrown. */
function failure({ error, killedBy }: Execution): { name: string; message: string } {
  if (killedBy) return { name: 'ScriptError', message: 'Exceeded maximum execution time' };
  return { name: 'ScriptError', message: error?.name ? `${error.name}: ${error.message}` : String(error?.message) };
}

/** google.script.run of one page: ten calls at once, the eleventh waits. */
export function createPageClient(
  launch: (call: ExecutionCall, form: 'serve') => Promise<Execution>,
  refuse: RefuseServe,
): Serve {
  let underWay = 0;
  const waiting: (() => void)[] = [];

  async function perform(name: string, args: unknown[], user: string | undefined): Promise<ServeResult> {
    const refused = refuse(name);
    if (refused) return { ok: false, error: refused };
    let sent: unknown[];
    try {
      sent = fromClient(args);
    } catch (error) {
      return { ok: false, error: { name: 'TypeError', message: (error as Error).message } };
    }
    const call: ExecutionCall = { name, args: sent, mode: 'FULL', source: 'serve', ...(user && { user }) };
    const execution = await launch(call, 'serve');
    if (execution.error?.missing) {
      return { ok: false, error: { name: 'TypeError', message: `google.script.run.${name} is not a function` } };
    }
    if (execution.outcome !== 'returned') return { ok: false, error: failure(execution) };
    return { ok: true, value: received(execution.value as ClientValue) };
  }

  return async (name, args, as) => {
    if (underWay >= RUNTIME.simultaneousServerCalls) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
    try {
      return await perform(name, args, as?.user);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else underWay -= 1;
    }
  };
}
