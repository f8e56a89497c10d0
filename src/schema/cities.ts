import { labelOf, unreadable } from './wire';

/** getCitiesForCountry: names in the API's own spelling and order. */
export function parseCities(body: unknown): string[] {
  if (!Array.isArray(body)) throw unreadable();
  const cities = body.map(labelOf).filter((name) => name !== '');
  if (cities.length === 0 && body.length > 0) throw unreadable();
  return cities;
}
