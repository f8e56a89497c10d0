import { number } from '../format';
import { wholeOf } from '../run/cap';

export type Limits<Name extends string> = Readonly<Record<Name, readonly [least: number, most: number]>>;

/** Whole numbers as typed, each within its limits; or what is wrong beside each field. */
export function readWholes<Name extends string>(
  typed: Readonly<Record<Name, string>>,
  limits: Limits<Name>,
): { values: Record<Name, number>; problems: Partial<Record<Name, string>> } {
  const values = {} as Record<Name, number>;
  const problems: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(limits) as Name[]) {
    const [least, most] = limits[name];
    const value = wholeOf(typed[name]) ?? NaN;
    if (value >= least && value <= most) values[name] = value;
    else problems[name] = 'A whole number from ' + number(least) + ' to ' + number(most) + '.';
  }
  return { values, problems };
}
