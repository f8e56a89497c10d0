import { lazy } from '../../core/lazy';
import { audienceKey, sectionsIn } from '../../schema/audience';
import { TIMELINE_PATHS, parseProfile } from '../../schema/profile';
import { PROFILE_FIELDS } from '../../schema/profile-field';
import { formOf } from '../../schema/unknown-section';
import { furtherFields } from '../../sheet/content-column';
import { isKnownFurther } from '../../sheet/further-field';
import { homesIn, WRAPPERS } from '../../schema/wire';
import { ANSWER_CHECK } from '../../schema/said-text';
import type { Said } from '../../core/said';
import type { Probe } from './answer-probe';
import { fieldsOf, sampleOf, typeOf, type Fields } from '../../schema/answer-shape';

/** A section of an audience as the add-on reads it. */
export interface SectionSeen {
  name: string;
  /** `shares`, or why it is shown as it came. */
  read: string;
  form: string;
  lines: number;
}

interface Seen {
  fields: Fields;
  /** Of the contract, and not there; optional ones are left out. */
  missing: string[];
  wrongType: Said[];
  /** Neither in the contract nor in the catalogue. */
  unknown: string[];
  /** Fields of the catalogue that the answer has. */
  catalogue?: string[];
  sections?: SectionSeen[];
}

/** Keys that the notes tell of, or that hold what is read elsewhere. */
const OTHERS =
  /^(message|success|dataSuccess|isBeingProcessed|hasAudienceData|lastAudienceDataRefresh|scores?|stats|metrics|counts|meta|quality|location|demographics|contact|events?)$/;

/** Keys below an audience are labels, and may be names of people; those of a list's entries are fields. */
const isLabelledIn =
  (probe: Probe) =>
  (path: string): boolean => {
    if (probe.holds === undefined || path === '' || path.endsWith('[]')) return false;
    const keys = path.split('.').map((key) => key.replace(/\[\]$/, ''));
    if (audienceKey(keys[keys.length - 1] ?? '') === 'wrapper') return false;
    return keys.some((key) => /^(audience|report$)/i.test(key));
  };

/** Compares an answer with the contract, the schemas and the catalogue. */
function seenIn(probe: Probe, body: unknown): Seen {
  const fields = fieldsOf(body, isLabelledIn(probe));
  const expected = Object.entries(probe.fields);
  const isThere = (path: string): boolean => fields[path] !== undefined && fields[path] !== 'null';
  const hasParent = (path: string): boolean => {
    const parent = path.replace(/(\.[^.[]+|\[\])$/, '').replace(/\[\]$/, '');
    return !path.includes('[]') || (fields[`${parent}[]`] !== undefined && parent !== path);
  };
  const seen: Seen = {
    fields,
    missing: expected.flatMap(([path]) =>
      isThere(path) || probe.optional?.includes(path) || !hasParent(path) ? [] : [path],
    ),
    wrongType: expected.flatMap(([path, type]) => {
      const types = (fields[path] ?? '').split(' or ').filter((each) => each !== '' && each !== 'null');
      return types.every((each) => each === type) ? [] : [ANSWER_CHECK.wrongType(path, types, type)];
    }),
    unknown: unknownIn(probe, body, fields),
  };
  if (typeOf(body) !== 'object' || (probe.holds !== 'profile' && probe.holds !== 'audience')) return seen;
  const record = body as Record<string, unknown>;
  const sections = sectionsIn(record).map(({ section, wire }) => ({
    name: section.name,
    read: section.as ?? 'shares',
    form: formOf(wire),
    lines: section.shares.length + (section.given?.length ?? 0),
  }));
  return { ...seen, catalogue: catalogueIn(record), ...(probe.holds === 'audience' ? { sections } : {}) };
}

function catalogueIn(body: Record<string, unknown>): string[] {
  try {
    const { scalars, timeline } = parseProfile(body);
    return [...Object.keys(scalars), ...(timeline.length > 0 ? ['timeline'] : [])].sort();
  } catch {
    return [];
  }
}

const firstKey = (path: string): string => path.split('.')[0] ?? '';
const catalogueKeys = lazy(
  () =>
    new Set([
      ...PROFILE_FIELDS.flatMap(({ paths }) => paths().map(firstKey)),
      ...TIMELINE_PATHS.map(firstKey),
      ...WRAPPERS.map(firstKey),
    ]),
);
const isCatalogued = (key: string): boolean =>
  catalogueKeys().has(key) || OTHERS.test(key) || audienceKey(key) !== undefined;

/** Figures that a creator's answer may have beside those of the catalogue; they are reached by path. */
function unknownIn(probe: Probe, body: unknown, fields: Fields): string[] {
  switch (probe.holds) {
    case 'profile':
    case 'audience':
      return [...new Set(homesIn(body).flatMap((home) => Object.keys(home)))].filter((key) => !isCatalogued(key));
    case 'piece': {
      const { items } = body as { items?: unknown };
      const pieces = (Array.isArray(items) ? items : []) as Parameters<typeof furtherFields>[0];
      return furtherFields(pieces).filter((key) => !isKnownFurther(key));
    }
    case 'creators':
      return under(fields, 'users[].').filter((key) => !catalogueKeys().has(key));
    default:
      return Object.keys(fields).filter(
        (path) =>
          !Object.keys(probe.fields).some(
            (known) => known === path || known.startsWith(`${path}.`) || known.startsWith(`${path}[`) || path === '[]',
          ) &&
          !path.includes('.') &&
          !probe.also?.includes(path),
      );
  }
}

const under = (fields: Fields, prefix: string): string[] =>
  Object.keys(fields).flatMap((path) =>
    path.startsWith(prefix) && !/[.[]/.test(path.slice(prefix.length)) ? [path.slice(prefix.length)] : [],
  );

export interface AnswerLook extends Omit<Seen, 'wrongType'> {
  sample: unknown;
  /** What is not as the contract, the schemas or the catalogue have it, each in one sentence. */
  findings: Said[];
}

const EXPECTED = ['followers', 'username', 'engagement'];

/** What an answer holds and what is strange about it; no value of it is told. */
export function lookAt(probe: Probe, body: unknown): AnswerLook {
  const { wrongType, ...seen } = seenIn(probe, body);
  const { missing, unknown, catalogue, sections } = seen;
  const findings: Said[] = [];
  try {
    probe.read(body);
  } catch {
    findings.push(ANSWER_CHECK.unreadable);
  }
  if (missing.length > 0) findings.push(ANSWER_CHECK.missing(missing));
  findings.push(...wrongType);
  if (unknown.length > 0) findings.push(ANSWER_CHECK.unknown(unknown));
  if (catalogue && !EXPECTED.every((field) => catalogue.includes(field)))
    findings.push(ANSWER_CHECK.fewFields(EXPECTED, catalogue));
  for (const { name, read, form } of sections ?? [])
    if (read === 'untold') findings.push(ANSWER_CHECK.unclearScale(name, form));
    else if (read === 'counts') findings.push(ANSWER_CHECK.counts(name, form));
    else if (read === 'unknown') findings.push(ANSWER_CHECK.unknownSection(name, form));
  if (probe.holds === 'audience' && (sections ?? []).length === 0) findings.push(ANSWER_CHECK.noSection);
  return { ...seen, sample: sampleOf(body, isLabelledIn(probe)), findings };
}
