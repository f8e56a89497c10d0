import { earlier } from './shapes/earlier';
import type { Body, ProfileFacts } from './shapes/fields';
import { flat } from './shapes/flat';
import { profile } from './shapes/profile';
import { wrapped } from './shapes/wrapped';

/**
 * The body of getUserData is not published, so several are served:
 * `flat` (all at top level, breakdowns as {label: share of 0..1}), `wrapped` (under `user`, figures in `user.stats`,
 * breakdowns as arrays with percent of 0..100), `profile` (under `profile` and `metrics` with other spellings, history
 * newest first), `earlier` (under `data` beside `dataSuccess`, timeline by date, breakdowns with weights).
 */
export type ProfileShape = 'flat' | 'wrapped' | 'profile' | 'earlier';

export const PROFILE_SHAPES: readonly ProfileShape[] = ['flat', 'wrapped', 'profile', 'earlier'];

const SHAPES: Record<ProfileShape, (facts: ProfileFacts) => Body> = { flat, wrapped, profile, earlier };

export function shapeProfile(shape: ProfileShape, facts: ProfileFacts): Body {
  return SHAPES[shape](facts);
}
