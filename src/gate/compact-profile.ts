import { lazy } from '../core/lazy';
import { beginningOf } from '../core/text';
import { MINUTE_MS } from '../core/time';
import { PROFILE_FIELDS } from '../schema/profile-field';
import { PLATFORMS, isPlatform } from '../schema/platform';
import { withNames, type Profile } from '../schema/profile';
import { weeklyChanges, weeklyPoints, type WeeklyChanges } from '../schema/weekly-timeline';
import type { Scalar } from '../schema/wire';

/**
 * A profile as it is kept for weeks, about 200 bytes packed: the catalogue's scalars by position, the bio's first 160
 * characters, and the followers at weekly points. Longer texts (signed picture links) and other measures are not kept.
 */
export interface CompactProfile {
  scalars: (Scalar | null)[];
  weeks?: WeeklyChanges;
  /** The key that it was made for, where it is filed under another. */
  of?: string;
}

const LONGEST_TEXT = 160;
/** Stands for a text that was too long to keep, which is not the same as one that was not there. */
const TOO_LONG = 0;
/** Made from other fields, or from the answer's time, when read. */
const DERIVED = new Set(['profileUrl', 'asOf']);
/** Kept by position. New fields come at the end of the catalogue, so what was kept before them stays readable. */
const keptFields = lazy(() => PROFILE_FIELDS.filter(({ name }) => !DERIVED.has(name)));
/** Fields of which a beginning is worth having. */
const SHORTENED = new Set(['bio', 'displayName', 'categories']);

/** Ids of some platforms are long and do not pack. Two thousand of them would push out other answers. */
const LONGEST: Readonly<Record<string, number>> = { platformId: 20 };
/** An older, shorter record has not read these fields, which is not the same as their not being there. */
const KEPT_LATER = new Set(['platformId']);

/** What the answer's `key` says is not kept again. `whole` leaves long texts as they are. */
export function compactProfile(profile: Profile, key: string, whole = false): CompactProfile {
  const named = namedBy(key);
  const scalars = keptFields().map(({ name, type }) => {
    const value = profile.scalars[name];
    if (value === undefined || value === named[name]) return null;
    if (typeof value !== 'string') return value;
    if (type === 'date') return Math.round(Date.parse(value) / MINUTE_MS);
    if (whole || value.length <= (LONGEST[name] ?? LONGEST_TEXT)) return value;
    return SHORTENED.has(name) ? beginningOf(value, LONGEST_TEXT) : TOO_LONG;
  });
  while (scalars.length > 0 && scalars[scalars.length - 1] === null) scalars.pop();
  const weeks = weeklyChanges(profile.timeline);
  return { scalars, ...(weeks ? { weeks } : {}) };
}

export function expandProfile(
  { scalars, weeks, of }: CompactProfile,
  key: string,
): Pick<Profile, 'scalars' | 'timeline'> & { lost: ReadonlySet<string> } {
  const expanded: Record<string, Scalar> = { ...namedBy(of ?? key) };
  const lost = new Set<string>();
  keptFields().forEach(({ name, type }, index) => {
    const value = scalars[index];
    if (value === undefined && KEPT_LATER.has(name)) lost.add(name);
    if (value === undefined || value === null) return;
    if (type === 'text' && value === TOO_LONG) return void lost.add(name);
    expanded[name] = type === 'date' && typeof value === 'number' ? new Date(value * MINUTE_MS).toISOString() : value;
  });
  const { platform, username } = expanded;
  if (typeof platform === 'string' && typeof username === 'string' && isPlatform(platform))
    expanded['profileUrl'] = PLATFORMS[platform].profileUrl(username);
  return { scalars: withNames(expanded), timeline: weeks ? weeklyPoints(weeks) : [], lost };
}

/** `profile:instagram/adidas` names platform and username. */
function namedBy(key: string): Record<string, string> {
  const named = /^profile:([a-z]+)\/(?!uid:)(.+)$/.exec(key);
  return named?.[1] && named[2] ? { platform: named[1], username: named[2] } : {};
}
