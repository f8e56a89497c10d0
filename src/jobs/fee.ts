/** What a text of a fee may hold beside its number. */
const CURRENCY =
  /^(€|\$|£|¥|zł|kr|eur|euros?|usd|us\$|gbp|chf|fr\.|sek|nok|dkk|pln|czk|jpy|aud|cad|brl|r\$|inr|₹|,-|\.-)$/i;

export interface Fee {
  amount: number;
  /** As it was written; blank where it was not. */
  currency: string;
}

/** A number, or a text such as `€1,200`, `1.200,50 EUR`, `CHF 1'200` or `2.5k`; undefined where it is no single amount. */
export function parseFee(value: unknown): Fee | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 ? { amount: value, currency: '' } : undefined;
  if (typeof value !== 'string') return undefined;
  const found = /^(\D*?)\s*(\d[\d.,'’\s\u00a0]*\d|\d)\s*(k?)\s*(\D*)$/i.exec(value.trim());
  if (!found) return undefined;
  const [, before = '', digits = '', thousand = '', after = ''] = found;
  const words = [before, after].map((word) => word.trim()).filter((word) => word !== '');
  if (words.some((word) => !CURRENCY.test(word))) return undefined;
  const amount = amountOf(digits.replace(/['’\s\u00a0]/g, ''));
  if (amount === undefined) return undefined;
  const currency = words.find((word) => !word.endsWith('-')) ?? '';
  return { amount: thousand === '' ? amount : amount * 1000, currency: currency.toUpperCase() };
}

/** The last of two different marks is the decimal one; a single one before three digits parts thousands. */
function amountOf(digits: string): number | undefined {
  const decimal = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const mark = digits[decimal];
  if (mark === undefined) return Number(digits);
  const other = mark === '.' ? ',' : '.';
  const isDecimal = digits.includes(other) || !/^[1-9]\d{0,2}([.,]\d{3})+$/.test(digits);
  const whole = isDecimal ? digits.slice(0, decimal) : digits;
  const fraction = isDecimal ? digits.slice(decimal + 1) : '0';
  if (!/^\d{1,3}([.,]\d{3})*$|^\d+$/.test(whole) || (isDecimal && whole.includes(mark))) return undefined;
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
  return Number.isFinite(amount) ? amount : undefined;
}
