/** What runs were charged, by their ids. Older ones are added up under `''`. */
export type Charges = Record<string, number>;

export const sumOf = (charges: Charges): number => Object.values(charges).reduce((sum, requests) => sum + requests, 0);

/** How many runs are listed one by one besides the one that is noted; older ones have ended. */
const RUNS_KEPT = 40;

/**
 * Notes what a run has been charged by now, in place of what was noted before. It is never added up at once: an id of digits
 * alone stands first in an object, so the newest run may look like the oldest, and would be counted again with each step.
 */
export function withCharge(charges: Charges, run: string, requests: number): Charges {
  const { '': earlier = 0, [run]: _, ...others } = charges;
  const old = Object.keys(others).slice(0, -RUNS_KEPT);
  const kept = Object.fromEntries(Object.entries(others).filter(([id]) => !old.includes(id)));
  const folded = old.reduce((sum, id) => sum + (others[id] ?? 0), earlier);
  return { ...(folded > 0 ? { '': folded } : {}), ...kept, [run]: requests };
}
