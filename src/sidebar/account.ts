import * as z from 'zod/mini';
import { isRecord } from '../core/text';
import { DEFAULT_SETTINGS } from '../gate/settings';
import { entry, aPlace, shape, aText, type Entry } from './argument';
import type { AccountCalls, AnswerReport } from './account-calls';
import type { Calls } from './calls';
import { checkAnswers, checkPrice } from '../jobs/account/answer-check';
import { askBalance } from '../gate/client';
import { changeSettings, endStops, readUsage } from '../gate/ledger-view';
import type { Host } from '../core/ports';
import { SECOND_MS } from '../core/time';
import {
  noteKey,
  readKeyInfo,
  removeKey,
  shareKey,
  storedKey,
  storeKey,
  testKey,
  type KeyPlace,
} from '../jobs/account/key-store';
import { writeLog, LOG_TAB } from '../jobs/run/log-tab';
import type { Tools } from '../jobs/run/tools';
import { dropSignup, pendingSignup, requestTrial, verifyTrial, type PendingSignup } from '../jobs/account/trial-signup';
import { trialEnd, type ClientInfo } from '../schema/client-info';
import { KEY_ENDS_PROPERTY, KEY_PROPERTY, storedPurse } from '../gate/purse';
import type { Settings } from '../gate/settings';
import type { Account, KeyView, Signup } from './account-calls';

const iso = (ms: number): string => new Date(ms).toISOString();

/** What the account tab shows. Free; asks for the balance when that is older than 10 minutes, or `again`. */
export function accountView({ host }: Tools, again = false): Account {
  const info = readBalance(host, again);
  if (info) noteKey(host, info);
  const { today, month, days, reserved, drift, settings, stopped, stop, balance, unknownSections } = readUsage(host);
  const user = host.userProperties.all();
  const document = host.documentProperties.all();
  const person = keyView(user, 'person', settings);
  const spreadsheet = keyView(document, 'spreadsheet', settings);
  const signup = pendingSignup(user);
  return {
    ...(person ? { person } : {}),
    ...(spreadsheet ? { spreadsheet } : {}),
    ...payers(person, spreadsheet),
    ...(balance ? { balance: { left: balance.left, at: iso(balance.atMs) } } : {}),
    ...(stop ? { stop: { until: iso(stop.untilMs), message: stop.message } } : {}),
    today,
    month,
    days,
    reserved,
    drift,
    settings,
    ...(stopped === undefined ? {} : { stopped }),
    ...(unknownSections.length > 0 ? { unknownSections: [...unknownSections] } : {}),
    ...(signup ? { signup: signupView(signup) } : {}),
  };
}

/** A balance that cannot be had now is shown as old as it is. */
function readBalance(host: Host, again: boolean): ClientInfo | undefined {
  const nowMs = host.clock.now();
  // Only who asked for it waits while a passing fault is tried again.
  const waitMs = (again ? 15 : 1.5) * SECOND_MS;
  try {
    const reply = askBalance(
      host,
      {
        order: 'person',
        what: 'account',
        who: host.person(),
        lastSendMs: nowMs + waitMs,
        giveUpMs: nowMs + 15 * SECOND_MS,
        expiresAtMs: nowMs + 60 * SECOND_MS,
      },
      again,
    );
    return reply.kind === 'balance' ? reply.info : undefined;
  } catch {
    // No key, or a store that cannot be read: the rest of the page says so.
    return undefined;
  }
}

function keyView(stored: Record<string, string>, place: KeyPlace, settings: Settings): KeyView | undefined {
  const purse = storedPurse(stored, place, settings);
  const endsAt = stored[KEY_ENDS_PROPERTY];
  return (
    purse && {
      end: purse.keyEnd,
      kind: purse.kind,
      ...(purse.clientId === undefined ? {} : { clientId: purse.clientId }),
      ...(endsAt ? { endsAt } : {}),
      ...readKeyInfo(stored),
    }
  );
}

/** Who pays (design): formulas the spreadsheet's key, else the owner's; menu and sidebar the person's, else the spreadsheet's. */
function payers(
  person: KeyView | undefined,
  spreadsheet: KeyView | undefined,
): { formulasPay: string; menuPays: string } {
  return {
    formulasPay: spreadsheet
      ? `Formulas pay with the spreadsheet's key (…${spreadsheet.end}), whoever opens it.`
      : person
        ? `Formulas pay with the key of this spreadsheet's owner. If that is you: …${person.end}.`
        : "Formulas pay with the key of this spreadsheet's owner, once there is one.",
    menuPays: person
      ? `Your menu and sidebar pay with your own key (…${person.end}).`
      : spreadsheet
        ? `Your menu and sidebar pay with the spreadsheet's key (…${spreadsheet.end}).`
        : 'Your menu and sidebar cannot ask anything before there is a key.',
  };
}

export const signupView = ({ email, company, codeUntilMs }: PendingSignup): Signup => ({
  email,
  company,
  codeUntil: iso(codeUntilMs),
});

/** Tested first: a key that does not work is not stored. */
export function saveKey(tools: Tools, place: KeyPlace, key: string, clientId: string): Account {
  const given = { key: key.trim(), clientId: clientId.trim() };
  const info = testKey(tools.host, given);
  // One that was not given may have come with the answer.
  const known = given.clientId || (info?.clientId ?? '');
  const endsAt = (info && trialEnd(info, known)) ?? '';
  const stored = { key: given.key, clientId: known, endsAt, ...(info ? { info } : {}) };
  const first = hasKey(tools.host) ? {} : FIRST_KEY;
  storeKey(tools.host, place, stored);
  dropSignup(tools.host);
  return { ...accountView(tools), ...first };
}

const FIRST_KEY = { isFirstKey: true } as const;

const hasKey = ({ userProperties, documentProperties }: Host): boolean =>
  [userProperties, documentProperties].some((properties) => !!properties.all()[KEY_PROPERTY]?.trim());

export function shareStoredKey(tools: Tools): Account {
  shareKey(tools.host);
  return accountView(tools);
}

export function testStoredKey({ host }: Tools, place: KeyPlace): { message: string } {
  const stored = storedKey(host, place);
  const info = testKey(host, stored);
  if (stored.clientId === '' && info?.clientId !== undefined)
    storeKey(host, place, { ...stored, clientId: info.clientId, info });
  return { message: info === undefined ? 'The key works.' : `The key works: ${info.requestsLeft} requests left.` };
}

/** What stood against the keys is over: the next call asks anew. */
export function tryAgain(tools: Tools): Account {
  endStops(tools.host);
  return accountView(tools, true);
}

export function removeStoredKey(tools: Tools, place: KeyPlace): Account {
  removeKey(tools.host, place);
  return accountView(tools);
}

export const signUp = ({ host }: Tools, email: string, company: string): Signup =>
  signupView(requestTrial(host, email, company));

export function enterCode(tools: Tools, code: string): Account {
  const first = hasKey(tools.host) ? {} : FIRST_KEY;
  verifyTrial(tools.host, code);
  return { ...accountView(tools), ...first };
}

export function forgetSignup(tools: Tools): Account {
  dropSignup(tools.host);
  return accountView(tools);
}

export function setSettings(tools: Tools, change: Partial<Settings>): Account {
  changeSettings(tools.host, change);
  return accountView(tools);
}

export function openLog({ host, workbook }: Tools): { entries: number } {
  const entries = writeLog(host, workbook);
  workbook.find(LOG_TAB)?.show();
  return { entries };
}

/** The comparison as the page shows it. */
export function answerReport(tools: Tools, isPaid: boolean): AnswerReport {
  const { charged, checks } = checkAnswers(tools, isPaid);
  const compared = checks.flatMap(({ name, look }) => (look ? [{ name, ...look }] : []));
  return {
    compared: compared.length,
    charged,
    price: checkPrice(tools),
    findings: checks.flatMap(({ name, findings }) => findings.map((text) => `${name}: ${text}`)),
    text: JSON.stringify(
      { version: 1, madeAt: new Date(tools.host.clock.now()).toISOString(), calls: compared },
      null,
      1,
    ),
  };
}

const settings = () =>
  z.custom<Calls['changeSettings']['gives']>(
    (value) =>
      isRecord(value) &&
      Object.keys(value).every((name) => name !== 'version' && Object.keys(DEFAULT_SETTINGS).includes(name)),
  );
/** What the *Account* tab can do. */
export const accountSurface = (): { [Name in keyof AccountCalls]: Entry } => ({
  account: entry<'account'>(
    () => shape({ again: z.boolean() }),
    (tools, { again }) => accountView(tools, again),
  ),
  saveKey: entry<'saveKey'>(
    () => shape({ key: aText(), clientId: aText(), where: aPlace() }),
    (tools, { where, key, clientId }) => saveKey(tools, where, key, clientId),
  ),
  shareKey: entry<'shareKey'>(() => shape({}), shareStoredKey),
  testKey: entry<'testKey'>(
    () => shape({ where: aPlace() }),
    (tools, { where }) => testStoredKey(tools, where),
  ),
  tryAgain: entry<'tryAgain'>(() => shape({}), tryAgain),
  checkAnswers: entry<'checkAnswers'>(
    () => shape({ paid: z.boolean() }),
    (tools, { paid }) => answerReport(tools, paid),
  ),
  removeKey: entry<'removeKey'>(
    () => shape({ where: aPlace() }),
    (tools, { where }) => removeStoredKey(tools, where),
  ),
  requestTrial: entry<'requestTrial'>(
    () => shape({ email: aText(), company: aText() }),
    (tools, { email, company }) => signUp(tools, email, company),
  ),
  verifyTrial: entry<'verifyTrial'>(
    () => shape({ code: aText() }),
    (tools, { code }) => enterCode(tools, code),
  ),
  dropTrial: entry<'dropTrial'>(() => shape({}), forgetSignup),
  changeSettings: entry<'changeSettings'>(() => settings(), setSettings),
  openLog: entry<'openLog'>(() => shape({}), openLog),
});
