import * as z from 'zod/mini';
import { unreadable } from './wire';

/** getCitiesForCountry: names in the API's own spelling and order. */
export function parseCities(body: unknown): string[] {
  const result = z.safeParse(z.array(z.string()), body);
  if (!result.success) throw unreadable();
  return result.data;
}
