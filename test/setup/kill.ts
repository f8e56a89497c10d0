import type { Addon } from './addon';

interface KillPoint {
  call: string;
  index: number;
  phase: 'before' | 'after';
}

/** The service calls of what is done undisturbed. */
export async function callsOf(addon: Addon, work: () => Promise<unknown>): Promise<string[]> {
  const calls: string[] = [];
  addon.emulator.faults.intercept = ({ phase, service, method }) => {
    if (phase === 'before') calls.push(`${service}.${method}`);
  };
  await work();
  delete addon.emulator.faults.intercept;
  return calls;
}

/**
 * Before each call that leaves something behind, and after the last. Reading leaves nothing: killed between two of these is
 * killed before the second.
 */
export function killPoints(calls: readonly string[], leavesSomething: RegExp): KillPoint[] {
  const points = calls.flatMap((call, index) =>
    leavesSomething.test(call) ? [{ call, index, phase: 'before' as const }] : [],
  );
  return [...points, { ...points.at(-1)!, phase: 'after' }];
}

/** Kills there, and then knows what was charged for answers that were not in the cache yet. */
export function killAt(
  { emulator, charged }: Addon,
  { index, phase }: Pick<KillPoint, 'index' | 'phase'>,
  kind: 'profile' | 'search' | 'audience',
  price = 1,
): () => number | undefined {
  let inFlight: number | undefined;
  emulator.faults.intercept = (call) => {
    if (inFlight !== undefined || call.index !== index || call.phase !== phase) return undefined;
    const keys = emulator.stores.cache('document').keys();
    inFlight = charged() - price * keys.filter((key) => key.startsWith(`a/${kind}:`)).length;
    return { kill: true };
  };
  return () => inFlight;
}
