import type { BudgetView } from './budget-view';
import type { GoogleLimit } from '../gate/google-limit';
import type { KeyPlace } from '../jobs/account/key-store';
import type { LanguageChoice } from '../jobs/account/language';
import type { Usage } from '../gate/ledger-view';
import type { Settings } from '../gate/settings';

/** What the *Account* tab may ask of the server. */
export interface AccountCalls {
  /** The account, with a balance of at most 10 minutes ago, or read now. Free. */
  account: { gives: { again: boolean }; gets: Account };
  /** Tests a key by a free call and stores it. */
  saveKey: { gives: { key: string; clientId: string; where: KeyPlace }; gets: Account };
  /** Copies this person's key into the spreadsheet: every editor then spends from it. */
  shareKey: { gives: Record<string, never>; gets: Account };
  /** Asks influData whether a stored key still works. Free. */
  testKey: { gives: { where: KeyPlace }; gets: { message: string } };
  /** Ends what keeps the keys from being used, and reads the balance. Free. */
  tryAgain: { gives: Record<string, never>; gets: Account };
  /**
   * Compares what influData answers with what the add-on expects: free questions, or also paid ones, at most 21 requests.
   */
  checkAnswers: { gives: { paid: boolean }; gets: AnswerReport };
  removeKey: { gives: { where: KeyPlace }; gets: Account };
  /** Has a six-digit code sent; again sends a fresh one. Free. */
  requestTrial: { gives: { email: string; company: string }; gets: Signup };
  /** Exchanges the code for a key, and stores that for this person. Free. */
  verifyTrial: { gives: { code: string }; gets: Account };
  /** Forgets the sign-up that waits for a code. */
  dropTrial: { gives: Record<string, never>; gets: Account };
  changeSettings: { gives: Partial<Omit<Settings, 'version'>>; gets: Account };
  /** Chooses the language of menu and page, for this person; the page opens again in it. */
  setLanguage: { gives: { language: LanguageChoice }; gets: Account };
  /** Limits that Google sets, met in the last hours, and when each ends at the latest; without, it doesn't by itself. Free. */
  googleLimits: { gives: Record<string, never>; gets: { limit: GoogleLimit; until?: string }[] };
  /** Writes what waits to the log tab and shows it. */
  openLog: { gives: Record<string, never>; gets: { entries: number } };
}

export type { GoogleLimit, KeyPlace, LanguageChoice };

export interface AnswerReport {
  /** Answers that were compared. */
  compared: number;
  /** In requests. */
  charged: number;
  /** What the paid part would cost now, in requests. */
  price: number;
  /** What was strange, each in one line. */
  findings: string[];
  /** For a bug report: names and types, no value of anyone. */
  text: string;
}

/** What was spent and is kept back, with the settings; the rest is the page's own. */
export interface Account extends Pick<Usage, 'today' | 'month' | 'days' | 'reserved' | 'drift' | 'settings'> {
  /** Why spending is stopped, if settings cannot be read. */
  stopped?: string;
  /** Whether this copy's manifest enables BigQuery. */
  hasBigQuery?: true;
  /** This person's own key, and the spreadsheet's. Without either, nothing can be asked. */
  person?: KeyView;
  spreadsheet?: KeyView;
  /** Left out: `auto`. */
  language?: LanguageChoice;
  budget: BudgetView;
  /** The key cannot be used until then: refused, or the month is used up. */
  stop?: { until: string; message: string };
  /** Sections that answers held and this version does not know, by name and form: nothing of a person. */
  unknownSections?: { name: string; form: string }[];
  /** A sign-up that waits for its code. */
  signup?: Signup;
  /** Said once, where a key was just stored: unfinished formulas, which keep what they show until they are recalculated. */
  waiting?: number;
}

export interface KeyView {
  /** The last four characters. */
  end: string;
  kind: 'trial' | 'organization';
  clientId?: string;
  /** When a trial ends. */
  endsAt?: string;
  /** Packages that the balance is made of, where influData says so; instants are ISO texts. */
  packages?: { name: string; left?: number; expiresAt?: string }[];
  lastUsed?: string;
}

export interface Signup {
  email: string;
  company: string;
  /** The code works until then. */
  codeUntil: string;
}
