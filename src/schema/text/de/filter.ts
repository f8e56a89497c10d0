import type { filterEn } from '../filter';

const oder = (readings: readonly string[]): string => readings.join(' oder ');
const rat = (guess: string | undefined): string => (guess === undefined ? '.' : `; gemeint „${guess}“?`);
const quoted = (text: string): string => `„${text.slice(0, 40)}“`;

export const filterDe = (): ReturnType<typeof filterEn> => ({
  unknown: (name, { guess, names }) => `${quoted(name)} ist kein Filter${rat(guess)} Es gibt ${names.join(', ')}.`,
  lacking: (name, { platform }) => `${platform} hat keinen Filter ${name}.`,
  unfiltered: (name, { platforms }) => {
    const where = platforms.join(' und ');
    return `Der Filter ${name} wirkt nicht bei ${where}, wo jeder Beitrag 1 Anfrage kosten würde. ${where} oder ${name} weglassen.`;
  },
  twice: (name) => `Der Filter ${name} steht zweimal da. Einen entfernen.`,
  over: (name, { least, isDate }, named = String) => `${named(least)} ist ${isDate ? 'später' : 'größer'} als ${name}.`,
  queryTooLong: () => 'Die Filter sind zu lang für eine Suche. Weniger Stichwörter verwenden.',
  tooLong: (name, { most }) => `${name}: zu lang, höchstens ${most} Zeichen.`,
  halfCharacter: (name) => `${name}: mitten in einem Zeichen abgeschnitten. Neu eingeben.`,
  flag: (name) => `${name}: nur TRUE oder FALSE.`,
  choice: (name, { text, guess, choices }) =>
    `${name}: ${quoted(text)} gehört nicht dazu${rat(guess)} Es gibt ${choices.join(', ')}.`,
  date: (name) => `${name}: kein Datum. Als 2026-05-31 schreiben.`,
  days: (name, { text, days }) => `${name}: ${quoted(text)} kann ${oder(days)} heißen. Das Gemeinte schreiben.`,
  number: (name, { isPercent }) =>
    `${name}: keine Zahl. ${isPercent ? 'In Prozent schreiben, etwa 3.' : 'Nur Ziffern schreiben, etwa 10000.'}`,
  numbers: (name, { text, numbers, isPercent }) =>
    `${name}: ${quoted(text)} kann ${oder(numbers.map((each) => `${each}${isPercent ? ' %' : ''}`))} heißen. Das Gemeinte schreiben${isPercent ? ', als Text' : ''}.`,
  dateCell: (name) =>
    `${name}: Sheets hat daraus ein Datum gemacht. Die Zelle als Nur Text formatieren und die Zahl neu eingeben.`,
  least: (name, { least }) => (least === 0 ? `${name}: nicht negativ.` : `${name}: mindestens ${least}.`),
  most: (name, { most }) => `${name}: höchstens ${most}.`,
  whole: (name) => `${name}: eine ganze Zahl, etwa 10000.`,
  language: (name) => `${name}: ein Code aus 2 Buchstaben, etwa en oder de.`,
  cityAlone: (_name, _figures, named = String) => `Zu einer Stadt gehört ihr ${named('country')}: auch das angeben.`,
  countries: (name, { text, several }) =>
    `${name}: ${quoted(text)} kann ${oder(several)} heißen. Eines davon schreiben.`,
  country: (_name, { text, guess, isName }) =>
    `${quoted(text)} steht nicht auf der Länderliste von influData${
      guess === undefined && isName
        ? ', eine Suche danach findet vielleicht niemanden.'
        : guess === undefined
          ? '. Ein Land mit englischem Namen schreiben, etwa Germany.'
          : rat(guess)
    }`,
  handle: (_name, { why }) => why,
  handleId: (_name, { text }) =>
    `„${text.slice(0, 80)}“ ist eine ID. Beiträge finden sich über Handles: das Handle schreiben.`,
  blank: (name) => `${name}: leer. Ausfüllen oder entfernen.`,
  typeAlone: (_name, { type, where }) => `${type} gibt es bei ${where}: diese Plattform dazunehmen.`,
});
