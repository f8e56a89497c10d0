import { createHash } from 'node:crypto';

/** Who may be at the keyboard. A user exists as soon as he is named. */
export interface Users {
  /** Of the spreadsheet and, bound, of the script. Custom functions read his user properties. */
  owner: string;
  /** Granular consent: the user has not ticked this scope. */
  revokeScope(user: string, scope: string): void;
  grantScope(user: string, scope: string): void;
  hasScope(user: string, scope: string): boolean;
  /** What Google's page has been shown for, newest last. */
  consentAsked: { user: string; scopes: string[] }[];
  /** The language of the account; `en` until it is set. */
  locale(user: string): string;
  setLocale(user: string, locale: string): void;
  /** Opaque, the same for 30 days. */
  temporaryKey(user: string, nowMs: number): string;
}

const KEY_ROTATION_MS = 30 * 24 * 60 * 60 * 1000;

export function createUsers(owner: string): Users {
  const locales = new Map<string, string>();
  const revoked = new Set<string>();
  return {
    owner,
    consentAsked: [],
    revokeScope: (user, scope) => void revoked.add(`${user} ${scope}`),
    grantScope: (user, scope) => void revoked.delete(`${user} ${scope}`),
    hasScope: (user, scope) => !revoked.has(`${user} ${scope}`),
    locale: (user) => locales.get(user) ?? 'en',
    setLocale: (user, locale) => void locales.set(user, locale),
    temporaryKey: (user, nowMs) =>
      createHash('sha256')
        .update(`${user} ${Math.floor(nowMs / KEY_ROTATION_MS)}`)
        .digest('base64url'),
  };
}
