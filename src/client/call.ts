import type { ErrorCode } from '../core/error';
import type { BudgetView } from '../sidebar/budget-view';
import type { CallName, CallReply, Calls } from '../sidebar/calls';
import { noteFailure } from './failures';
import { TEXT } from './text/text';

/** What the server says went wrong, or: several accounts, the platform itself, or no answer at all. */
export type FailureCode = ErrorCode | 'permission' | 'platform' | 'silence';

/** One sentence for the user that ends with the next step. */
export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

interface Runner {
  withSuccessHandler(handler: (reply: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  influSidebar(name: CallName, argument: unknown): void;
}
declare const google: { script: { run: Runner } };

const QUICK_MS = 30_000;
/** Apps Script ends an execution after six minutes; nothing answers later than that. */
const LONGEST_MS = 6 * 60_000;
/** Whoever loses patience with one of these is told what is safe to do. */
const LONG_CALLS: { readonly [Name in CallName]?: 'again' | 'search' | 'start' | 'step' } = {
  search: 'search',
  stepRun: 'step',
  startEnrich: 'start',
  checkReport: 'again',
  startReport: 'start',
  archive: 'again',
  saveArchive: 'again',
  sendArchive: 'again',
  removeOldLines: 'again',
  layFlags: 'again',
  pendingReports: 'again',
  fitScore: 'again',
  offerCheck: 'again',
  readConflict: 'again',
  buyTimelines: 'again',
  checkConflicts: 'again',
  startContent: 'start',
  startSync: 'start',
  summarizeContent: 'again',
  readCampaign: 'again',
  makeCampaign: 'again',
  startCampaign: 'start',
  updateCampaign: 'again',
  history: 'again',
  switchHistory: 'again',
  openHistory: 'again',
  tellChanges: 'again',
  makeClientSheet: 'again',
  readDecisions: 'again',
  checkAnswers: 'again',
  checkInstallation: 'again',
  recalculate: 'again',
};

let underWay = 0;
let hear: (budget: BudgetView) => void = () => undefined;

/** Who wants to know what may still be spent, whatever call it comes with. Returns what ends that. */
export function onBudget(listener: typeof hear): () => void {
  hear = listener;
  return () => {
    hear = () => undefined;
  };
}

/** A run's step goes on beside everything else, and is looked at meanwhile. */
const isBeside = (name: CallName): boolean => name === 'stepRun';

/** Whether an answer is still to come, but for a run's step. */
export const isCalling = (): boolean => underWay > 0;

/** Asks the server. Rejects with a `CallError`, also when no answer comes. */
export function call<Name extends CallName>(name: Name, argument: Calls[Name]['gives']): Promise<Calls[Name]['gets']> {
  underWay += isBeside(name) ? 0 : 1;
  return new Promise<Calls[Name]['gets']>((resolve, refuse) => {
    const reject = (error: CallError): void => {
      // A glance that comes to nothing is one of many.
      if (name !== 'glance') noteFailure(name, error.code);
      refuse(error);
    };
    const patienceMs = name in LONG_CALLS ? LONGEST_MS : QUICK_MS;
    const timer = setTimeout(() => reject(new CallError('silence', silence(name))), patienceMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    try {
      google.script.run
        .withSuccessHandler((reply) => settle(() => read(reply as CallReply<Calls[Name]['gets']>, resolve, reject)))
        .withFailureHandler((error) => settle(() => reject(platformError(error))))
        .influSidebar(name, argument);
    } catch (error) {
      settle(() => reject(platformError(error)));
    }
  }).finally(() => {
    underWay -= isBeside(name) ? 0 : 1;
  });
}

function read<T>(
  reply: CallReply<T> | undefined | null,
  resolve: (value: T) => void,
  reject: (error: CallError) => void,
) {
  if (reply?.ok) {
    const value = withoutNulls(reply.value);
    const { budget, account } = (value ?? {}) as { budget?: BudgetView; account?: { budget?: BudgetView } };
    const told = budget ?? account?.budget;
    if (told) hear(told);
    resolve(value);
  } else if (reply) reject(new CallError(reply.code, reply.message));
  else reject(platformError(undefined));
}

/** The platform turns a property that is undefined into null on its way here. */
const withoutNulls = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value ?? null), (key, each: unknown) =>
    each === null && key !== '' ? undefined : each,
  ) as T;

function platformError(error: unknown): CallError {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  if (/permission/i.test(text)) return new CallError('permission', TEXT.app.manyAccounts);
  return new CallError('platform', TEXT.app.noConnection);
}

const SILENCE = {
  again: TEXT.app.silent,
  search: TEXT.app.silentSearch,
  start: TEXT.app.silentStart,
  step: TEXT.app.silentStep,
} as const;

const silence = (name: CallName): string => {
  const kind = LONG_CALLS[name];
  return kind ? SILENCE[kind] : TEXT.app.silentSeconds;
};
