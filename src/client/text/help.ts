import type { CheckLine } from '../../sidebar/help-calls';
import { capital, number, price, requests } from '../format';

/** `time ran out` → `Time ran out.`; our own name keeps its small letter. */
export const sentence = (text: string): string =>
  (text.startsWith('influData') ? text : capital(text)) + (text.endsWith('.') ? '' : '.');

/** Help: formulas, statuses, terms, the check. */
export const HELP = {
  help: 'Help',
  back: 'Back',
  loading: 'Loading help',

  formulas: 'Formulas',
  formulasHint: 'Insert writes the example into the active cell. What you already have costs nothing.',
  insert: (cost: number): string => 'Insert · ' + price(cost),
  insertNamed: (cost: number, name: string): string => 'Insert · ' + price(cost) + ': ' + name,
  inserted: (cell: string): string => 'Inserted in ' + cell + '.',
  occupied: (cell: string): string => cell + " isn't empty. Replace what's there?",
  replace: 'Replace',
  cost: (cost: number, per: 'creator' | 'page' | 'post' | undefined): string =>
    cost === 0 ? 'free' : requests(cost) + (per ? ' per ' + per : ''),
  off: (setting: string): string => 'Off. Turn on “' + setting + '” under Account › More.',
  openAccount: 'Open Account',

  statuses: 'What cells and rows say',
  inCells: 'In formulas',
  inRows: 'In rows that you enriched',
  inArchive: 'In the column “In BigQuery”',
  meaning: sentence,
  next: (step: string): string => 'Next: ' + step + '.',

  glossary: 'Glossary',

  check: 'Check this installation',
  checkHint: 'Tries everything the add-on needs. Free, and no cell is touched.',
  checkNow: 'Check · free',
  verdict: (faults: number, warnings: number): string =>
    faults + warnings === 0
      ? 'Everything works.'
      : [
          ...(faults > 0 ? [number(faults) + (faults === 1 ? ' fault' : ' faults')] : []),
          ...(warnings > 0 ? [number(warnings) + (warnings === 1 ? ' warning' : ' warnings')] : []),
        ].join(', ') + '.',
  copy: 'Copy',
  copied: 'Copied: no key, no handles, nothing from your sheets.',
  states: { ok: 'ok', warning: 'warning', fault: 'fault' } satisfies Record<CheckLine['state'], string>,
  checks: {
    version: 'Version',
    sheet: 'Writing to this sheet',
    lock: 'Lock',
    cache: 'Cache',
    documentProperties: "The spreadsheet's storage",
    userProperties: 'Your storage',
    key: 'API key',
    api: 'influData API',
    balance: 'Balance',
    spending: 'Spending',
    locale: 'Language and separators',
    timeZone: 'Time zone',
    schedule: 'Schedules',
    bigQuery: 'BigQuery',
  } satisfies Record<CheckLine['code'], string>,
  problems: {
    badInput: 'influData refused the test question. Report it with the copied text.',
    noKey: 'No API key yet. Add one under Account; a trial is free.',
    badKey: 'influData refused the key. Check under Account that it is copied whole.',
    forbidden: "The key's balance is too low, or its plan doesn't include this.",
    rejected: 'influData refused the test question. Report it with the copied text.',
    volumeUsed: "This month's volume is used up. It starts again next month.",
    busy: 'influData is busy. Try again in a minute.',
    apiDown: "influData isn't working right now. Try again in 10 minutes.",
    unreachable: "influData didn't reply. Try again in 10 minutes.",
    unreadable: "influData sent a reply we couldn't read. Report it with the copied text.",
    notAllowed: 'A cap or a setting stands against it. See Account.',
    notGranted: 'A permission is missing. Open Extensions › influData › API key and account, and allow it.',
    hostLimit: "One of Google's limits is used up for today. Try again tomorrow.",
    storeUnreadable: "Saved settings can't be read, so nothing is spent. See Account.",
    newerState: 'A newer version is used in this spreadsheet. Reload the page, or have the add-on updated.',
    sheet: 'No sheet is open. Select one and check again.',
    protected: 'This sheet is protected from you. Choose another one, or ask its owner.',
    refused: 'Google refused. Try again in a minute.',
    forgets: "Google doesn't keep what is stored. Try again in a few minutes.",
    nearlyFull: 'Nearly full. The oldest saved answers make room.',
    full: 'Full. Freeze formulas that you no longer need, then check again.',
    noTurn: 'Others are using it. Try again in a minute.',
    trialEnded: 'The trial has ended. Add another key under Account.',
    trialEndsSoon: 'The trial ends within three days.',
    noClientId: 'The balance needs a client id. Add it to the key under Account.',
    notRead: "The balance couldn't be read. Try again in 10 minutes.",
    old: 'The balance is over an hour old.',
    usedUp: 'No requests are left on the key. Top up at influData.',
    paused: 'Spending is paused. Resume it in the bar at the top.',
    stopped: 'The key buys nothing for now. Account says why.',
    capReached: "You've reached your daily cap. Raise it under Account, or wait until tomorrow.",
    differs: 'The spreadsheet and the script have different time zones, so schedules run at other hours.',
    unknown: 'Not known. Set it under File › Settings.',
    rowsRefused: 'BigQuery refused the last rows; they wait in their sheets. Account › BigQuery says why.',
    noTrigger: 'A schedule is on, but nothing starts it. Turn it off and on again in its tab.',
  } satisfies Record<NonNullable<CheckLine['problem']>, string>,

  reportProblem: 'Report a problem',
  reportHint:
    'Makes a text with the check above and the last errors: no key, no handles, nothing from your sheets. Send it to whoever gave you this add-on, with what you did and what you saw.',
  makeReport: 'Make report · free',
  thisVersion: (version: string): string => `influData for Google Sheets ${version}`,
};
