import { InfluError } from '../core/error';
import { hashText } from '../core/text';
import { CELL } from '../schema/said-text';
import { keyKind, type KeyKind } from './pace';
import type { Settings } from './settings';

export const KEY_PROPERTY = 'INFLUDATA_API_KEY';
export const CLIENT_PROPERTY = 'INFLUDATA_CLIENT_ID';
/** When a trial key ends, as the API said when it was issued. */
export const KEY_ENDS_PROPERTY = 'INFLUDATA_KEY_ENDS';

/** What getClientInfo says of the key besides its balance: packages, and when it was last used. */
export const KEY_INFO_PROPERTY = 'INFLUDATA_KEY_INFO';

/** Whose API key pays. The key itself goes into one request header and nowhere else. */
export interface Purse {
  key: string;
  clientId?: string;
  kind: KeyKind;
  /** Tells keys apart; the key cannot be made from it. */
  fingerprint: string;
  /** The last four characters, the only part that is ever shown. */
  keyEnd: string;
  source: 'person' | 'spreadsheet';
}

/**
 * A formula uses the spreadsheet's key, or else the owner's. Menu and sidebar use the person's own, or else the
 * spreadsheet's. Reads the user's properties (one call) only if it comes to them. Throws `noKey`.
 */
export function findPurse(
  order: 'formula' | 'person',
  document: Record<string, string>,
  user: () => Record<string, string>,
  settings: Settings,
): Purse {
  const spreadsheet = (): Purse | undefined => storedPurse(document, 'spreadsheet', settings);
  const person = (): Purse | undefined => storedPurse(user(), 'person', settings);
  const purse = order === 'formula' ? (spreadsheet() ?? person()) : (person() ?? spreadsheet());
  if (purse) return purse;
  throw new InfluError('noKey', CELL.noKey);
}

export function storedPurse(
  properties: Record<string, string>,
  source: Purse['source'],
  settings: Settings,
): Purse | undefined {
  const key = properties[KEY_PROPERTY]?.trim();
  if (!key) return undefined;
  const clientId = properties[CLIENT_PROPERTY]?.trim() || undefined;
  return makePurse(key, clientId, source, settings);
}

export const makePurse = (
  key: string,
  clientId: string | undefined,
  source: Purse['source'],
  settings: Settings,
): Purse => ({
  key,
  ...(clientId === undefined ? {} : { clientId }),
  kind: keyKind(settings.keyKind, clientId),
  fingerprint: hashText(key, 97),
  keyEnd: key.slice(-4),
  source,
});
