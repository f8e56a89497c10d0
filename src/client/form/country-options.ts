import { knownCountries, foldName, namesAndCodes, readCountry, type CountryFinder } from '../../schema/country';
import { codedCountries } from '../../schema/place-name';
import type { Option } from '../ui/option';

/** Beside the reader's own language and each country's; all of them the browser knows itself. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'pt-PT'];

interface Names {
  codes: ReadonlyMap<string, string>;
  /** By the API's name. */
  others: ReadonlyMap<string, readonly string[]>;
}

let names: Names | undefined;

/** Made when first something is typed: some two thousand names. */
function browserNames(): Names {
  if (names) return names;
  const codes = new Map(namesAndCodes());
  const spoken = [...LANGUAGES, navigator.language].map(inLanguage);
  for (const code of codedCountries().keys()) {
    const region = code.toUpperCase();
    for (const nameOf of [...spoken, inLanguage(languageOf(region))]) {
      const name = foldName(nameOf(region));
      if (name !== '' && !codes.has(name)) codes.set(name, code);
    }
  }
  const others = new Map<string, string[]>();
  for (const [name, code] of codes) {
    const country = codedCountries().get(code) ?? '';
    others.set(country, [...(others.get(country) ?? []), name]);
  }
  return (names = { codes, others });
}

/** What a browser does not know leaves the English names. */
function inLanguage(language: string): (region: string) => string {
  try {
    const known = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return (region) => known.of(region) ?? '';
  } catch {
    return () => '';
  }
}

function languageOf(region: string): string {
  try {
    return new Intl.Locale('und-' + region).maximize().language;
  } catch {
    return '';
  }
}

export const browserCountries: CountryFinder = (folded) => browserNames().codes.get(folded);

/** Found by code and in other languages too. */
export const COUNTRY_OPTIONS: readonly Option[] = knownCountries().map((value) => ({
  value,
  label: value,
  also: () => browserNames().others.get(value) ?? [],
}));

/** As the API spells it; a text that is no country of its stays as it is typed, and its field says so. */
export function countryTyped(text: string): string {
  const read = readCountry(text, browserCountries);
  return 'name' in read ? read.name : text;
}

/** Countries that influData is not known to have and that somebody wants all the same, as long as the page is open. */
const wanted = new Set<string>();

export const isSureOf = (country: string): boolean => wanted.has(country);
export const insistOn = (country: string): void => void wanted.add(country);
/** Not where the name stands for two countries: one of them is meant. */
export const canInsistOn = (country: string): boolean => 'unknown' in readCountry(country, browserCountries);
