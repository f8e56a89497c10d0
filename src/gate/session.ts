import { freshMs } from '../api/freshness';
import { InfluError, type ErrorCode } from '../core/error';
import { StoreFull, type Host } from '../core/ports';
import { admit, type Admission, type AdmitRequest, type Decision } from './admit';
import { durableValues, keptAnswers, looseValue, type Kept } from './fold';
import { keyStateOf } from './gate-state';
import type { Purse } from './purse';
import { DEFAULT_SETTINGS, FORMULA_SWITCHES, type Settings } from './settings';
import type { Answer } from '../api/answer';
import { packLoose, readCached, writeCached } from './answer-cache';
import type { DurableRecord } from './durable-answers';
import { DURABLE_BUDGETS, openBook, purseOf, type Book } from './book';
import { archivedAnswers, archivedLook, hasDataTab, noDataTab } from './archived';
import { answerOfRecord, briefAnswer, renamed } from './keep';
import type { AskRequest, BalanceReply, Reply } from './ask-request';
import { httpRequest } from '../api/endpoint';
import type { Question } from '../api/question';
import type { Outcome } from '../api/reply';
import { MAX_RETRIES, retryDelayMs } from '../api/retry';
import { keep, playRound, type RoundContext } from './round';
import { settleUnsent } from './settle';

interface OpenQuestion {
  question: Question;
  attempt: number;
  notBeforeMs: number;
  /** Its wave failed as a whole: it is sent once more, by itself. */
  alone?: true;
}

const PENDING: Reply = { kind: 'waiting' };
/** Long enough for 30 single cells to go through the lock one after the other. */
const LONGEST_LOCK_WAIT_MS = 10_000;
/** From deciding to sending: two property calls and giving back the lock. Doubled each time a turn was missed. */
const LEAD_MS = 400;
const POLL_MS = 700;
/** Polls after which the reservation of somebody else is looked at again. */
const POLLS_A_LOOK = 4;

/** The state of one `ask`: what is open and what is answered. */
export class Session {
  readonly open = new Map<string, OpenQuestion>();
  readonly replies = new Map<string, Reply>();
  /** Refusals found in the cache; they count only for the key that they happened to. */
  private readonly oldFailures = new Map<string, Answer>();
  private missedTurns = 0;
  /** There is no data tab, as far as this execution has seen. */
  private isTabless = false;
  private settings: Settings = DEFAULT_SETTINGS;

  constructor(
    private readonly host: Host,
    private readonly request: AskRequest,
  ) {
    for (const question of request.questions) this.open.set(question.key, { question, attempt: 0, notBeforeMs: 0 });
  }

  takeCached(): void {
    if (this.request.again) return;
    const { cache, zip, clock } = this.host;
    for (const [key, answer] of readCached(cache, zip, [...this.open.keys()], clock.now(), this.briefKeys()))
      if (answer.state === 'failed') this.oldFailures.set(key, answer);
      else this.answer(key, { kind: 'answer', answer });
  }

  private briefKeys(): Set<string> {
    return new Set([...this.open].filter(([, { question }]) => question.brief).map(([key]) => key));
  }

  /** What cannot be read or written now is said of the open questions only: the others keep their answers. */
  answerOpen(): void {
    try {
      this.work();
    } catch (error) {
      if (!(error instanceof InfluError)) throw error;
      for (const key of this.open.keys()) this.answer(key, { kind: 'error', error });
    }
  }

  private work(): void {
    let book = this.request.book ?? openBook(this.host);
    this.takeKnown(book);
    this.refuseUnsendable();
    if (this.open.size === 0) return;
    const purse = this.findPurse(book);
    if (!purse) return;
    // A person who asks again means it: a refusal of some minutes ago is no answer to a click.
    if (this.request.order === 'formula') this.takeFailures(purse);
    while (this.open.size > 0 && this.host.clock.now() < this.request.lastSendMs) {
      // A rehearsal on the copy at hand: what is refused or under way elsewhere needs no lock.
      const rehearsal = this.decide(book, purse);
      const isWorthIt =
        [...rehearsal.decisions.values()].some(({ kind }) => kind === 'granted') || rehearsal.reservation;
      const admission = isWorthIt ? this.admitLocked(purse, book.context.timeZone) : rehearsal;
      if (!admission) break;
      this.takeDecisions(admission);
      if (admission.reservation) this.play(admission, purse);
      else if (!this.waitForOthers(admission, purse)) break;
      if (this.open.size > 0) book = openBook(this.host, book.context.timeZone);
    }
    for (const key of this.open.keys()) this.answer(key, PENDING);
  }

  balance(again: boolean): BalanceReply {
    const book = this.request.book ?? openBook(this.host);
    const purse = this.purseIn(book);
    if (purse.clientId === undefined) return { kind: 'error', error: new InfluError('noKey', NO_CLIENT_ID) };
    const known = keyStateOf(book.folded.state, purse.fingerprint).reading;
    if (!again && known && book.context.nowMs - known.startMs < freshMs('balance', 'full', book.settings))
      return { kind: 'balance', left: known.left - known.spent };
    for (let attempt = 1; ; attempt++) {
      const admission = this.admitLocked(purse, book.context.timeZone);
      if (!admission?.reservation) return { kind: 'pending' };
      const reading = playRound(admission, new Map(), this.roundContext(purse)).balance;
      if (reading?.left !== undefined)
        return { kind: 'balance', left: reading.left, ...(reading.info ? { info: reading.info } : {}) };
      // Its turn had passed: nothing was sent.
      if (!reading) return { kind: 'pending' };
      const waitMs = this.waitBeforeMs(attempt, reading.outcome);
      if (waitMs === undefined)
        return {
          kind: 'error',
          error: reading.outcome.error ?? new InfluError('unreadable', 'influData sent no balance. Try again later.'),
        };
      this.host.clock.sleep(waitMs);
    }
  }

  /** What is fresh, for nothing. */
  peek(isLook: boolean): Map<string, Reply> {
    this.takeCached();
    if (this.open.size > 0) this.takeKnown(this.request.book ?? openBook(this.host), isLook);
    return this.replies;
  }

  /** Undefined: it is not worth another try, or there is no time left for one. */
  private waitBeforeMs(attempt: number, outcome: Outcome | undefined): number | undefined {
    if (!outcome?.retry) return undefined;
    const nowMs = this.host.clock.now();
    const waitMs = retryDelayMs(attempt, outcome.retry.retryAfter, nowMs, this.host.random());
    return waitMs !== undefined && nowMs + waitMs < this.request.lastSendMs ? waitMs : undefined;
  }

  private answer(key: string, reply: Reply): void {
    this.replies.set(key, reply);
    this.open.delete(key);
  }

  private answerAll(keys: Iterable<string>, reply: Reply): void {
    for (const key of keys) this.answer(key, reply);
  }

  /** Serves what the durable store knows, and puts a copy into the cache. */
  private takeKnown(book: Book, isLook = false): void {
    if (this.request.again) return;
    const copies: Answer[] = [];
    const { folded, context, settings } = book;
    const take = (answer: Answer): void => {
      if (!this.open.has(answer.key)) return;
      copies.push(answer);
      this.answer(answer.key, { kind: 'answer', answer });
    };
    const receipts = new Map<string, DurableRecord>();
    const kept = keptAnswers(folded, [...this.open.keys()], context);
    for (const [key, { record }] of kept)
      if (record?.state === 'receipt') receipts.set(key, record);
      else if (record) take(answerOfRecord(record, settings, key));
    // The data tab has the whole of what properties keep in part, but it is slow: for what they do not have.
    const archived = isLook ? archivedLook : archivedAnswers;
    const open = this.stillOpen(kept);
    if (open.size > 0 && hasDataTab(this.host, folded))
      for (const answer of archived(this.host, open, settings)) take(answer);
    else this.isTabless = open.size > 0;
    for (const answer of this.answersOf(receipts)) take(answer);
    if (copies.length > 0 && !isLook) copyToCache(this.host, copies);
  }

  private stillOpen(kept: ReadonlyMap<string, Kept>): Map<string, Kept> {
    return new Map([...kept].filter(([key]) => this.open.has(key)));
  }

  /** The cache may have the whole of what only a receipt is kept of, under the name that it was bought by. */
  private answersOf(receipts: ReadonlyMap<string, DurableRecord>): Answer[] {
    const { cache, zip, clock } = this.host;
    const open = [...receipts].filter(([key]) => this.open.has(key));
    const keys = open.map(([, { key }]) => key);
    const cached = keys.length === 0 ? undefined : readCached(cache, zip, keys, clock.now());
    return open.map(([key, record]) => {
      const whole = cached?.get(record.key);
      return whole && whole.state !== 'failed' ? renamed(whole, key) : answerOfRecord(record, this.settings, key);
    });
  }

  private purseIn(book: Book): Purse {
    return this.request.purse ?? purseOf(this.host, book, this.request.order);
  }

  private findPurse(book: Book): Purse | undefined {
    try {
      return this.purseIn(book);
    } catch (error) {
      this.answerAll(this.open.keys(), { kind: 'error', error: error as InfluError });
      return undefined;
    }
  }

  private takeFailures({ fingerprint }: Purse): void {
    for (const [key, { failure }] of this.oldFailures)
      if (failure?.fingerprint === fingerprint && this.open.has(key))
        this.answer(key, { kind: 'error', error: new InfluError(failure.code as ErrorCode, failure.message) });
  }

  private decide(book: Book, purse: Purse): Admission {
    const { reading, settings } = book;
    this.settings = settings;
    for (const { question } of this.open.values()) {
      const off = this.request.order === 'formula' ? FORMULA_SWITCHES[question.kind] : undefined;
      if (!reading.ok && question.requests > 0)
        this.answer(question.key, { kind: 'error', error: new InfluError('storeUnreadable', reading.message) });
      else if (off && !settings[off.setting])
        this.answer(question.key, { kind: 'error', error: new InfluError('notAllowed', off.message) });
    }
    return admit(book.folded, this.admitRequest(book, purse), book.context);
  }

  /** In a wave it would fail all the others. */
  private refuseUnsendable(): void {
    for (const [key, { question }] of this.open)
      try {
        httpRequest(question.call, '', 0);
      } catch (error) {
        if (!(error instanceof InfluError)) throw error;
        this.answer(key, { kind: 'error', error });
      }
  }

  private admitRequest({ context }: Book, purse: Purse): AdmitRequest {
    const { request } = this;
    const open = [...this.open.values()];
    const others = open.filter(({ alone }) => !alone);
    const singly = others.length === 0;
    const next = singly ? open : others;
    const waits = next.map(({ notBeforeMs }) => notBeforeMs);
    return {
      wanted: next.map(({ question: { key, requests } }) => ({
        key,
        requests,
        ...(request.again ? { again: true } : {}),
      })),
      fingerprint: purse.fingerprint,
      keyEnd: purse.keyEnd,
      keyKind: purse.kind,
      who: request.who ?? `formula (${purse.source === 'person' ? "owner's" : 'spreadsheet'} key)`,
      what: request.what,
      formula: request.order === 'formula',
      notBeforeMs: Math.max(context.nowMs + LEAD_MS * 2 ** this.missedTurns, ...waits),
      lastSendMs: request.lastSendMs,
      singly,
      expiresAtMs: request.expiresAtMs,
      readBalance: purse.clientId === undefined ? 'never' : (request.readBalance ?? 'ifDue'),
      ...(request.run ? { run: request.run } : {}),
      id: this.host.uniqueId(),
    };
  }

  /** The one critical section. Undefined: no turn at the lock; nothing has happened. Throws `hostLimit` when the store is full. */
  private admitLocked(purse: Purse, timeZone: string): Admission | undefined {
    const { host, request } = this;
    const waitMs = Math.min(LONGEST_LOCK_WAIT_MS, Math.max(0, request.lastSendMs - host.clock.now()));
    const result = host.lock.hold(waitMs, () => {
      for (const budget of DURABLE_BUDGETS) {
        const book = openBook(host, timeZone, budget);
        const admission = this.decide(book, purse);
        if (!admission.values) return admission;
        try {
          host.documentProperties.setMany({
            ...durableValues(book.folded, book.context),
            ...looseValue(packLoose(host, book.folded.loose)),
            ...(this.isTabless ? noDataTab(book.folded) : {}),
            ...admission.values,
          });
          return admission;
        } catch (error) {
          if (error instanceof StoreFull) continue;
          settleUnsent(host, admission);
          throw error;
        }
      }
      throw new InfluError(
        'hostLimit',
        "This spreadsheet's property store is full, so nothing more is bought. Remove what other scripts keep there.",
      );
    });
    return result.held ? result.value : undefined;
  }

  private takeDecisions({ decisions }: Admission): void {
    const copies: Answer[] = [];
    const receipts = new Map<string, DurableRecord>();
    const take = (answer: Answer): void => {
      copies.push(answer);
      this.answer(answer.key, { kind: 'answer', answer });
    };
    for (const [key, decision] of decisions) {
      if (decision.kind !== 'known') {
        const reply = replyTo(decision);
        if (reply) this.answer(key, reply);
      } else if (decision.record.state === 'receipt') receipts.set(key, decision.record);
      else take(answerOfRecord(decision.record, this.settings, key));
    }
    for (const answer of this.answersOf(receipts)) take(answer);
    if (copies.length > 0) copyToCache(this.host, copies);
  }

  private play(admission: Admission, purse: Purse): void {
    const { host } = this;
    const questions = new Map([...this.open].map(([key, { question }]) => [key, question]));
    const result = playRound(admission, questions, this.roundContext(purse));
    this.missedTurns = result.unsent.size > 0 ? this.missedTurns + 1 : 0;
    if (result.isHalted) this.answerAll(result.unsent, PENDING);
    for (const key of result.unaffordable) this.answer(key, { kind: 'waiting', limit: { code: 'balanceShort' } });
    const finalFailures: Answer[] = [];
    for (const [key, outcome] of result.outcomes) this.takeOutcome(key, outcome, finalFailures);
    this.takeAlso(
      admission,
      [...result.outcomes.values()].flatMap(({ answers }) => answers),
    );
    if (finalFailures.length > 0) keep(host, finalFailures);
  }

  /** What was asked for by another name, or holds another question's answer, came with that. */
  private takeAlso({ decisions }: Admission, came: readonly Answer[]): void {
    const byKey = new Map(came.map((answer) => [answer.key, answer]));
    for (const [key, decision] of decisions) {
      const answer = decision.kind === 'inFlight' && this.open.has(key) ? byKey.get(decision.filed) : undefined;
      if (answer && answer.state !== 'failed') this.answer(key, { kind: 'answer', answer: renamed(answer, key) });
    }
  }

  private roundContext(purse: Purse): RoundContext {
    const { giveUpMs, isArchived = false, run } = this.request;
    return { host: this.host, purse, settings: this.settings, giveUpMs, isArchived, ...(run ? { run } : {}) };
  }

  private takeOutcome(key: string, outcome: Outcome, finalFailures: Answer[]): void {
    const entry = this.open.get(key);
    const own = outcome.answers.find((answer) => answer.key === key);
    if (!entry) return;
    if (!outcome.error && own) return this.answer(key, { kind: 'answer', answer: own });
    const error = outcome.error ?? new InfluError('unreadable', 'influData sent no answer.');
    const isLostAgain = entry.alone && outcome.lostOf !== undefined;
    if (!outcome.retry || isLostAgain) return this.answer(key, { kind: 'error', error });
    const nowMs = this.host.clock.now();
    const delayMs = retryDelayMs(entry.attempt + 1, outcome.retry.retryAfter, nowMs, this.host.random());
    if (delayMs === undefined || entry.attempt >= MAX_RETRIES) {
      finalFailures.push(...outcome.answers);
      return this.answer(key, { kind: 'error', error });
    }
    // Where the backoff does not fit into the time left, the next calculation tries again.
    if (nowMs + delayMs >= this.request.lastSendMs) return this.answer(key, PENDING);
    // No reply is known of a wave in which one call breaks: whichever it is, the others come without it.
    const isOfWave = outcome.lostOf !== undefined && outcome.lostOf > 1;
    const next = { ...entry, attempt: entry.attempt + 1, notBeforeMs: nowMs + delayMs };
    this.open.set(key, isOfWave ? { ...next, alone: true } : next);
  }

  /**
   * Waits for other executions: polls the cache for what they are fetching; where one reads the balance, decides again
   * soon. False when there is nothing to wait for or no time left.
   */
  private waitForOthers({ decisions }: Admission, { fingerprint }: Purse): boolean {
    // By the name under which it comes, then by that which was asked for.
    const waiting = new Map<string, string>();
    let awaitsBalance = false;
    for (const [key, decision] of decisions)
      if (!this.open.has(key)) continue;
      else if (decision.kind === 'inFlight') waiting.set(decision.filed, key);
      else if (decision.kind === 'awaitsBalance') awaitsBalance = true;
    if (!awaitsBalance && waiting.size === 0) return false;
    const { cache, zip, clock } = this.host;
    for (let poll = 1; poll <= POLLS_A_LOOK; poll++) {
      if (clock.now() + POLL_MS > this.request.giveUpMs) return false;
      clock.sleep(POLL_MS);
      const answers =
        waiting.size === 0 ? [] : readCached(cache, zip, [...waiting.keys()], clock.now(), this.briefKeys());
      for (const [filed, answer] of answers) {
        const key = waiting.get(filed) ?? filed;
        // A refusal that another key met is none of ours.
        if (this.open.has(key) && (!answer.failure || answer.failure.fingerprint === fingerprint))
          this.answer(key, shownTo(renamed(answer, key)));
      }
      if (awaitsBalance || ![...waiting.values()].some((key) => this.open.has(key))) break;
    }
    return true;
  }
}

/** Undefined: it is still open. */
function replyTo(decision: Exclude<Decision, { kind: 'known' }>): Reply | undefined {
  switch (decision.kind) {
    case 'refused':
      return { kind: 'waiting', limit: decision.limit };
    case 'stopped':
      return { kind: 'error', error: new InfluError(decision.code as ErrorCode, decision.message) };
    case 'later':
      return PENDING;
    case 'inFlight':
    case 'awaitsBalance':
    case 'granted':
      return undefined;
  }
}

const NO_CLIENT_ID =
  'The balance needs your client id: put it in beside the key in Extensions > influData > API key (influData tells it with the key).';

const shownTo = (answer: Answer): Reply =>
  answer.failure
    ? { kind: 'error', error: new InfluError(answer.failure.code as ErrorCode, answer.failure.message) }
    : { kind: 'answer', answer };

function copyToCache(host: Host, copies: readonly Answer[]): void {
  try {
    writeCached(host.cache, host.zip, copies, briefAnswer, true);
  } catch {
    // A copy is a convenience.
  }
}
