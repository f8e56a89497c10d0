import { foldName } from '../../schema/country';

/**
 * Signs and words of money, by ISO 4217 code. A sign that several currencies share is listed with each; it means the first of
 * them unless the fees beside it say otherwise.
 */
const CURRENCIES: readonly (readonly [code: string, names: string])[] = [
  ['EUR', '€ euro euros eur'],
  ['USD', '$ us$ u$s usd$ usd dollar dollars dolar dolares dolari bucks'],
  ['GBP', '£ gbp pound pounds quid pfund libras livres sterling'],
  ['CHF', 'chf sfr fr franken francs francos franchi'],
  ['INR', '₹ inr rs ₨ rupee rupees rupien rupias roupies'],
  ['JPY', '¥ ￥ jpy jp¥ yen 円 日元'],
  ['CNY', 'cny rmb cn¥ yuan renminbi 元 人民币 ¥ ￥'],
  ['RUB', '₽ rub руб рублей рубля рубль р ruble rubles rubel rouble roubles'],
  ['SEK', 'sek kr kronor krona'],
  ['NOK', 'nok kr kroner krone'],
  ['DKK', 'dkk kr kroner krone'],
  ['ISK', 'isk kr'],
  ['PLN', 'pln zl zloty zlotys zlotych'],
  ['CZK', 'czk kc koruna korun'],
  ['HUF', 'huf ft forint'],
  ['RON', 'ron lei leu'],
  ['BGN', 'bgn лв lev leva'],
  ['UAH', '₴ uah грн гривень hryvnia'],
  ['TRY', '₺ tl lira lirasi'],
  ['BRL', 'r$ brl reais'],
  ['CAD', 'cad ca$ c$ can$ $ dollars'],
  ['AUD', 'aud a$ au$ $ dollars'],
  ['NZD', 'nzd nz$ $ dollars'],
  ['SGD', 'sgd s$ sg$ $ dollars'],
  ['HKD', 'hkd hk$ $ dollars'],
  ['TWD', 'twd nt$ nt $'],
  ['MXN', 'mxn mx$ mex$ $ peso pesos'],
  ['ARS', 'ars ar$ $ peso pesos'],
  ['CLP', 'clp $ peso pesos'],
  ['COP', 'cop col$ $ peso pesos'],
  ['PHP', '₱ php peso pesos piso'],
  ['PEN', 's/ soles sol'],
  ['KRW', '₩ ￦ krw won 원'],
  ['VND', '₫ vnd dong đ'],
  ['THB', '฿ thb baht บาท'],
  ['IDR', 'rp idr rupiah'],
  ['MYR', 'rm myr ringgit'],
  ['AED', 'aed dh dhs dirham dirhams درهم'],
  ['MAD', 'dh dirham dirhams'],
  ['SAR', 'sar sr riyal riyals ريال'],
  ['QAR', 'qar qr riyal riyals'],
  ['ILS', '₪ ils nis shekel shekels'],
  ['EGP', 'egp £ pound pounds'],
  ['ZAR', 'zar r rand'],
  ['NGN', '₦ ngn naira'],
  ['KES', 'kes ksh kshs shilling shillings'],
  ['GHS', 'ghs gh₵ ₵ cedi cedis'],
  ['PKR', 'pkr rs ₨ rupee rupees'],
  ['BDT', '৳ bdt taka'],
  ['LKR', 'lkr rs ₨ rupee rupees'],
  ['KZT', '₸ kzt tenge'],
  ['GEL', '₾ gel lari'],
];

/** Codes without a sign of their own here, understood in capitals. Source: ISO 4217. */
const OTHER_CODES =
  /^(AFN|AMD|AOA|AZN|BAM|BBD|BHD|BIF|BMD|BND|BOB|BSD|BTN|BWP|BYN|BZD|CDF|CRC|CUP|CVE|DJF|DOP|DZD|ERN|ETB|FJD|GMD|GTQ|GYD|HNL|HTG|IQD|IRR|JMD|JOD|KGS|KHR|KWD|LAK|LBP|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MZN|NAD|NIO|NPR|OMR|PAB|PEN|PGK|PYG|RSD|RWF|SCR|SDG|SLE|SOS|SRD|SYP|SZL|TJS|TMT|TND|TTD|TZS|UGX|UYU|UZS|VES|XAF|XOF|YER|ZMW|TRY)$/;

let codesByName: ReadonlyMap<string, readonly string[]> | undefined;

function named(name: string): readonly string[] {
  if (!codesByName) {
    const codes = new Map<string, string[]>();
    for (const [code, names] of CURRENCIES)
      for (const each of names.split(' ')) codes.set(each, [...(codes.get(each) ?? []), code]);
    codesByName = codes;
  }
  return codesByName.get(name) ?? [];
}

/** What a sign, code or word may stand for, most likely first; none where it is no money. */
export function currencyCodes(text: string): readonly string[] {
  const written = text.trim();
  const lower = written.toLowerCase().replace(/\.+$/, '');
  if (OTHER_CODES.test(written)) return [written];
  const found = named(lower);
  return found.length > 0 ? found : /\p{L}/u.test(lower) ? named(foldName(lower)) : [];
}

/** A letter or three before a dollar, a sign alone, or a word. */
const WORD = /\p{L}{0,3}[$¥₵]\p{L}?(?!\p{L})|\p{L}\/\.?(?!\p{L})|\p{Sc}|[￥￦]|\p{L}+/gu;

const codesOf = (word: string): readonly string[] => currencyCodes(word.replace(/\/\.?$/, '/'));

/** Every sign, code and word of money in a text. */
export const currenciesIn = (text: string): string[] =>
  (text.match(WORD) ?? []).filter((word) => codesOf(word).length > 0);

/** The other words. */
export const withoutCurrencies = (text: string): string =>
  text.replace(WORD, (word) => (codesOf(word).length > 0 ? ' ' : word));

/** The one that all of them mean, in the word that says it best; undefined where they mean two. */
export function oneCurrency(words: readonly string[]): string | undefined {
  const [first = '', ...others] = [...words].sort((left, right) => codesOf(left).length - codesOf(right).length);
  const codes = codesOf(first);
  return others.every((word) => codesOf(word).some((code) => codes.includes(code))) ? first : undefined;
}

/** Words as codes, by what stands beside them: `$` is CAD where that is the only dollar named. */
export function settledCodes(words: readonly string[]): ReadonlyMap<string, string> {
  const sure = new Set(words.flatMap((word) => (codesOf(word).length === 1 ? codesOf(word) : [])));
  return new Map(
    words.map((word) => {
      const codes = codesOf(word);
      const [only, ...more] = codes.filter((code) => sure.has(code));
      return [word, (more.length === 0 ? only : undefined) ?? codes[0] ?? ''];
    }),
  );
}
