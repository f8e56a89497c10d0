import { statusQuestion } from '../../api/question';
import type { Host } from '../../core/ports';
import { DAY_MS, HOUR_MS, instantMs, MINUTE_MS, SECOND_MS } from '../../core/time';
import { ask, askBalance } from '../../gate/client';
import { readUsage } from '../../gate/ledger-view';
import { KEY_ENDS_PROPERTY, storedPurse } from '../../gate/purse';
import { isReadable } from '../../gate/repair';
import { readSettings, SETTINGS_PROPERTY } from '../../gate/settings';
import { creatorOfHandle } from '../../schema/creator';
import { personRequest } from '../run/purchase';
import { fault, ok, warning, type Finding } from './finding';

/** A public account that surely is in the database: the contract's own example. */
const HANDLE = 'adidas';
/** Enough for the retries of a fault that may pass. */
const TIMES = { lastSendMs: 30 * SECOND_MS, giveUpMs: 40 * SECOND_MS };

/** One free question. */
export function checkApi(host: Host): Finding {
  const beganMs = host.clock.now();
  const question = statusQuestion(creatorOfHandle('instagram', HANDLE));
  const reply = ask(host, {
    questions: [question],
    ...personRequest(beganMs, TIMES),
    what: 'check',
    who: host.person(),
    again: true,
  }).get(question.key);
  const figures = { milliseconds: host.clock.now() - beganMs };
  if (reply?.kind === 'answer') return ok(figures);
  return fault(reply?.kind === 'error' ? reply.error.code : 'noTurn', figures);
}

const SOON_MS = 3 * DAY_MS;

/** Whose key this person's clicks use, and when a trial ends. */
export function checkKey({ userProperties, documentProperties, clock }: Host): Finding {
  const [user, document] = [userProperties.all(), documentProperties.all()];
  const { settings } = readSettings(document[SETTINGS_PROPERTY]);
  const person = storedPurse(user, 'person', settings);
  const purse = person ?? storedPurse(document, 'spreadsheet', settings);
  if (!purse) return fault('noKey');
  const endsAt = (person ? user : document)[KEY_ENDS_PROPERTY];
  const figures = { whose: purse.source, kind: purse.kind, end: purse.keyEnd, ...(endsAt ? { endsAt } : {}) };
  const leftMs = (instantMs(endsAt) ?? Infinity) - clock.now();
  if (leftMs <= 0) return fault('trialEnded', figures);
  return leftMs < SOON_MS ? warning('trialEndsSoon', figures) : ok(figures);
}

export function checkBalance(host: Host): Finding {
  const nowMs = host.clock.now();
  const reply = askBalance(host, { ...personRequest(nowMs, TIMES), what: 'check', who: () => host.person() });
  const { balance } = readUsage(host).budget;
  const problem = reply.kind === 'error' ? (reply.error.code === 'noKey' ? 'noClientId' : reply.error.code) : 'notRead';
  if (!balance) return warning(problem);
  const figures = { requests: balance.left, ageMinutes: Math.floor((host.clock.now() - balance.atMs) / MINUTE_MS) };
  if (balance.left <= 0) return fault('usedUp', figures);
  return host.clock.now() - balance.atMs > HOUR_MS ? warning('old', figures) : ok(figures);
}

/** Whether spending is paused, stopped, or over its cap of the day. */
export function checkSpending(host: Host): Finding {
  if (!isReadable(host)) return fault('storeUnreadable');
  const { stopped, stop, budget } = readUsage(host);
  const figures = { today: budget.usedToday, cap: budget.dayCap };
  if (stopped !== undefined) return fault('storeUnreadable', figures);
  if (stop) return fault('stopped', { ...figures, until: new Date(stop.untilMs).toISOString() });
  if (budget.paused) return warning('paused', figures);
  return budget.today <= 0 ? warning('capReached', figures) : ok(figures);
}
