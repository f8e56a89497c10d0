import { InfluError } from '../core/error';
import { StoreFull, type Host } from '../core/ports';
import { retryDelayMs } from '../api/retry';
import type { Question } from '../api/question';
import type { Outcome } from '../api/reply';
import { admit, type Admission, type AdmitRequest } from './admit';
import { noDataTab } from './data-tab-answers';
import type { AskRequest } from './ask-request';
import { answerValues, openBook, purseOf, writeFitting, type Book } from './book';
import type { Purse } from './purse';
import { playRound, type RoundResult } from './round';
import { settleUnsent } from './settle';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { GATE } from '../schema/said-text';

/** A question that has no reply yet. */
export interface OpenQuestion {
  question: Question;
  attempt: number;
  notBeforeMs: number;
  /** Its wave failed as a whole, so it is sent once more by itself. */
  alone?: true;
}

/** Enough for 30 single cells to pass the lock one after the other. */
const LONGEST_LOCK_WAIT_MS = 10_000;
/** From deciding to sending: two property calls, and giving back the lock. Doubled each time a turn was missed. */
const LEAD_MS = 400;
/** The same in property reads, where these are slow: a write, and before calls of a run a note and a look. */
const LEAD_READS = { formula: 2, person: 4 } as const;

/** The way to the API for one `ask`: who pays, what is admitted, and the calls themselves. */
export class Gate {
  /** There is no data tab, as far as this execution has seen. */
  isTabless = false;
  /** Those of the last book that was decided on. */
  settings: Settings = DEFAULT_SETTINGS;
  private missedTurns = 0;
  /** How long the last read of all properties took. */
  private readMs = 0;

  /** `next` says what to ask for, given a book. */
  constructor(
    private readonly host: Host,
    private readonly request: Omit<AskRequest, 'questions'>,
    private readonly next: (book: Book) => OpenQuestion[],
  ) {}

  openBook = (): Book => this.request.book ?? openBook(this.host);

  /** Throws `noKey`. */
  purseIn = (book: Book): Purse => this.request.purse ?? purseOf(this.host, book, this.request.order);

  /** Decides on a copy, without the lock. It is enough for what is refused or under way elsewhere. */
  rehearse(book: Book, purse: Purse): Admission {
    this.settings = book.settings;
    return admit(book.folded, this.admitRequest(book, purse), book.context);
  }

  private admitRequest(book: Book, purse: Purse): AdmitRequest {
    const { request } = this;
    const next = this.next(book);
    const leadMs = Math.max(LEAD_MS, LEAD_READS[request.order] * this.readMs);
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
      notBeforeMs: Math.max(book.context.nowMs + leadMs * 2 ** this.missedTurns, ...waits),
      lastSendMs: request.lastSendMs,
      singly: next.every(({ alone }) => alone),
      expiresAtMs: request.expiresAtMs,
      readBalance: purse.clientId === undefined ? 'never' : (request.readBalance ?? 'ifDue'),
      ...(request.run ? { run: request.run } : {}),
      id: this.host.uniqueId(),
    };
  }

  /** The one critical section. Undefined if there was no turn at the lock. Throws `hostLimit` when the store is full. */
  admitLocked(purse: Purse, timeZone: string): Admission | undefined {
    const { host } = this;
    const waitMs = Math.min(LONGEST_LOCK_WAIT_MS, Math.max(0, this.request.lastSendMs - host.clock.now()));
    const result = host.lock.hold(waitMs, () => {
      let admission: Admission | undefined;
      const isDone = writeFitting((budget) => {
        const beganMs = host.clock.now();
        const book = openBook(host, timeZone, budget);
        this.readMs = host.clock.now() - beganMs;
        admission = this.rehearse(book, purse);
        if (admission.values) this.write(book, admission);
      });
      if (isDone) return admission;
      throw new InfluError('hostLimit', GATE.storeFull);
    });
    return result.held ? result.value : undefined;
  }

  private write(book: Book, admission: Admission): void {
    try {
      this.host.documentProperties.setMany({
        ...answerValues(this.host, book),
        ...(this.isTabless ? noDataTab(book.folded) : {}),
        ...admission.values,
      });
    } catch (error) {
      if (!(error instanceof StoreFull)) settleUnsent(this.host, admission);
      throw error;
    }
  }

  /** Makes the calls that were granted. */
  play(admission: Admission, purse: Purse, questions: ReadonlyMap<string, Question> = new Map()): RoundResult {
    const { giveUpMs, isForDataTab = false, run } = this.request;
    const context = {
      host: this.host,
      purse,
      settings: this.settings,
      giveUpMs,
      isForDataTab,
      ...(run ? { run } : {}),
    };
    const result = playRound(admission, questions, context);
    // A later wave's turn is missed where influData is slow; to begin later would not help.
    this.missedTurns = result.unsent.size > 0 && result.outcomes.size === 0 ? this.missedTurns + 1 : 0;
    return result;
  }

  /** How long to wait before trying again; undefined where that is not worth it. */
  waitBeforeMs(attempt: number, { retry }: Outcome): number | undefined {
    return retry && retryDelayMs(attempt, retry.retryAfter, this.host.clock.now(), this.host.random());
  }

  /** Whether a call may still leave after such a wait. */
  hasTimeFor = (waitMs: number): boolean => this.host.clock.now() + waitMs < this.request.lastSendMs;
}
