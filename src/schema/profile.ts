import { lazy } from '../core/lazy';
import { badInput } from '../core/error';
import { entryOf, isBlank, isRecord, nearest } from '../core/text';
import { sectionsIn } from './audience';
import { PLATFORMS, isPlatform } from './platform';
import { countryName, languageName } from './place-name';
import { PROFILE_FIELDS, profileField, type ProfileField } from './profile-field';
import { firstAt, homesIn, readAs, unreadable, valueAt, WRAPPERS, type Scalar } from './wire';
import { FORMULA } from './said-text';

export interface TimelinePoint {
  /** ISO date. */
  date: string;
  /** What was measured that day: followers, following, posts, engagement... */
  values: Record<string, number>;
}

/** A creator as getUserData answers. `scalars` are by catalogue name; missing ones are left out. */
export interface Profile {
  scalars: Record<string, Scalar>;
  timeline: TimelinePoint[];
  /** The whole answer, for paths outside the catalogue. Not kept for long: see `gate/keep`. */
  body: Record<string, unknown>;
}

export const TIMELINE_PATHS = [
  'timeline',
  'growthTimeline',
  'growth_timeline',
  'followerTimeline',
  'history',
  'stats.timeline',
  'growth.timeline',
  'timelineData',
  'dataLog',
  'datalog',
];
const DATE_NAMES = ['date', 'day', 'timestamp', 'time', 'createdAt', 't'];

/** How one measure of the timeline may be spelled; any other number in a point is kept under its own name. */
const METRIC_SPELLINGS: Record<string, string> = {
  followerCount: 'followers',
  followersCount: 'followers',
  follower_count: 'followers',
  subscribers: 'followers',
  f: 'followers',
  followingCount: 'following',
  following_count: 'following',
  postCount: 'posts',
  postsCount: 'posts',
  mediaCount: 'posts',
  engagementMean: 'engagement',
  engagementRate: 'engagement',
  engagement_rate: 'engagement',
};

/** An answer is checked, cut down and shown in one execution: it is read once. */
const read = new WeakMap<object, Profile>();

/** Reads any getUserData answer. Throws `unreadable` when it is no object or carries no field that we know. */
export function parseProfile(body: unknown): Profile {
  if (!isRecord(body)) throw unreadable();
  const known = read.get(body);
  if (known) return known;
  const profile = readProfile(body);
  read.set(body, profile);
  return profile;
}

function readProfile(body: Record<string, unknown>): Profile {
  const homes = homesIn(body);
  const scalars: Record<string, Scalar> = {};
  for (const field of PROFILE_FIELDS) {
    const value = readAs(field.type, firstAt(homes, field.paths()));
    // Growth alone may be below nought; elsewhere that stands for a figure that is not there.
    if (value === undefined || (typeof value === 'number' && value < 0 && field.name !== 'growth')) continue;
    scalars[field.name] = value;
  }
  if (!isOfSomebody(scalars, body) && sectionsIn(body).length === 0) throw unreadable();
  if (scalars['platformId'] === scalars['id']) delete scalars['platformId'];
  const { platform, username } = scalars;
  if (typeof platform === 'string' && typeof username === 'string' && isPlatform(platform))
    scalars['profileUrl'] = PLATFORMS[platform].profileUrl(username.replace(/^@/, ''));
  return { scalars: withNames(scalars), timeline: timelineIn(body).points, body };
}

/** A failure may come with an id too, that of the call. */
const isOfSomebody = (
  { username, followers, id }: Record<string, Scalar>,
  { error, success }: Profile['body'],
): boolean =>
  username !== undefined || followers !== undefined || (id !== undefined && isBlank(error) && success !== false);

/** Replaces codes by names, whichever the answer had. */
export function withNames(scalars: Record<string, Scalar>): Record<string, Scalar> {
  const { country, language } = scalars;
  return {
    ...scalars,
    ...(typeof country === 'string' ? { country: countryName(country) } : {}),
    ...(typeof language === 'string' ? { language: languageName(language) } : {}),
  };
}

/** Where the platform's own ids of a creator may stand: as in the catalogue, and some spellings more. */
const userIdPaths = lazy(() => [
  ...(profileField('platformId')?.paths() ?? []),
  'platformUserId',
  'tikTokId',
  'youtubeId',
]);

/** Every platform id in a getUserData answer, except numbers that have lost digits. */
export function userIdsIn(body: unknown): string[] {
  const homes = homesIn(body);
  return userIdPaths().flatMap((path) => {
    const id = firstAt(homes, [path]);
    return (typeof id === 'string' && id !== '') || Number.isSafeInteger(id) ? [String(id)] : [];
  });
}

/** Points in time order. Accepts an array of objects, of [date, followers] pairs, or an object of date to number or object. */
function parseTimeline(wire: unknown): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  for (const [when, what] of datedEntries(wire)) {
    const date = readAs('date', when);
    const values = metricsOf(what);
    if (typeof date === 'string' && Object.keys(values).length > 0) points.push({ date: date.slice(0, 10), values });
  }
  return points.sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}

/** Dates and what was measured on each, from any shape of timeline. */
export const datedEntries = (wire: unknown): [when: unknown, what: unknown][] =>
  Array.isArray(wire)
    ? wire.map((entry) => (Array.isArray(entry) ? [entry[0], entry[1]] : [dateOf(entry), entry]))
    : isRecord(wire)
      ? Object.entries(wire).map(([key, entry]) => [readAs('date', key) ? key : (dateOf(entry) ?? key), entry])
      : [];

/** The first timeline that has points, and as it came. */
export function timelineIn(body: unknown): { points: TimelinePoint[]; wire?: unknown } {
  const homes = homesIn(body);
  for (const path of TIMELINE_PATHS) {
    const wire = firstAt(homes, [path]);
    const points = parseTimeline(wire);
    if (points.length > 0) return { points, wire };
  }
  return { points: [] };
}

const dateOf = (entry: unknown): unknown =>
  isRecord(entry) ? DATE_NAMES.map((name) => entry[name]).find((value) => value !== undefined) : undefined;

function metricsOf(what: unknown): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, wire] of Object.entries(isRecord(what) ? what : { followers: what })) {
    const value = readAs('number', wire);
    if (typeof value === 'number' && !DATE_NAMES.includes(name))
      values[entryOf(METRIC_SPELLINGS, name) ?? name] = value;
  }
  return values;
}

/** A field the user asked for: a catalogue name, one of the API's spellings, or a free path into the answer. */
export interface FieldRequest {
  text: string;
  field?: ProfileField;
}

export function fieldRequest(text: string): FieldRequest {
  const field = profileField(text);
  return field ? { text: field.name, field } : { text: text.trim() };
}

/** Shorter words are like too many others. */
const SHORTEST_GUESSED = 5;

/** The same for what a person has just typed. Throws `badInput` for what is spelled almost like a field: it would stay blank. */
export function typedField(typed: string): FieldRequest {
  const request = fieldRequest(typed);
  const { field, text } = request;
  if (field || isPath(text) || text.length < SHORTEST_GUESSED) return request;
  const guess = nearest(
    text,
    PROFILE_FIELDS.map(({ name }) => name),
    0,
  );
  if (guess === undefined) return request;
  throw badInput(FORMULA.noField(text, guess));
}

/** Words joined by dots lead to one place in an answer; a word alone is more likely a name. */
const isPath = (text: string): boolean => text.includes('.');

/** A word that is no field, and that this answer does not have: a blank would hide a mistake. */
export const isNowhere = ({ field, text }: FieldRequest, { body }: { body?: Profile['body'] }): boolean =>
  field === undefined && body !== undefined && !isPath(text) && firstAt(homesIn(body), [text]) === undefined;

/** The value of a free path: at the top level first, then below the wrappers. Objects come as JSON text. */
export function valueAtPath(body: Record<string, unknown>, path: string): Scalar | undefined {
  for (const wrapper of WRAPPERS) {
    const value = valueAt(valueAt(body, wrapper), path);
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') return JSON.stringify(value);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  }
  return undefined;
}
