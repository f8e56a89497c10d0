import { ApiError } from './api-error';
import { platformOf } from './call';
import type { Feature } from './platform';
import type { Finding, Roster, Sought } from './roster';

/** Reads "exactly one identifier" of a query: username or userId with a platform, or _id without. */
export function soughtIn(query: Record<string, string>, feature: Feature): Sought {
  const given = (['username', 'userId', '_id'] as const).filter((name) => (query[name] ?? '') !== '');
  const [by] = given;
  if (given.length !== 1 || by === undefined)
    throw new ApiError(400, 'Exactly one of username, userId and _id is required');
  const value = query[by] as string;
  if (by === '_id') return { by, creatorId: value };
  const platform = platformOf(query.platform, feature);
  return by === 'username' ? { by, platform, username: value } : { by, platform, userId: value };
}

/** The finding, with what is malformed or on no platform turned into 400 and 404. */
export function findOrRefuse(
  roster: Roster,
  sought: Sought,
  atMs: number,
): Extract<Finding, { state: 'listed' | 'unlisted' }> {
  const finding = roster.seek(sought, atMs);
  if (finding.state === 'malformed') throw new ApiError(400, `Invalid ${sought.by}`);
  if (finding.state === 'nonexistent') throw new ApiError(404, 'Creator not found');
  return finding;
}
