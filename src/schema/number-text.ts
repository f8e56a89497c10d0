import { lazy } from '../core/lazy';
import { plainText } from './plain-text';

/** One number as digits and marks may be read: in one way, or with its only mark either between thousands or before decimals. */
export type NumberReading = { value: number } | { grouped: number; decimal: number };

/** What a person sees of a text with a number, in one alphabet of digits and one sign for each mark. */
export const plainNumber = (text: string): string =>
  plainText(text)
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => String(digitOf(digit.charCodeAt(0))))
    .replace(/[’ʼ′\u0060´]/g, "'")
    .replace(/[\u2212\u2012\ufe63]/g, '-');

/** Arabic, Persian and Hindi digits lie in rows of ten. */
const digitOf = (code: number): number => (code >= 0x966 ? code - 0x966 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660);

/** A number in a text: digits with single marks between them. */
export const NUMBER = /\d+(?:[.,' _]\d+)*/g;

const GROUPS = /^[1-9]\d{0,2}(?:[.,' _]\d{3})+$/;
/** 12,34,567 as in India. */
const INDIAN_GROUPS = /^[1-9]\d?(?:[.,' _]\d{2})*[.,' _]\d{3}$/;

const isGrouped = (digits: string): boolean =>
  (GROUPS.test(digits) || INDIAN_GROUPS.test(digits)) && new Set(digits.replace(/\d/g, '')).size === 1;

const whole = (digits: string): number => Number(digits.replace(/\D/g, ''));

/** Reads what `NUMBER` finds; undefined where its marks stand as in no number. */
export function readDigits(text: string): NumberReading | undefined {
  const marks = text.replace(/\d/g, '');
  if (marks === '') return { value: Number(text) };
  const last = marks.slice(-1);
  const at = text.lastIndexOf(last);
  const decimal = Number(`${whole(text.slice(0, at))}.${text.slice(at + 1)}`);
  if (marks.length === 1) {
    if (!isGrouped(text)) return /[.,]/.test(last) ? { value: decimal } : undefined;
    return /[.,]/.test(last) ? { grouped: whole(text), decimal } : { value: whole(text) };
  }
  if (isGrouped(text)) return { value: whole(text) };
  const isDecimal = /[.,]/.test(last) && marks.indexOf(last) === marks.length - 1 && isGrouped(text.slice(0, at));
  return isDecimal ? { value: decimal } : undefined;
}

/** What a word behind a number makes of it; `readings` where languages disagree. */
export function multiplierOf(word: string, locale: () => string): number | readonly number[] | undefined {
  const name = word.toLowerCase().replace(/\.$/, '');
  const byLanguage = Object.prototype.hasOwnProperty.call(inLanguages(), name) ? inLanguages()[name] : undefined;
  if (byLanguage) {
    const language = locale();
    return (byLanguage.in.find(([languages]) => languages.test(language)) ?? [])[1] ?? byLanguage.or;
  }
  multipliers ??= new Map(MULTIPLIERS.flatMap(([times, names]) => names.split(' ').map((each) => [each, times])));
  return multipliers.get(name);
}

let multipliers: ReadonlyMap<string, number> | undefined;

/** In English, German, Spanish, French, Portuguese and other languages of spreadsheets. */
const MULTIPLIERS: readonly (readonly [times: number, names: string])[] = [
  [1e2, 'hundred hundert'],
  [
    1e3,
    'k grand ezer tysięcy tysiące tysiąc tisíc tisíce тысяч тысячи тысяча duizend mii nghìn ngàn elfu tsd ' +
      'tausend thousand thousands mille mila tys тыс tusen tusind ribu rb 千 천',
  ],
  [1e4, '万 萬 만'],
  [1e5, 'lakh lakhs lac lacs लाख'],
  [
    1e6,
    'm mm mio mill mln mn million millions millionen millón millon millones миллион миллиона миллионов млн ' +
      'triệu millió milionów milhão milhao milhões milhoes milione ' +
      'milioni miljoen miljoner millioner milyon juta jt млн',
  ],
  [1e7, 'crore crores cr करोड़'],
  [1e8, '億 亿 억'],
  [1e9, 'bn mrd mld milliard milliards milliarde milliarden miliardi miljard bilhão bilhao bilhões bilhoes млрд'],
];

/** What it is in some languages, and what it may be in the others. */
const inLanguages = lazy(
  (): Record<string, { in: readonly (readonly [languages: RegExp, times: number])[]; or: number[] }> => ({
    mil: { in: [[/^(es|pt|ca|gl)/i, 1e3]], or: [1e3, 1e6] },
    mi: { in: [[/^pt/i, 1e6]], or: [] },
    bin: { in: [[/^tr/i, 1e3]], or: [] },
    b: {
      in: [
        [/^(en|hi|id|fil|ms)/i, 1e9],
        [/^tr/i, 1e3],
      ],
      or: [1e9, 1e3],
    },
    billion: { in: [[/^en/i, 1e9]], or: [1e9, 1e12] },
    billions: { in: [[/^en/i, 1e9]], or: [1e9, 1e12] },
  }),
);

/** Those that are written without a space before the next word: `10万円`. */
export const EASTERN_MULTIPLIER = /^[千천万萬만億亿억]/;
