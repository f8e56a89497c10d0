import { wholeOf } from '../run/typed-cap';
import type { Account } from '../../sidebar/account-calls';

export type AccountSettings = Account['settings'];

export type NumberSetting = {
  [Name in keyof AccountSettings]: AccountSettings[Name] extends number
    ? Name extends 'version'
      ? never
      : Name
    : never;
}[keyof AccountSettings];
export type SwitchSetting = Exclude<
  { [Name in keyof AccountSettings]: AccountSettings[Name] extends boolean ? Name : never }[keyof AccountSettings],
  'paused'
>;

export const MOST_DAYS = 3650;

interface NumberField {
  name: NumberSetting;
  label: string;
  hint?: string;
}

export const CAPS: readonly NumberField[] = [
  { name: 'maxRequestsPerDay', label: 'A day, at most' },
  { name: 'maxFormulaRequestsPerDay', label: 'Of these, by formulas' },
  { name: 'maxRequestsPerRun', label: 'A run, at most' },
  { name: 'keepBalance', label: 'Always keep of the balance' },
];

/** Days until an answer counts as old. */
export const FRESHNESS: readonly NumberField[] = [
  { name: 'profileFreshDays', label: 'Profiles' },
  { name: 'searchFreshDays', label: 'Searches' },
  { name: 'contentFreshDays', label: 'Content' },
  { name: 'audienceFreshDays', label: 'Audience reports' },
];

export const SWITCHES: readonly { name: SwitchSetting; label: string; hint: string }[] = [
  { name: 'audienceInFormulas', label: 'Audience reports in formulas', hint: '20 requests a creator.' },
  { name: 'contentInFormulas', label: 'Content in formulas', hint: '1 request a piece.' },
  { name: 'followersFromStatus', label: 'Followers from the free status', hint: 'INFLU_FOLLOWERS asks there first.' },
];

export const KEY_KINDS: readonly { value: AccountSettings['keyKind']; label: string }[] = [
  { value: 'auto', label: 'Find out by itself' },
  { value: 'trial', label: 'Trial: 2 a second, 60 a minute' },
  { value: 'organization', label: 'Organization: 25 a second' },
];

/** Settings as typed; only what was touched. */
export type Draft = Partial<
  Record<NumberSetting, string> & Record<SwitchSetting, boolean> & Pick<AccountSettings, 'keyKind'>
>;
export type Change = Partial<Omit<AccountSettings, 'version'>>;

const isDays = (name: string): boolean => name.endsWith('Days');

/** Why a number cannot be saved. */
export function settingProblem(name: NumberSetting, text: string): string | undefined {
  const value = wholeOf(text);
  if (value === undefined) return 'Write a whole number, 0 or more.';
  if (isDays(name) && value > MOST_DAYS) return 'At most ' + MOST_DAYS + ' days.';
  return Number.isSafeInteger(value) ? undefined : 'That is too large.';
}

/** What a draft changes, and what is wrong with it. */
export function readDraft(
  draft: Draft,
  settings: AccountSettings,
): { change: Change; problems: Partial<Record<NumberSetting, string>> } {
  const problems: Partial<Record<NumberSetting, string>> = {};
  const change: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) {
    const isNumber = typeof settings[name as keyof AccountSettings] === 'number';
    const problem = isNumber ? settingProblem(name as NumberSetting, String(value)) : undefined;
    if (problem) problems[name as NumberSetting] = problem;
    const wanted = isNumber ? wholeOf(String(value)) : value;
    if (wanted !== settings[name as keyof AccountSettings]) change[name] = wanted;
  }
  return { change: change as Change, problems };
}
