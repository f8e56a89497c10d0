import { earlier } from './shapes/earlier';
import type { Body, ProfileFacts } from './shapes/fields';
import { draw } from './draw';
import { flat } from './shapes/flat';
import { grouped } from './shapes/grouped';
import { labelled } from './shapes/labelled';
import { nested } from './shapes/nested';
import { profile } from './shapes/profile';
import { wrapped } from './shapes/wrapped';

/**
 * The body of getUserData is not published, so several are served:
 * `flat` (all at top level, breakdowns as {label: share of 0..1}), `wrapped` (under `user`, figures in `user.stats`,
 * breakdowns as arrays with percent of 0..100), `profile` (under `profile` and `metrics` with other spellings, history
 * newest first), `earlier` (under `data` beside `dataSuccess`, timeline by date, breakdowns with weights); and three after
 * what earlier texts and other vendors show: `nested` (the report under `audienceFollowers.data`), `grouped` (each section
 * in a scale and form of its own), `labelled` (percent by code with `Other`, long tails as fractions). The last three have
 * further sections that nobody has announced.
 */
export type ProfileShape = 'flat' | 'wrapped' | 'profile' | 'earlier' | 'nested' | 'grouped' | 'labelled';

/** `mixed`: each creator's answers have a shape of their own. */
export type ShapeManner = ProfileShape | 'mixed';

const SHAPES: Record<ProfileShape, (facts: ProfileFacts) => Body> = {
  flat,
  wrapped,
  profile,
  earlier,
  nested,
  grouped,
  labelled,
};

export const PROFILE_SHAPES = Object.keys(SHAPES) as readonly ProfileShape[];

export const shapeOf = (manner: ShapeManner, seed: number, index: number): ProfileShape =>
  manner === 'mixed' ? (PROFILE_SHAPES[draw(seed, index, 951) % PROFILE_SHAPES.length] as ProfileShape) : manner;

export function shapeProfile(shape: ProfileShape, facts: ProfileFacts): Body {
  return SHAPES[shape](facts);
}
