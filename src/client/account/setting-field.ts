import { wholeOf } from '../run/typed-cap';
import type { Account } from '../../sidebar/account-calls';
import { TEXT } from '../text/text';

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

const MOST_DAYS = 3650;

interface NumberField {
  name: NumberSetting;
  label: string;
}

export const CAPS: readonly NumberField[] = [
  { name: 'maxRequestsPerDay', label: TEXT.account.capDay },
  { name: 'maxFormulaRequestsPerDay', label: TEXT.account.capFormulas },
  { name: 'maxRequestsPerRun', label: TEXT.account.capRun },
  { name: 'keepBalance', label: TEXT.account.capBalance },
];

/** Days until an answer counts as old. */
export const FRESHNESS: readonly NumberField[] = [
  { name: 'profileFreshDays', label: TEXT.account.freshProfiles },
  { name: 'searchFreshDays', label: TEXT.account.freshSearches },
  { name: 'contentFreshDays', label: TEXT.account.freshContent },
  { name: 'audienceFreshDays', label: TEXT.account.freshReports },
];

export const SWITCHES: readonly { name: SwitchSetting; label: string; hint: string }[] = [
  { name: 'audienceInFormulas', label: TEXT.account.audienceInFormulas, hint: TEXT.account.audienceInFormulasHint },
  { name: 'contentInFormulas', label: TEXT.account.contentInFormulas, hint: TEXT.account.contentInFormulasHint },
  { name: 'followersFromStatus', label: TEXT.account.followersFromStatus, hint: TEXT.account.followersFromStatusHint },
];

export const KEY_KINDS: readonly { value: AccountSettings['keyKind']; label: string }[] = [
  { value: 'auto', label: TEXT.account.keyKindAuto },
  { value: 'trial', label: TEXT.account.keyKindTrial },
  { value: 'organization', label: TEXT.account.keyKindOrganization },
];

/** Settings as typed; only what was touched. */
export type Draft = Partial<
  Record<NumberSetting, string> & Record<SwitchSetting, boolean> & Pick<AccountSettings, 'keyKind'>
>;
export type Change = Partial<Omit<AccountSettings, 'version'>>;

const isDays = (name: string): boolean => name.endsWith('Days');

/** Why a number cannot be saved. */
function settingProblem(name: NumberSetting, text: string): string | undefined {
  const value = wholeOf(text);
  if (value === undefined) return TEXT.account.wholeNumber;
  if (isDays(name) && value > MOST_DAYS) return TEXT.account.mostDays(MOST_DAYS);
  return Number.isSafeInteger(value) ? undefined : TEXT.account.tooLarge;
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
