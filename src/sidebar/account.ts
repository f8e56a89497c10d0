import { englishOf, saidOf } from '../core/said';
import * as z from 'zod/mini';
import { isRecord } from '../core/text';
import { DEFAULT_SETTINGS, type Settings } from '../gate/settings';
import { budgetView } from './budget-view';
import { aPlace, aText, entry, nothing, shape, type CallTools, type Entry } from './argument';
import type { AccountCalls, AnswerReport, Account, KeyView, Signup } from './account-calls';
import type { Calls } from './calls';
import { checkAnswers, checkPrice } from '../jobs/account/answer-check';
import { askBalance } from '../gate/client';
import { changeSettings, endStops, readUsage } from '../gate/ledger-view';
import { metLimits } from '../gate/google-limit';
import { oneLook } from '../gate/one-look';
import type { Host, Tools } from '../core/ports';
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
import { chooseLanguage, chosenLanguage, languageOf, LANGUAGE_CHOICES } from '../jobs/account/language';
import { countUnfinished } from '../jobs/menu/recalculate';
import { writeLog, LOG_TAB } from '../jobs/run/log-tab';
import { dropSignup, pendingSignup, requestTrial, verifyTrial, type PendingSignup } from '../jobs/account/trial-signup';
import { ANSWER_CHECK, KEYS } from '../schema/said-text';
import { speak, spokenOf } from '../schema/language';
import { trialEnd, type ClientInfo } from '../schema/client-info';
import { KEY_ENDS_PROPERTY, storedPurse } from '../gate/purse';

const iso = (ms: number): string => new Date(ms).toISOString();

/** What the account tab shows. Free; asks for the balance when that is older than 10 minutes, or `again`. */
export function accountView(tools: Tools, { again } = { again: false }): Account {
  const host = oneLook(tools.host);
  const info = readBalance(host, again);
  if (info) noteKey(host, info);
  const { stop, stopped, budget, unknownSections, ...usage } = readUsage(host);
  const user = host.userProperties.all();
  // From the look that is taken anyway.
  speak(() => languageOf(host));
  const person = keyView(user, 'person', usage.settings);
  const spreadsheet = keyView(host.documentProperties.all(), 'spreadsheet', usage.settings);
  const signup = pendingSignup(user);
  return {
    ...usage,
    ...(stopped && { stopped: spokenOf(stopped) }),
    ...(person ? { person } : {}),
    ...(spreadsheet ? { spreadsheet } : {}),
    ...(tools.archive ? { hasBigQuery: true as const } : {}),
    language: chosenLanguage(host),
    budget: budgetView(host, budget),
    ...(stop ? { stop: { until: iso(stop.untilMs), message: spokenOf(saidOf(stop)) } } : {}),
    ...(unknownSections.length > 0 ? { unknownSections: [...unknownSections] } : {}),
    ...(signup ? { signup: signupView(signup) } : {}),
  };
}

const googleLimits = ({ host }: Tools): Calls['googleLimits']['gets'] =>
  metLimits(host.cache).map(({ limit, endsMs }) => ({
    limit,
    ...(endsMs === undefined ? {} : { until: iso(endsMs) }),
  }));

/** If the balance cannot be read now, the old one is shown with its age. */
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
        who: () => host.person(),
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

const signupView = ({ email, company, codeUntilMs }: PendingSignup): Signup => ({
  email,
  company,
  codeUntil: iso(codeUntilMs),
});

/** Changes something, then shows the account as it is by then. */
const changing =
  <Given>(change: (host: Host, given: Given) => unknown) =>
  (tools: Tools, given: Given): Account => {
    change(tools.host, given);
    return accountView(tools);
  };

/** The same for a new key, with how many formulas may have waited for it. */
const storing =
  <Given>(store: (host: Host, given: Given) => unknown) =>
  (tools: Tools, given: Given): Account => ({ ...changing(store)(tools, given), waiting: waitingIn(tools) });

/** A convenience: if it fails, the key is stored all the same, and the menu recalculates. */
function waitingIn({ workbook }: Tools): number {
  try {
    return countUnfinished(workbook);
  } catch {
    return 0;
  }
}

/** Tested first: a key that does not work is not stored. */
function saveKey(host: Host, { where, key, clientId }: Calls['saveKey']['gives']): void {
  const given = { key: key.trim(), clientId: clientId.trim() };
  const info = testKey(host, given);
  // If no client id was given, it may have come with the answer.
  const known = given.clientId || (info?.clientId ?? '');
  const endsAt = (info && trialEnd(info, known)) ?? '';
  storeKey(host, where, { key: given.key, clientId: known, endsAt, ...(info ? { info } : {}) });
  dropSignup(host);
}

function testStoredKey({ host }: Tools, { where }: Calls['testKey']['gives']): { message: string } {
  const stored = storedKey(host, where);
  const info = testKey(host, stored);
  if (stored.clientId === '' && info?.clientId !== undefined)
    storeKey(host, where, { ...stored, clientId: info.clientId, info });
  return { message: spokenOf(KEYS.works(info?.requestsLeft)) };
}

/** Forgets what kept the keys from being used, so the next call tries again. */
function tryAgain(tools: Tools): Account {
  endStops(tools.host);
  return accountView(tools, { again: true });
}

/** The page that asked goes: the new one speaks the other language from its first word. */
function setLanguage(tools: CallTools, { language }: Calls['setLanguage']['gives']): Account {
  chooseLanguage(tools.host, language);
  speak(() => languageOf(tools.host));
  tools.reopen();
  return accountView(tools);
}

function openLog({ host, workbook }: Tools): { entries: number } {
  const entries = writeLog(host, workbook);
  workbook.find(LOG_TAB)?.show();
  return { entries };
}

/** The comparison as the page shows it. */
function answerReport(tools: Tools, { paid }: Calls['checkAnswers']['gives']): AnswerReport {
  const { charged, checks } = checkAnswers(tools, paid);
  // What is copied is English, whoever copies it.
  const compared = checks.flatMap(({ name, look }) =>
    look ? [{ name, ...look, findings: look.findings.map(englishOf) }] : [],
  );
  return {
    compared: compared.length,
    charged,
    price: checkPrice(tools),
    findings: checks.flatMap(({ name, findings }) =>
      findings.map((each) => spokenOf(ANSWER_CHECK.line(ANSWER_CHECK.asked[name], each))),
    ),
    text: JSON.stringify({ version: 1, madeAt: iso(tools.host.clock.now()), calls: compared }, null, 1),
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
  account: entry<'account'>(() => shape({ again: z.boolean() }), accountView),
  googleLimits: entry<'googleLimits'>(nothing, googleLimits),
  saveKey: entry<'saveKey'>(() => shape({ key: aText(), clientId: aText(), where: aPlace() }), storing(saveKey)),
  shareKey: entry<'shareKey'>(nothing, storing(shareKey)),
  testKey: entry<'testKey'>(() => shape({ where: aPlace() }), testStoredKey),
  tryAgain: entry<'tryAgain'>(nothing, tryAgain),
  checkAnswers: entry<'checkAnswers'>(() => shape({ paid: z.boolean() }), answerReport),
  removeKey: entry<'removeKey'>(
    () => shape({ where: aPlace() }),
    changing((host, { where }) => removeKey(host, where)),
  ),
  requestTrial: entry<'requestTrial'>(
    () => shape({ email: aText(), company: aText() }),
    ({ host }, { email, company }) => signupView(requestTrial(host, email, company)),
  ),
  verifyTrial: entry<'verifyTrial'>(
    () => shape({ code: aText() }),
    storing((host, { code }) => verifyTrial(host, code)),
  ),
  dropTrial: entry<'dropTrial'>(nothing, changing(dropSignup)),
  changeSettings: entry<'changeSettings'>(() => settings(), changing(changeSettings)),
  setLanguage: entry<'setLanguage'>(() => shape({ language: z.enum(LANGUAGE_CHOICES) }), setLanguage),
  openLog: entry<'openLog'>(nothing, openLog),
});
