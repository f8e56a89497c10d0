import type { PropertyValues } from '../store/property-pieces';
import { isRecord, parseJson } from '../core/text';

const PROPERTY = 'fit-targets';

/** What a creator's audience is compared with. Blank lists and a blank gender ask for nothing. */
export interface Targets {
  countries: string[];
  ages: string[];
  gender: '' | 'm' | 'w';
  /** 2-letter codes. */
  languages: string[];
}

/** What was typed last; nothing where that cannot be read: it is typed again in a moment. */
export function readTargets(properties: PropertyValues): Targets {
  const stored = parseJson(properties[PROPERTY] ?? '');
  const { countries, ages, gender, languages } = isRecord(stored) ? stored : {};
  const texts = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);
  return {
    countries: texts(countries),
    ages: texts(ages),
    gender: gender === 'm' || gender === 'w' ? gender : '',
    languages: texts(languages),
  };
}
