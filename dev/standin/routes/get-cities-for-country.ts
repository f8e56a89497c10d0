import { ApiError } from '../api-error';
import type { Answer, KeyedCall } from '../call';
import { PLACES } from '../places';

/** GET getCitiesForCountry: free, case-sensitive; a country without known cities, or misspelt, has an empty list. 200, 400. */
export function getCitiesForCountry({ query }: KeyedCall): Answer {
  if ((query.country ?? '') === '') throw new ApiError(400, 'Parameter country is required');
  return { status: 200, body: PLACES.find((place) => place.country === query.country)?.cities ?? [] };
}
