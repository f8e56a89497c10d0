import { InfluError, messageOf } from '../core/error';
import type { Consent, Right } from '../core/ports';
import { notGranted } from '../schema/not-granted';

const SCOPES: Record<Right, string> = {
  sheet: 'spreadsheets.currentonly',
  web: 'script.external_request',
  page: 'script.container.ui',
  schedule: 'script.scriptapp',
  bigquery: 'bigquery.insertdata',
};
const scopeOf = (right: Right): string => 'https://www.googleapis.com/auth/' + SCOPES[right];

/** As Google documents it (reference, ScriptApp); the package of types does not have the second argument yet. */
interface Documented {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    scopes: string[],
  ): { getAuthorizedScopes(): string[] | null; getAuthorizationUrl(): string | null };
}
const documented = (): Documented => ScriptApp as unknown as Documented;

const infoOf = (rights: readonly Right[]): ReturnType<Documented['getAuthorizationInfo']> =>
  documented().getAuthorizationInfo(ScriptApp.AuthMode.FULL, rights.map(scopeOf));

export const consent: Consent = {
  missing(rights) {
    try {
      const granted = infoOf(rights).getAuthorizedScopes() ?? [];
      return rights.filter((right) => !granted.includes(scopeOf(right)));
    } catch {
      return [];
    }
  },
  url(rights) {
    try {
      return infoOf(rights).getAuthorizationUrl() ?? undefined;
    } catch {
      return undefined;
    }
  },
  ask: (rights) => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, rights.map(scopeOf)),
};

/** The right that a refusal of Google's is about: whatever its language, it names the scope. */
export function refusedRight(error: unknown): Right | undefined {
  if (error instanceof InfluError) return undefined;
  const text = messageOf(error);
  return (Object.keys(SCOPES) as Right[]).find((right) => text.includes(scopeOf(right)));
}

/** The same refusal as a sentence. */
export function refusalOf(error: unknown): InfluError | undefined {
  const right = refusedRight(error);
  return right && notGranted([right]);
}
