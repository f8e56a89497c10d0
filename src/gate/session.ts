import type { Said } from '../core/said';
import { httpRequest } from '../api/endpoint';
import type { Answer } from '../api/answer';
import type { Question } from '../api/question';
import type { Outcome } from '../api/reply';
import { InfluError, restored, type ErrorCode } from '../core/error';
import { only } from '../core/only';
import type { Host } from '../core/ports';
import type { Admission, Decision } from './admit';
import { readCached } from './answer-cache';
import { dataTabAnswers, dataTabLook, hasDataTab } from './data-tab-answers';
import type { AskRequest, Reply } from './ask-request';
import { openBook, type Book } from './book';
import type { DurableRecord } from './durable-record';
import { keptAnswers } from './fold';
import { Gate, type OpenQuestion } from './gate';
import { answersOf, cacheCopies, renamed } from './keep';
import type { Purse } from './purse';
import { keep } from './round';
import { formulaSwitches } from './settings';
import { REPLY } from '../schema/said-text';

const PENDING: Reply = { kind: 'waiting' };
const POLL_MS = 700;
/** After so many polls, the reservations of others are looked at again. */
const POLLS_A_LOOK = 4;

/** The state of one `ask`: what is open and what is answered. */
export class Session {
  readonly open = new Map<string, OpenQuestion>();
  readonly replies = new Map<string, Reply>();
  /** Refusals found in the cache. They count only for the key that they happened to. */
  private readonly oldFailures = new Map<string, Answer>();
  private readonly gate: Gate;

  constructor(
    private readonly host: Host,
    private readonly request: AskRequest,
  ) {
    this.gate = new Gate(host, request, (book) => this.next(book));
    for (const question of request.questions) this.open.set(question.key, { question, attempt: 0, notBeforeMs: 0 });
  }

  takeCached(): void {
    if (this.request.again) return;
    for (const [key, answer] of this.cached([...this.open.keys()]))
      if (answer.state === 'failed') this.oldFailures.set(key, answer);
      else this.answer(key, { kind: 'answer', answer });
  }

  private cached(keys: readonly string[]): Map<string, Answer> {
    const { cache, zip, clock } = this.host;
    const brief = [...this.open].flatMap(([key, { question }]) => (question.brief ? [key] : []));
    return readCached(cache, zip, keys, clock.now(), new Set(brief));
  }

  /** Takes what is fresh, without a call. */
  peek(isLook: boolean): Map<string, Reply> {
    this.takeCached();
    if (this.open.size > 0) this.takeKnown(this.gate.openBook(), isLook);
    return this.replies;
  }

  /** If the store cannot be read or written now, only the open questions say so. The others keep their answers. */
  answerOpen(): void {
    try {
      this.work();
    } catch (error) {
      if (!(error instanceof InfluError)) throw error;
      this.answerAll({ kind: 'error', error });
    }
  }

  private work(): void {
    let book = this.gate.openBook();
    this.takeKnown(book);
    this.refuseUnsendable();
    if (this.open.size === 0) return;
    const purse = this.gate.purseIn(book);
    // A refusal of some minutes ago is no answer to a person who clicks again.
    if (this.request.order === 'formula') this.takeFailures(purse);
    while (this.open.size > 0 && this.gate.hasTimeFor(0)) {
      const rehearsal = this.gate.rehearse(book, purse);
      const isWorthIt =
        [...rehearsal.decisions.values()].some(({ kind }) => kind === 'granted') || rehearsal.reservation;
      const admission = isWorthIt ? this.gate.admitLocked(purse, book.context.timeZone) : rehearsal;
      if (!admission) break;
      this.takeDecisions(admission);
      if (admission.reservation) this.play(admission, purse);
      else if (!this.waitForOthers(admission, purse)) break;
      if (this.open.size > 0) book = openBook(this.host, book.context.timeZone);
    }
    this.answerAll(PENDING);
  }

  private answer(key: string, reply: Reply): void {
    this.replies.set(key, reply);
    this.open.delete(key);
  }

  private answerAll(reply: Reply): void {
    for (const key of this.open.keys()) this.answer(key, reply);
  }

  private take(answers: readonly Answer[]): void {
    for (const answer of answers) this.answer(answer.key, { kind: 'answer', answer });
  }

  /** Serves what the durable store knows, and puts a copy into the cache. */
  private takeKnown({ folded, context, settings }: Book, isLook = false): void {
    if (this.request.again) return;
    const copies: Answer[] = [];
    const take = (answers: readonly Answer[]): void => {
      this.take(answers);
      copies.push(...answers);
    };
    const kept = keptAnswers(folded, [...this.open.keys()], context);
    const recorded = (isReceipt: boolean): Map<string, DurableRecord> =>
      new Map(
        [...kept].flatMap(([key, { record }]) =>
          record && this.open.has(key) && (record.state === 'receipt') === isReceipt ? [[key, record]] : [],
        ),
      );
    take(answersOf(this.host, recorded(false), settings));
    // The data tab is slow, so it is asked only for what properties do not have.
    const open = only(kept, (key) => this.open.has(key));
    this.gate.isTabless = open.size > 0 && !hasDataTab(this.host, folded);
    if (open.size > 0 && !this.gate.isTabless) take((isLook ? dataTabLook : dataTabAnswers)(this.host, open, settings));
    take(answersOf(this.host, recorded(true), settings));
    if (!isLook) cacheCopies(this.host, copies);
  }

  private takeFailures({ fingerprint }: Purse): void {
    for (const [key, { failure }] of this.oldFailures)
      if (failure?.fingerprint === fingerprint && this.open.has(key))
        this.answer(key, { kind: 'error', error: restored(failure) });
  }

  /** One call that cannot be sent would fail its whole wave. */
  private refuseUnsendable(): void {
    for (const [key, { question }] of this.open)
      try {
        httpRequest(question.call, '', 0);
      } catch (error) {
        if (!(error instanceof InfluError)) throw error;
        this.answer(key, { kind: 'error', error });
      }
  }

  /** Refuses what settings forbid. Questions that are sent alone wait for the others. */
  private next({ reading, settings }: Book): OpenQuestion[] {
    for (const { question } of this.open.values()) {
      const off = this.request.order === 'formula' ? formulaSwitches()[question.kind] : undefined;
      if (!reading.ok && question.requests > 0) this.answer(question.key, refusal('storeUnreadable', reading.said));
      else if (off && !settings[off.setting]) this.answer(question.key, refusal('notAllowed', off.said));
    }
    const open = [...this.open.values()];
    const others = open.filter(({ alone }) => !alone);
    return others.length === 0 ? open : others;
  }

  private takeDecisions({ decisions }: Admission): void {
    const known = new Map<string, DurableRecord>();
    for (const [key, decision] of decisions) {
      if (decision.kind === 'known') known.set(key, decision.record);
      const reply = replyTo(decision);
      if (reply) this.answer(key, reply);
    }
    const answers = answersOf(this.host, known, this.gate.settings);
    this.take(answers);
    cacheCopies(this.host, answers);
  }

  private play(admission: Admission, purse: Purse): void {
    const questions = new Map([...this.open].map(([key, { question }]): [string, Question] => [key, question]));
    const { outcomes, unaffordable, unsent, isHalted } = this.gate.play(admission, purse, questions);
    for (const key of isHalted ? unsent : []) this.answer(key, PENDING);
    for (const key of unaffordable) this.answer(key, { kind: 'waiting', limit: { code: 'balanceShort' } });
    const finalFailures: Answer[] = [];
    for (const [key, outcome] of outcomes) this.takeOutcome(key, outcome, finalFailures);
    // A question under another name, or one whose answer is part of another, is answered too.
    const came = new Map(
      [...outcomes.values()].flatMap(({ answers }) => answers.map((answer) => [answer.key, answer])),
    );
    for (const [key, decision] of admission.decisions) {
      const answer = decision.kind === 'inFlight' && this.open.has(key) ? came.get(decision.filed) : undefined;
      if (answer && answer.state !== 'failed') this.take([renamed(answer, key)]);
    }
    if (finalFailures.length > 0) keep(this.host, finalFailures);
  }

  private takeOutcome(key: string, outcome: Outcome, finalFailures: Answer[]): void {
    const entry = this.open.get(key);
    const own = outcome.answers.find((answer) => answer.key === key);
    if (!entry) return;
    if (!outcome.error && own) return this.take([own]);
    const error = outcome.error ?? new InfluError('unreadable', REPLY.empty);
    const isLostAgain = entry.alone && outcome.lostOf !== undefined;
    if (!outcome.retry || isLostAgain) return this.answer(key, { kind: 'error', error });
    const attempt = entry.attempt + 1;
    const waitMs = this.gate.waitBeforeMs(attempt, outcome);
    if (waitMs === undefined) {
      finalFailures.push(...outcome.answers);
      return this.answer(key, { kind: 'error', error });
    }
    // If there is no time left for the backoff, the next calculation tries again.
    if (!this.gate.hasTimeFor(waitMs)) return this.answer(key, PENDING);
    // One broken call loses the replies of its whole wave. Sent alone, the others come without it.
    const isOfWave = outcome.lostOf !== undefined && outcome.lostOf > 1;
    const next = { ...entry, attempt, notBeforeMs: this.host.clock.now() + waitMs };
    this.open.set(key, isOfWave ? { ...next, alone: true } : next);
  }

  /**
   * Waits for other executions by polling the cache for what they fetch. Where one of them reads the balance, it ends
   * soon, to decide again. False when there is nothing to wait for, or no time.
   */
  private waitForOthers({ decisions }: Admission, { fingerprint }: Purse): boolean {
    // From the key under which it comes to the one that was asked for.
    const waiting = new Map<string, string>();
    let awaitsBalance = false;
    for (const [key, decision] of decisions)
      if (!this.open.has(key)) continue;
      else if (decision.kind === 'inFlight') waiting.set(decision.filed, key);
      else if (decision.kind === 'awaitsBalance') awaitsBalance = true;
    if (!awaitsBalance && waiting.size === 0) return false;
    const { clock } = this.host;
    for (let poll = 1; poll <= POLLS_A_LOOK; poll++) {
      if (clock.now() + POLL_MS > this.request.giveUpMs) return false;
      clock.sleep(POLL_MS);
      for (const [filed, answer] of waiting.size === 0 ? [] : this.cached([...waiting.keys()])) {
        const key = waiting.get(filed) ?? filed;
        const { failure } = answer;
        if (!this.open.has(key)) continue;
        if (!failure) this.take([renamed(answer, key)]);
        // A refusal of another API key does not count for this one.
        else if (failure.fingerprint === fingerprint) this.answer(key, { kind: 'error', error: restored(failure) });
      }
      if (awaitsBalance || ![...waiting.values()].some((key) => this.open.has(key))) break;
    }
    return true;
  }
}

const refusal = (code: ErrorCode, said: Said): Reply => ({ kind: 'error', error: new InfluError(code, said) });

/** Undefined where it is still open, or known. */
function replyTo(decision: Decision): Reply | undefined {
  if (decision.kind === 'refused') return { kind: 'waiting', limit: decision.limit };
  if (decision.kind === 'stopped') return { kind: 'error', error: restored(decision) };
  return decision.kind === 'later' ? PENDING : undefined;
}
