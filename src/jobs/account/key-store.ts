import { ask, askBalance } from '../../gate/client';
import { endStops } from '../../gate/ledger-view';
import { balanceQuestion, citiesQuestion } from '../../api/question';
import { badInput, InfluError, type ErrorCode } from '../../core/error';
import type { Host, Properties } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { isRecord, parseJson } from '../../core/text';
import { parseClientInfo, trialEnd, type ClientInfo, type KeyPackage } from '../../schema/client-info';
import {
  CLIENT_PROPERTY,
  KEY_ENDS_PROPERTY,
  KEY_INFO_PROPERTY,
  KEY_PROPERTY,
  makePurse,
  type Purse,
} from '../../gate/purse';
import { readSettings, SETTINGS_PROPERTY } from '../../gate/settings';
import { KEYS } from '../../schema/said-text';

/** Where a key is kept: for this person alone, or in the spreadsheet, for every editor. */
export type KeyPlace = 'person' | 'spreadsheet';

const KEY_FORM = /^[\x21-\x7e]{8,200}$/;
const CLIENT_FORM = /^[\x21-\x7e]{3,200}$/;
const TEST_SECONDS = 20;

const storeOf = (host: Host, place: KeyPlace): Properties =>
  place === 'person' ? host.userProperties : host.documentProperties;

export interface StoredKey {
  key: string;
  clientId: string;
  /** ISO; blank where it has no known end. */
  endsAt: string;
  /** What is shown of it beside the balance. */
  info?: KeyInfo;
}

export type KeyInfo = Pick<ClientInfo, 'packages' | 'lastUsed'>;

const infoText = ({ packages, lastUsed }: KeyInfo = {}): string =>
  packages || lastUsed ? JSON.stringify({ version: 1, packages, lastUsed }) : '';

/** Nothing where it cannot be read: it is read again with the next balance. */
export function readKeyInfo(stored: Readonly<Record<string, string>>): KeyInfo {
  const json = parseJson(stored[KEY_INFO_PROPERTY] ?? '');
  if (!isRecord(json) || json['version'] !== 1) return {};
  const { packages, lastUsed } = json;
  return {
    ...(Array.isArray(packages) ? { packages: packages.filter(isRecord) as unknown as KeyPackage[] } : {}),
    ...(typeof lastUsed === 'string' ? { lastUsed } : {}),
  };
}

/** Stores a key; it has been tested before. */
export const storeKey = (host: Host, place: KeyPlace, { key, clientId, endsAt, info }: StoredKey): void =>
  storeOf(host, place).setMany({
    [KEY_PROPERTY]: key,
    [CLIENT_PROPERTY]: clientId,
    [KEY_ENDS_PROPERTY]: endsAt,
    [KEY_INFO_PROPERTY]: infoText(info),
  });

export function removeKey(host: Host, place: KeyPlace): void {
  for (const name of [KEY_PROPERTY, CLIENT_PROPERTY, KEY_ENDS_PROPERTY, KEY_INFO_PROPERTY])
    storeOf(host, place).remove(name);
}

/** Copies this person's key into the spreadsheet. Throws `noKey`. */
export function shareKey(host: Host): void {
  storeKey(host, 'spreadsheet', storedKey(host, 'person'));
}

/** Throws `noKey`. */
export function storedKey(host: Host, place: KeyPlace): StoredKey {
  const stored = storeOf(host, place).all();
  const key = stored[KEY_PROPERTY]?.trim();
  if (!key) throw new InfluError('noKey', KEYS.none);
  const [clientId, endsAt] = [stored[CLIENT_PROPERTY] ?? '', stored[KEY_ENDS_PROPERTY] ?? ''];
  return { key, clientId, endsAt, info: readKeyInfo(stored) };
}

/** What getClientInfo tells of the key, and the end of a trial key that was pasted; whose key paid comes first. */
export function noteKey(host: Host, info: ClientInfo): void {
  const paying = (['person', 'spreadsheet'] as const).find((place) => storeOf(host, place).all()[KEY_PROPERTY]?.trim());
  if (!paying) return;
  const before = storedKey(host, paying);
  const end = before.endsAt === '' ? trialEnd(info, before.clientId) : undefined;
  const values = {
    ...(end === undefined ? {} : { [KEY_ENDS_PROPERTY]: end }),
    ...(infoText(info) === infoText(before.info) ? {} : { [KEY_INFO_PROPERTY]: infoText(info) }),
  };
  if (Object.keys(values).length > 0) storeOf(host, paying).setMany(values);
}

/**
 * Asks influData something free with a key, stored or not: the balance where the client id is known, else a list of
 * cities. What stood against a key before is asked anew. Returns the balance and what came with it, if that was read.
 * Throws what is wrong, one sentence.
 */
export function testKey(host: Host, { key, clientId }: Pick<StoredKey, 'key' | 'clientId'>): ClientInfo | undefined {
  if (!KEY_FORM.test(key)) throw badInput(KEYS.noKeyForm);
  if (clientId !== '' && !CLIENT_FORM.test(clientId)) throw badInput(KEYS.noClientForm);
  endStops(host);
  const { settings } = readSettings(host.documentProperties.all()[SETTINGS_PROPERTY]);
  const purse = makePurse(key, clientId === '' ? undefined : clientId, 'person', settings);
  return clientId === '' ? (testUnnamed(host, purse) ?? testByCities(host, purse)) : testByBalance(host, purse);
}

const testRequest = (host: Host, purse: Purse) => {
  const nowMs = host.clock.now();
  return {
    order: 'person' as const,
    purse,
    what: 'account',
    who: host.person(),
    lastSendMs: nowMs + TEST_SECONDS * SECOND_MS,
    giveUpMs: nowMs + 2 * TEST_SECONDS * SECOND_MS,
    expiresAtMs: nowMs + 4 * TEST_SECONDS * SECOND_MS,
  };
};

/** What a refused or strange answer to getClientInfo means here. */
const NO_BALANCE = {
  forbidden: 'wrongClient',
  rejected: 'wrongClient',
  unreadable: 'unreadableBalance',
} as const satisfies Partial<Record<ErrorCode, string>>;

function testByBalance(host: Host, purse: Purse): ClientInfo {
  const reply = askBalance(host, testRequest(host, purse), true);
  if (reply.kind === 'balance') return reply.info ?? { requestsLeft: reply.left };
  if (reply.kind === 'pending') throw new InfluError('busy', KEYS.notTested);
  const { code, said } = reply.error;
  throw new InfluError(code, code in NO_BALANCE ? KEYS[NO_BALANCE[code as keyof typeof NO_BALANCE]] : said);
}

/** The client id was once optional, and its answer tells it: one free try. Undefined: the API wants it. */
function testUnnamed(host: Host, purse: Purse): ClientInfo | undefined {
  const question = { ...balanceQuestion(''), call: { endpoint: 'getClientInfo' as const } };
  const reply = ask(host, { ...testRequest(host, purse), questions: [question], again: true }).get(question.key);
  if (reply?.kind === 'error' && reply.error.code === 'badKey') throw reply.error;
  return reply?.kind === 'answer' && reply.answer.state === 'full' ? parseClientInfo(reply.answer.body) : undefined;
}

function testByCities(host: Host, purse: Purse): undefined {
  const question = citiesQuestion('Germany');
  const reply = ask(host, { ...testRequest(host, purse), questions: [question], again: true }).get(question.key);
  if (reply?.kind === 'error') throw reply.error;
  if (reply?.kind !== 'answer') throw new InfluError('busy', KEYS.notTested);
}
