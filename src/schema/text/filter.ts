export type Named = (name: string) => string;

const either = (readings: readonly string[]): string => readings.join(' or ');
const hint = (guess: string | undefined): string => (guess === undefined ? '.' : `; did you mean "${guess}"?`);
const quoted = (text: string): string => `"${text.slice(0, 40)}"`;

/**
 * Everything that can be wrong with a filter, and how it is said: by formulas under the API's names, by the page under its
 * own. `name` is what the filter is called there, `named` calls others.
 */
export const filterEn = () => ({
  unknown: (name: string, { guess, names }: { guess: string | undefined; names: readonly string[] }) =>
    `${quoted(name)} is not a filter${hint(guess)} There are ${names.join(', ')}.`,
  lacking: (name: string, { platform }: { platform: string }) => `${platform} has no filter ${name}.`,
  unfiltered: (name: string, { platforms }: { platforms: readonly string[] }) => {
    const where = platforms.join(' and ');
    return `The filter ${name} does not work on ${where}, where every post would cost 1 request. Leave out ${where} or ${name}.`;
  },
  twice: (name: string) => `The filter ${name} is there twice. Remove one.`,
  /** `isUsual`: nobody wrote the smaller one, it is the filter's default. */
  over: (
    name: string,
    { least, isDate }: { least: string; isDate: boolean; isUsual: boolean },
    named: Named = String,
  ) => `${named(least)} is ${isDate ? 'later' : 'larger'} than ${name}.`,
  queryTooLong: () => 'The filters are too long for one search. Use fewer keywords.',
  tooLong: (name: string, { most }: { most: number }) => `${name} is too long: at most ${most} characters.`,
  halfCharacter: (name: string) => `${name} is cut off in the middle of a character. Enter it again.`,
  flag: (name: string) => `${name} must be TRUE or FALSE.`,
  choice: (
    name: string,
    { text, guess, choices }: { text: string; guess: string | undefined; choices: readonly string[] },
  ) => `${quoted(text)} is not one of ${name}${hint(guess)} There are ${choices.join(', ')}.`,
  date: (name: string) => `${name} is not a date. Write it as 2026-05-31.`,
  days: (name: string, { text, days }: { text: string; days: readonly string[] }) =>
    `${name} is ambiguous: ${quoted(text)} could be ${either(days)}. Write the one you mean.`,
  number: (name: string, { isPercent }: { isPercent: boolean }) =>
    `${name} is not a number. Write ${isPercent ? 'it in percent, for example 3.' : 'digits only, for example 10000.'}`,
  numbers: (
    name: string,
    { text, numbers, isPercent }: { text: string; numbers: readonly number[]; isPercent: boolean },
  ) =>
    `${name} is ambiguous: ${quoted(text)} could be ${either(numbers.map((each) => `${each}${isPercent ? '%' : ''}`))}. Write the one you mean${isPercent ? ', as text' : ''}.`,
  dateCell: (name: string) =>
    `Sheets turned ${name} into a date. Format the cell as plain text and type the number again.`,
  least: (name: string, { least }: { least: number }) =>
    least === 0 ? `${name} can't be negative.` : `${name} must be at least ${least}.`,
  most: (name: string, { most }: { most: number }) => `${name} must be at most ${most}.`,
  whole: (name: string) => `${name} must be a whole number, for example 10000.`,
  language: (name: string) => `${name} must be a 2-letter code, for example en or de.`,
  cityAlone: (_name: string, _figures: undefined, named: Named = String) =>
    `A city needs its ${named('country')}: add that too.`,
  countries: (name: string, { text, several }: { text: string; several: readonly string[] }) =>
    `${quoted(text)} could be ${either(several)}. Write one of these as ${name}.`,
  /** `isName`: it is a country, though influData is not known to have it. */
  country: (_name: string, { text, guess, isName }: { text: string; guess: string | undefined; isName: boolean }) =>
    `${quoted(text)} isn't on influData's list of countries${
      guess === undefined && isName
        ? ', so a search for it may find nobody.'
        : guess === undefined
          ? '. Write one country by its English name, for example Germany.'
          : hint(guess)
    }`,
  /** `why`: what is wrong with the handle, a sentence of `readHandle`. */
  handle: (_name: string, { why }: { why: string }) => why,
  handleId: (_name: string, { text }: { text: string }) =>
    `"${text.slice(0, 80)}" is an id. Posts are found by handle: write that.`,
  blank: (name: string) => `${name} is blank. Fill it in or remove it.`,
  typeAlone: (_name: string, { type, where }: { type: string; where: string }) =>
    `${type} is a type of ${where}: add that platform.`,
});
