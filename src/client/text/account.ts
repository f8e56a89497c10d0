import type { ComponentChildren } from 'preact';
import type { GoogleLimit } from '../../sidebar/account-calls';
import { ago, capital, count, date, day, instantLabel, number, price, requests } from '../format';

/** Account: keys, balance, what was spent, caps. */
export const ACCOUNT = {
  keyStored: 'Your key is saved.',
  whoPays: 'Who pays',
  /** Formulas. */
  sheetPays: (end: string): string => "Formulas use the spreadsheet's key (…" + end + '), whoever opens it.',
  ownerPays: (end: string): string => "Formulas use the spreadsheet owner's key. If that is you: …" + end + '.',
  ownerWillPay: "Formulas use the spreadsheet owner's key once there is one.",
  /** Menu and sidebar. */
  youPay: (end: string): string => 'Your menu and sidebar use your own key (…' + end + ').',
  sheetPaysForYou: (end: string): string => "Your menu and sidebar use the spreadsheet's key (…" + end + ').',
  nobodyPays: 'Your menu and sidebar need a key first.',
  language: 'Language',
  languages: { auto: 'Automatic', en: 'English', de: 'Deutsch' },
  languageHint: 'For you: the sidebar opens again in it, the menu follows when you reopen the spreadsheet.',
  log: 'Log',
  openTheLog: 'Open the log',
  nothingNewToLog: 'Nothing new to log.',
  logIsOpen: 'The log is open.',
  logHint: 'Every charge, by day and source, in a tab of this spreadsheet.',
  logOpenNothingNew: 'The log tab is open. There was nothing new.',
  nothingLoggedYet: 'Nothing logged yet: nothing has been charged so far.',
  logOpenWith: (lines: number): string => 'The log tab is open, with ' + count(lines, 'new line') + '.',
  loadingTheAccount: 'Loading your account',
  stoppedUntil: (until: string): string => 'This key buys nothing more until ' + instantLabel(until) + '.',
  tryAgain: 'Try again',
  keyUsedAgain: 'The key is in use again.',
  checkTitle: "Check influData's replies",
  checkHint: 'Compares them with what this add-on expects. For a bug report or a new key.',
  check: 'Check · free',
  checkPaid: (cost: number): string => 'Search and report too · ' + price(cost),
  copyForBugReport: 'Copy for a bug report',
  copied: "Copied: names and types, nobody's data.",
  compared: (compared: number, charged: number, findings: number): string =>
    (compared === 1 ? '1 reply' : number(compared) + ' replies') +
    ' compared' +
    (charged > 0 ? ', ' + requests(charged) + ' charged' : '') +
    ': ' +
    (findings === 0 ? 'all as expected' : count(findings, 'thing') + ' to look at') +
    '.',
  badAddress: 'Enter an e-mail address, such as ada@company.com.',
  codeSent: 'The code is on its way.',
  workEmail: 'Work e-mail',
  company: 'Company (optional)',
  sendCode: 'Send me the code',
  trialKeyStored: 'Your trial key is saved.',
  codeWentTo: (address: ComponentChildren): ComponentChildren => ['We sent a six-digit code to ', address, '.'],
  code: 'Code',
  codeWorksFor: (minutes: number): string => 'Valid for ' + count(minutes, 'more minute') + '.',
  codeExpired: 'This code has expired. Send a new one.',
  getMyKey: 'Get my key',
  sendAgain: 'Send again',
  codeSentAgain: 'A new code is on its way.',
  useAnotherAddress: 'Use another address',
  keyAndBalance: 'Key and balance',
  requestsLeft: (left: ComponentChildren): ComponentChildren => [left, ' requests left'],
  balanceNotKnown: 'Balance not known.',
  readBalance: 'Check the balance now (free)',
  addOwnKey: 'Add a key of your own…',
  kindSaved: 'Saved.',
  whatKind: 'What kind of key is this?',
  whatKindHint:
    'Without a client id we treat it as a trial key: 2 requests a second and no weekly refresh. You can change this later under More › Kind of key.',
  kindTrial: 'Trial',
  kindOrganization: 'Organization',
  sharingWarning:
    'Every editor of this spreadsheet can then spend from this key, and could read it. So can their formulas.',
  pasteFirst: 'Paste the key first.',
  keyWorks: 'The key works and is saved.',
  apiKey: 'API key',
  clientId: 'Client id',
  clientIdHint: 'It came with your key. We need it to read the balance; searches work without it.',
  storeWhere: 'Save the key',
  forMe: 'For me',
  forMeHint: 'Only you spend from it.',
  inThisSpreadsheet: 'In this spreadsheet',
  testAndSave: 'Test and save',
  cancel: 'Cancel',
  yourKey: 'Your key',
  removeYourKey: 'Remove your key? You need it to search, and formulas in sheets you own stop buying with it.',
  spreadsheetsKey: "The spreadsheet's key",
  removeSpreadsheetsKey: 'Remove the key from this spreadsheet? Its editors and formulas stop spending from it.',
  trialEnds: (endsAt: string, isOver: boolean): string => (isOver ? ' · ended ' : ' · ends ') + date(endsAt),
  trialIsOver: 'The trial is over. What you got stays saved and free. An organization key gets you more.',
  replacing:
    'What is saved stays, and stays free. Caps and what you spent go on; the balance is read anew with the new key.',
  googleLimits: {
    web: "Google's daily limit of web calls is reached, so nothing new can be bought. What is saved still shows.",
    properties: "Google's daily limit of storage operations is reached, so formulas and runs may not go on.",
    triggers: 'Google allows 20 triggers per account and script. Delete some at script.google.com under My triggers.',
  } satisfies Record<GoogleLimit, string>,
  limitEnds: (until: string): string => 'It ends by ' + instantLabel(until) + ' at the latest.',
  balanceLeft: (left: number): string => ': ' + requests(left) + ' left',
  balanceUntil: (expiresAt: string): string => ' · until ' + date(expiresAt),
  keyOf: (kind: string, end: ComponentChildren): ComponentChildren => [capital(kind), ' key ', end],
  balanceAge: (at: string, reserved: number): string =>
    'As of ' + ago(at) + (reserved > 0 ? ' · at most ' + number(reserved) + ' under way' : ''),
  balanceNotKnownHint: ' It is read with the client id: choose Replace to add it.',
  unknownCharges: (lost: number): string => requests(lost) + ' unconfirmed: a reply was lost, so we count it as spent.',
  barText: (name: string, charged: number, unknown: number): string =>
    day(name) + ': ' + number(charged) + (unknown > 0 ? ', ' + number(unknown) + ' unconfirmed' : ''),
  lastUsed: (lastUsed: string): string => 'Last used ' + ago(lastUsed),
  clientIdIs: (clientId: string): string => 'Client id ' + clientId,
  test: 'Test',
  testNamed: (key: string): string => 'Test ' + key,
  replace: 'Replace',
  replaceNamed: (key: string): string => 'Replace ' + key,
  remove: 'Remove',
  removeNamed: (key: string): string => 'Remove ' + key,
  organizationPlan: 'On an organization plan? Paste that key',
  storeInSpreadsheetToo: 'Share with this spreadsheet…',
  keyRemoved: 'The key is removed.',
  replacesKey: 'This replaces the key that is there. ',
  storeIt: 'Save it',
  keyStoredInSpreadsheet: 'The key is saved in the spreadsheet.',
  capDay: 'Daily cap',
  capFormulas: 'Of this, by formulas',
  capRun: 'Cap per run',
  capBalance: 'Keep at least this balance',
  freshProfiles: 'Profiles',
  freshSearches: 'Searches',
  freshContent: 'Posts',
  freshReports: 'Audience reports',
  audienceInFormulas: 'Audience reports in formulas',
  audienceInFormulasHint: '20 requests per creator.',
  contentInFormulas: 'Posts in formulas',
  contentInFormulasHint: '1 request per post.',
  followersFromStatus: 'Followers from the free status',
  followersFromStatusHint: 'INFLU_FOLLOWERS looks there first.',
  keyKindAuto: 'Detect automatically',
  keyKindTrial: 'Trial: 2 a second, 60 a minute',
  keyKindOrganization: 'Organization: 25 a second',
  wholeNumber: 'Enter a whole number, 0 or more.',
  mostDays: (days: number): string => 'At most ' + number(days) + ' days.',
  tooLarge: 'That number is too large.',
  settingsSaved: 'Settings saved.',
  caps: 'Caps',
  capsHint: 'In requests, for everyone in this spreadsheet. A creator, or a page of 20, is 1 request.',
  freshness: 'Freshness',
  freshnessHint: 'How many days a saved answer is shown before it is bought again.',
  more: 'More',
  kindOfKey: 'Kind of key',
  saveChanges: (changes: number): string => 'Save ' + count(changes, 'change'),
  saved: 'Saved',
  save: 'Save',
  undo: 'Undo',
  spent: 'Spent here',
  today: 'Today',
  thisMonth: 'This month',
  byFormulas: (formula: number): string => number(formula) + ' by formulas',
  noneByFormulas: 'none by formulas',
  driftMore: (more: number): string =>
    'influData charged ' + requests(more) + ' more than this spreadsheet counted: the key is used elsewhere too.',
  driftLess: (fewer: number): string =>
    'influData charged ' + requests(fewer) + ' fewer than this spreadsheet counted.',
  noBars: 'Nothing was spent in the last 30 days.',
  barsText: (total: number, highest: string, most: number): string =>
    'Requests per day over the last 30 days: ' +
    number(total) +
    ' in total, most on ' +
    day(highest) +
    ' (' +
    number(most) +
    ').',
  nothingYet: 'nothing yet',
  unknownTitle: 'New to this version',
  unknownSections: (sections: number, names: string): string =>
    'Replies held ' +
    count(sections, 'section') +
    " this version doesn't know: " +
    names +
    '. They are shown as they came.',
  andMore: (names: string, more: number): string => names + ' and ' + number(more) + ' more',
  unknownReport:
    'influData for Google Sheets: sections of audience reports that it does not know (names and types, no data)',
};
