import { foldName } from '../../schema/country';
import { EASTERN_MULTIPLIER, multiplierOf, NUMBER, plainNumber, readDigits } from '../../schema/number-text';
import { currenciesIn, currencyCodes, oneCurrency, withoutCurrencies } from './currency';

/** A fee with its currency as it was written, or blank; or why it is no single amount: for after "the fee". */
export type FeeReading = { amount: number; currency: string } | { why: string };

const NO_NUMBER = 'cannot be read as one number';
const SEVERAL = `${NO_NUMBER}: it is a range or several`;
const INEXACT = `${NO_NUMBER}: it is no exact amount`;

/**
 * Of a number, or a text such as `€1,200`, `1.200,50 EUR`, `USD 300/post` or `2 lakh`. `shown` is what the cell shows of a
 * number: its format may name the currency.
 */
export function readFee(value: unknown, shown = '', locale: () => string = () => ''): FeeReading {
  if (value instanceof Date)
    return {
      why: 'is a date: Sheets has made one of what was typed. Format the column as plain text and type it again',
    };
  if (typeof value === 'number') return feeOf(value, shown);
  if (typeof value !== 'string') return { why: NO_NUMBER };
  // .50 is 0.50.
  return feeIn(plainNumber(value).replace(/(^|[^\p{L}\d.,])([.,]\d)/u, '$10$2'), locale);
}

function feeOf(amount: number, shown: string): FeeReading {
  if (!Number.isFinite(amount)) return { why: NO_NUMBER };
  if (amount < 0) return { why: 'is negative' };
  if (PERCENT.test(shown)) return { why: 'is a share and no amount' };
  return { amount, currency: (oneCurrency(currenciesIn(shown)) ?? '').toUpperCase() };
}

const PERCENT = /[%‰٪]|\b(?:percent|per cent|pct|prozent|por ciento|por cento|pour cent)\b/i;
/** Swiss and Indian ways to say that there are no cents. */
const NO_CENTS = /^\s?(?:[.,]\s?[-–—]{1,2}|\/[-–—])/;
/** Words that make of an amount a guess, a beginning or an end. */
const OPEN_WORDS =
  /(?:^| )(?:about|approx|approximately|around|roughly|ca|circa|etwa|ungefahr|rund|env|environ|aprox|aproximadamente|cerca|unos|from|ab|starting|starts|desde|partir|min|minimum|mindestens|least|max|maximum|maximal|hochstens|bis|hasta|jusqua|upto|up to|over|under|above|below|than|uber|unter|between|not|ex)(?= |$)/;
const OPEN_SIGNS = /[~≈<>≤≥±?#@]/;
/** What is counted and not paid, where no money is named. */
const COUNTED =
  /^(?:x|pcs|pieces?|units?|times|posts?|reels?|stor(?:y|ies)|videos?|shorts?|clips?|photos?|followers?|views?|likes?|clicks?|impressions?|people|days?|weeks?|months?|years?|hours?|hrs?|mins?|minutes?|stuck|beitrage?|tage?|wochen?|monate?|historias?|publicacion(?:es)?|dias?|semanas?)(?= |$)/;

function feeIn(text: string, locale: () => string): FeeReading {
  const [digits, ...more] = text.match(NUMBER) ?? [];
  if (digits === undefined) return { why: NO_NUMBER };
  if (more.length > 0) return { why: SEVERAL };
  if (PERCENT.test(text)) return { why: 'is a share and no amount' };
  const at = text.indexOf(digits);
  const before = text.slice(0, at);
  const rest = text.slice(at + digits.length).replace(NO_CENTS, ' ');
  if (isNegative(before, rest)) return { why: 'is negative' };
  const { times, after } = multiplied(before, rest, locale);
  const words = [before, after].map((part) => foldName(withoutCurrencies(part)));
  if (OPEN_SIGNS.test(text) || /\+(?=\s|\/|$)/.test(rest) || words.some((each) => OPEN_WORDS.test(each)))
    return { why: INEXACT };
  if (!isApart(before, /\p{L}+$/u) || !isApart(after, /^\p{L}+/u)) return { why: NO_NUMBER };
  const money = [...currenciesIn(before), ...currenciesIn(after)];
  const currency = money.length === 0 ? '' : oneCurrency(money);
  if (currency === undefined) return { why: 'names two currencies' };
  if (currency === '' && COUNTED.test(foldName(after))) return { why: NO_NUMBER };
  const amounts = amountsOf(digits, times.length > 1 || times[0] !== 1).flatMap((amount) =>
    times.map((by) => amount * by),
  );
  const [amount, other] = amounts.map((each) => Number(each.toPrecision(15)));
  // 500 50 is two numbers, 1.2.3 none.
  if (amount === undefined) return { why: digits.includes(' ') ? SEVERAL : NO_NUMBER };
  return other === undefined ? { amount, currency: currency.toUpperCase() } : { why: `could be ${amount} or ${other}` };
}

/** A dash between words and the number parts them: `Reel - 500`. */
const isNegative = (before: string, rest: string): boolean =>
  (/[-–—]\s*$/.test(before) && !/[\p{L})]:? [-–—] $/u.test(before)) ||
  /^\s*[-–—](?!\s*\p{L})/u.test(rest) ||
  (/\(\s*$/.test(before) && /^\s*\)/.test(rest));

/** Letters that touch the number belong to it only if they are money: `USD300` and no `iphone15`. */
function isApart(text: string, touching: RegExp): boolean {
  const [letters] = touching.exec(text) ?? [];
  return letters === undefined || currencyCodes(letters).length > 0;
}

/** Takes the multiplier off what follows the number: `2 lakh`, `1.2M€`, `5 kEUR`, `10万円`. */
function multiplied(before: string, rest: string, locale: () => string): { times: readonly number[]; after: string } {
  const [eastern] = EASTERN_MULTIPLIER.exec(rest.trimStart()) ?? [];
  if (eastern) return { times: timesOf(eastern, locale), after: rest.trimStart().slice(1) };
  const [found = '', space = '', word = ''] = /^(\s?)(\p{L}+)\.?/u.exec(rest) ?? [];
  const after = rest.slice(found.length);
  if (word === '' || currencyCodes(word).length > 0) return { times: [1], after: rest };
  const isRupees = [...currenciesIn(before), ...currenciesIn(after)].some((each) => currencyCodes(each)[0] === 'INR');
  const times = isRupees && /^l$/i.test(word) ? [1e5] : timesOf(word, locale);
  if (times.length > 0) return { times, after: ` ${after}` };
  for (let length = 1; length < Math.min(4, word.length); length += 1) {
    const [prefix, money] = [word.slice(0, length), word.slice(length)];
    // TEUR and T€ are thousands in German books.
    const by = prefix === 'T' ? [1e3] : timesOf(prefix, locale);
    if (by.length > 0 && currencyCodes(money).length > 0) return { times: by, after: ` ${money}${after}` };
  }
  if (word === 'T' && space.length < 2 && currenciesIn(after.slice(0, 1)).length > 0) return { times: [1e3], after };
  return { times: [1], after: rest };
}

const timesOf = (word: string, locale: () => string): readonly number[] => [multiplierOf(word, locale) ?? []].flat();

/** Money has two decimals at most: a mark before three digits parts thousands. */
function amountsOf(digits: string, isMultiplied: boolean): number[] {
  const read = readDigits(digits);
  if (!read) return [];
  if ('value' in read) return [read.value];
  return isMultiplied ? [read.grouped, read.decimal] : [read.grouped];
}
