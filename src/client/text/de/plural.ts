import { number } from '../../format';

const rules = typeof Intl.PluralRules === 'function' ? new Intl.PluralRules('de') : undefined;

export const isOne = (value: number): boolean => (rules ? rules.select(value) === 'one' : value === 1);

/** `1 Zeile`, `93 Zeilen`. */
export const n = (value: number, one: string, many: string): string =>
  number(value) + ' ' + (isOne(value) ? one : many);

export const creators = (value: number): string => n(value, 'Creator', 'Creator');
/** Behind `von` and `mit`. */
export const creatorsDative = (value: number): string => n(value, 'Creator', 'Creatorn');
export const rows = (value: number): string => n(value, 'Zeile', 'Zeilen');
export const posts = (value: number): string => n(value, 'Beitrag', 'Beiträge');
export const quoted = (name: string): string => '„' + name + '“';
