import { MINUTE_MS } from '../core/time';

/** What calls cost, in requests. `unknown` may have been charged on top, at most; it counts as spent for good. */
export interface Spend {
  charged: number;
  unknown: number;
}

export const NOTHING: Spend = { charged: 0, unknown: 0 };

export const plus = (one: Spend, other: Spend): Spend => ({
  charged: one.charged + other.charged,
  unknown: one.unknown + other.unknown,
});

export const worstOf = ({ charged, unknown }: Spend): number => charged + unknown;

/** How long after giving up on a reply its call may still be charged. */
export const LATE_MS = 7 * MINUTE_MS;
