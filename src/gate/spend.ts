import { MINUTE_MS } from '../core/time';

/** What calls cost, in requests. `unknown` is the worst case of what nobody can say: it counts as spent for good. */
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

/** A server may charge for so long after its reply was given up. */
export const LATE_MS = 7 * MINUTE_MS;
