import { isRecord } from '../core/text';
import { labelOf } from './wire';

/** One line of a breakdown as an answer has it, before anybody says what its number means. */
export interface Line {
  label: string;
  /** Missing in a list, which has labels only. */
  value?: number | string;
  /** People, beside a share. */
  count?: number;
  /** What the number is called there, where that says what it is. */
  named?: 'percent' | 'count';
  /** One of several numbers of one label: women and men of an age. */
  isSplit?: true;
}

const PERCENT_NAMES = ['percent', 'percentage', 'pct'];
const SHARE_NAMES = ['share', ...PERCENT_NAMES, 'value', 'weight', 'ratio', 'fraction', 'proportion'];
const COUNT_NAMES = ['count', 'total', 'users', 'followers', 'accounts', 'people', 'amount', 'size'];

/** `45`, `"45"` and `"45 %"`. */
function numberIn(value: unknown): { value: number; named?: 'percent' } | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : undefined;
  const [, digits, sign] = typeof value === 'string' ? (/^\s*(-?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(value) ?? []) : [];
  return digits === undefined ? undefined : { value: Number(digits), ...(sign ? { named: 'percent' } : {}) };
}

/**
 * `{label: number}`, `{label: {percent, count}}`, arrays of labelled objects, lists of texts, and one level of any of
 * these inside another (age by gender). Empty where it is no breakdown.
 */
export function linesIn(wire: unknown): Line[] {
  if (Array.isArray(wire)) return wire.flatMap((item) => (isRecord(item) ? itemLines(item) : listLine(item)));
  if (!isRecord(wire)) return [];
  return Object.entries(wire).flatMap(([label, value]): Line[] => {
    const number = numberIn(value);
    if (number) return [{ label, ...number }];
    if (typeof value === 'string') return value === '' ? [] : [{ label, value }];
    const named = isRecord(value) ? namedLine(label, value) : undefined;
    return named
      ? [named]
      : linesIn(value).map((line) => ({ ...line, label: `${label} ${line.label}`, isSplit: true as const }));
  });
}

const listLine = (item: unknown): Line[] => (typeof item === 'string' && item.trim() !== '' ? [{ label: item }] : []);

/** Age by gender reads "13-17 female" in every style. */
function itemLines(item: Record<string, unknown>): Line[] {
  const label = labelOf(item);
  if (label === '') return [];
  const gender = item['gender'];
  const isOfGender = typeof gender === 'string' && gender !== label;
  const named = namedLine(isOfGender ? `${label} ${gender}` : label, item);
  if (named) return [isOfGender ? { ...named, isSplit: true } : named];
  const numbers = Object.entries(item).flatMap(([key, value]): Line[] => {
    const number = String(value) === label ? undefined : numberIn(value);
    return number ? [{ label: `${label} ${key}`, ...number, isSplit: true }] : [];
  });
  return numbers.length > 0 ? numbers : [{ label }];
}

/** The share that an object names, with the count beside it; else the count. */
function namedLine(label: string, item: Record<string, unknown>): Line | undefined {
  const find = (names: readonly string[]) => {
    const name = names.find((each) => item[each] !== label && numberIn(item[each]) !== undefined);
    return name === undefined ? undefined : { name, ...(numberIn(item[name]) as { value: number; named?: 'percent' }) };
  };
  const [share, count] = [find(SHARE_NAMES), find(COUNT_NAMES)];
  if (share) {
    const isPercent = share.named !== undefined || PERCENT_NAMES.includes(share.name);
    return {
      label,
      value: share.value,
      ...(isPercent ? { named: 'percent' } : {}),
      ...(count ? { count: count.value } : {}),
    };
  }
  const numbers = Object.values(item).filter((value) => value !== label && typeof value === 'number');
  // Beside others it is one of several numbers.
  return count && numbers.length <= 1 ? { label, value: count.value, named: 'count' } : undefined;
}
