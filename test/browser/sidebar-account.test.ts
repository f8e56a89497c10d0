import { afterEach, expect, test } from 'vitest';
import type { Account } from '../../src/sidebar/account-calls';
import { budgetOf, accountOf, NO_KEY, openingOf } from './sidebar-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { patiently } from './worker-browser';

// The Account tab: to a key in two minutes, who pays, what was spent, and what may be.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const KEY = 'demo-secret-key-of-nobody-a1b2';

const button = (name: string) => sidebar.page.getByRole('button', { name });
const box = (name: string) => sidebar.page.getByRole('textbox', { name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const isOff = async (name: string): Promise<boolean> => (await button(name).getAttribute('aria-disabled')) === 'true';
const openAccount = async (account: Account, replies: SidebarOptions['replies'] = {}): Promise<void> => {
  sidebar = await openSidebar({
    tab: 'account',
    height: 1_100,
    replies: { open: () => openingOf({ account }), ...replies },
  });
  await shown('Who pays');
};

test('a key is pasted unseen, tested and stored for this person', async () => {
  await openAccount(NO_KEY, { saveKey: () => accountOf() });
  await button('I have a key').click();
  await button('Test and save').click();
  await shown('Paste the key first.');
  const key = sidebar.page.getByLabel('API key', { exact: true });
  await key.fill(` ${KEY} `);
  await expect.poll(() => key.getAttribute('type'), patiently).toBe('password');
  await button('Show api key').click();
  await expect.poll(() => key.getAttribute('type'), patiently).toBe('text');
  await box('Client id').fill('demo-organization');
  await sidebar.shot('key');
  await button('Test and save').click();
  await shown('Organization key');
  expect(sidebar.calls('saveKey')).toEqual([{ key: KEY, clientId: 'demo-organization', where: 'person' }]);
  await expect.poll(() => sidebar.page.content(), patiently).not.toContain(KEY);
});

test('storing it in the spreadsheet is a choice, with a warning before', async () => {
  await openAccount(NO_KEY, { saveKey: () => accountOf() });
  await button('I have a key').click();
  await expect.poll(() => sidebar.page.getByText('Every editor of this spreadsheet').count(), patiently).toBe(0);
  await sidebar.page.getByRole('radio', { name: 'In this spreadsheet' }).check();
  await shown('Every editor of this spreadsheet can then spend from this key, and could read it.');
  await sidebar.page.getByLabel('API key', { exact: true }).fill(KEY);
  await button('Test and save').click();
  await expect.poll(() => sidebar.calls('saveKey'), patiently).toMatchObject([{ where: 'spreadsheet' }]);
});

test('a key that does not work is not stored, and the sentence stands below the button', async () => {
  const message = 'influData refused this key (401). Check that it is copied whole.';
  await openAccount(NO_KEY, { saveKey: () => ({ refuses: { ok: false, code: 'badKey', message } }) });
  await button('I have a key').click();
  await sidebar.page.getByLabel('API key', { exact: true }).fill(KEY);
  await button('Test and save').click();
  await expect.poll(() => sidebar.page.getByRole('alert').innerText(), patiently).toBe(message);
  await expect.poll(() => sidebar.page.getByLabel('API key', { exact: true }).inputValue(), patiently).toBe(KEY);
});

test('from an address to a trial key', async () => {
  const signup = { email: 'ada@company.com', company: 'Company', codeUntil: '2026-11-23T08:15:00Z' };
  await openAccount(NO_KEY, {
    requestTrial: () => signup,
    verifyTrial: () => accountOf({ person: { end: 'z9z9', kind: 'trial', endsAt: '2026-12-07T08:00:00Z' } }),
  });
  await button('Get a free trial').click();
  await box('Work e-mail').fill('ada');
  await button('Send me the code').click();
  await shown('Enter an e-mail address');
  await sidebar.shot('trial');
  await box('Work e-mail').fill('ada@company.com');
  await box('Company').fill('Company');
  await button('Send me the code').click();
  await shown('Valid for 15 more minutes.');
  expect(sidebar.calls('requestTrial')).toEqual([{ email: 'ada@company.com', company: 'Company' }]);
  const code = box('Code');
  await expect.poll(() => code.getAttribute('inputmode'), patiently).toBe('numeric');
  await expect.poll(() => code.getAttribute('autocomplete'), patiently).toBe('one-time-code');
  await code.fill('12 34');
  await expect.poll(() => isOff('Get my key'), patiently).toBe(true);
  await code.fill('123 456');
  await sidebar.shot('code');
  await button('Get my key').click();
  await shown('Trial key');
  await shown('ends 7 Dec 2026');
  await shown("You're connected");
  await button('On an organization plan? Paste that key').waitFor();
  expect(sidebar.calls('verifyTrial')).toEqual([{ code: '123456' }]);
});

for (const [what, code, message] of [
  ['disposable address', 'rejected', 'influData takes no disposable addresses. Use your work e-mail.'],
  ['already issued', 'rejected', 'A trial key was issued for this address already. Look for it in your mail.'],
  ['caps reached', 'apiDown', 'influData gives out no more trial keys right now. Try again tomorrow.'],
] as const)
  test(`a trial that is refused says why: ${what}`, async () => {
    await openAccount(NO_KEY, { requestTrial: () => ({ refuses: { ok: false, code, message } }) });
    await button('Get a free trial').click();
    await box('Work e-mail').fill('ada@company.com');
    await button('Send me the code').click();
    await shown(message);
    await expect.poll(() => box('Work e-mail').inputValue(), patiently).toBe('ada@company.com');
    await expect.poll(() => button('Try again').count(), patiently).toBe(code === 'apiDown' ? 1 : 0);
  });

test('a sign-up under way survives a reload; the code is sent again, or another address taken', async () => {
  const signup = { email: 'ada@company.com', company: 'Company', codeUntil: '2026-11-23T07:59:00Z' };
  const waiting = { ...NO_KEY, signup };
  const fresh = { ...signup, codeUntil: '2026-11-23T08:15:00Z' };
  await openAccount(waiting, {
    verifyTrial: () => ({
      refuses: { ok: false, code: 'rejected', message: 'That code is wrong. 3 attempts are left.' },
    }),
    requestTrial: () => fresh,
    dropTrial: () => NO_KEY,
  });
  await shown('This code has expired. Send a new one.');
  await box('Code').fill('111111');
  await button('Get my key').click();
  await shown('That code is wrong. 3 attempts are left.');
  await button('Send again').click();
  await shown('Valid for 15 more minutes.');
  await expect.poll(() => box('Code').inputValue(), patiently).toBe('');
  expect(sidebar.calls('requestTrial')).toEqual([{ email: 'ada@company.com', company: 'Company' }]);
  await button('Use another address').click();
  await box('Work e-mail').waitFor();
});

test('balance, key and who pays stand there; the balance is read again when asked', async () => {
  await openAccount(accountOf(), {
    account: () => accountOf({ budget: budgetOf({ balance: 9_000 }) }),
  });
  await shown('9,120');
  await shown('As of 2 min ago');
  await shown('…a1b2');
  await shown('Client id demo-organization');
  await shown("Formulas use the spreadsheet owner's key. If that is you: …a1b2.");
  await shown('Your menu and sidebar use your own key (…a1b2).');
  await button('Check the balance now (free)').click();
  await shown('9,000');
  expect(sidebar.calls('account')).toEqual([{ again: true }]);
  await button('9,000 left').waitFor();
});

test('limits of Google that were met are named with their end, and a trial that is over says what stays', async () => {
  const person = { end: 'a1b2', kind: 'trial', endsAt: '2026-11-20T00:00:00Z' } as const;
  await openAccount(accountOf({ person }), {
    googleLimits: () => [{ limit: 'web', until: '2026-11-24T08:00:00Z' }, { limit: 'triggers' }],
  });
  await shown(/daily limit of web calls.*It ends by 24 Nov/);
  await shown(/Google allows 20 triggers/);
  await shown('The trial is over. What you got stays saved and free.');
  await button('Replace').first().click();
  await shown('What is saved stays, and stays free.');
  expect(await sidebar.fits('google-limits')).toEqual([]);
});

test('without a client id it says how the balance gets known', async () => {
  const { balance: _, ...budget } = budgetOf();
  const account = accountOf({ person: { end: 'a1b2', kind: 'organization' }, budget });
  await openAccount(account);
  await shown('Balance not known.');
});

test('a key is tested, replaced, removed after a question, and shared after a warning', async () => {
  const shared = accountOf({ spreadsheet: { end: 'a1b2', kind: 'organization' } });
  await openAccount(accountOf(), {
    testKey: () => ({ message: 'The key works: 9120 requests left.' }),
    saveKey: () => accountOf({ person: { end: 'c3d4', kind: 'organization' } }),
    shareKey: () => shared,
    removeKey: () => NO_KEY,
  });
  await button('Test your key').click();
  await shown('The key works: 9120 requests left.');
  await button('Replace your key').click();
  await sidebar.page.getByLabel('API key', { exact: true }).fill('another');
  await expect.poll(() => box('Client id').inputValue(), patiently).toBe('demo-organization');
  await button('Test and save').click();
  await shown('…c3d4');
  await button('Share with this spreadsheet…').click();
  await shown('Every editor of this spreadsheet can then spend from this key, and could read it.');
  expect(sidebar.calls('shareKey')).toEqual([]);
  await button('Save it').click();
  await shown("Formulas use the spreadsheet's key (…a1b2), whoever opens it.");
  await button('Remove your key').click();
  await shown('Remove your key?');
  await sidebar.page.keyboard.press('Escape');
  expect(sidebar.calls('removeKey')).toEqual([]);
  await expect
    .poll(() => button('Remove your key').evaluate((each) => each === document.activeElement), patiently)
    .toBe(true);
  await button("Remove the spreadsheet's key").click();
  await sidebar.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await sidebar.page.getByRole('heading', { name: 'Welcome to influData' }).waitFor();
  await shown("Formulas use the spreadsheet owner's key once there is one.");
  await shown('Your menu and sidebar need a key first.');
  expect(sidebar.calls('removeKey')).toEqual([{ where: 'spreadsheet' }]);
});

test('who spends from the spreadsheet’s key can add one of their own', async () => {
  const { person, ...account } = accountOf({ spreadsheet: { end: 'ffff', kind: 'organization' } });
  await openAccount(account, { saveKey: () => ({ ...account, ...(person ? { person } : {}) }) });
  await shown("Your menu and sidebar use the spreadsheet's key (…ffff).");
  await button('Add a key of your own…').click();
  await sidebar.page.getByLabel('API key', { exact: true }).fill(KEY);
  await button('Test and save').click();
  await expect.poll(() => sidebar.calls('saveKey'), patiently).toEqual([{ key: KEY, clientId: '', where: 'person' }]);
  await shown('Your key');
  await expect.poll(() => button('Add a key of your own…').count(), patiently).toBe(0);
});

test('spent is told in numbers, in a chart with words, and with what is not certain', async () => {
  await openAccount(accountOf({ month: { charged: 1_227, unknown: 20, formula: 310 }, drift: 12, reserved: 5 }));
  await shown('1,227');
  await shown('310 by formulas');
  await shown('at most 5 under way');
  await shown('20 requests unconfirmed');
  await shown('influData charged 12 requests more than this spreadsheet counted');
  const chart = sidebar.page.getByRole('img');
  await expect
    .poll(() => chart.getAttribute('aria-label'), patiently)
    .toMatch(/1,227 in total, most on 16 Nov \(340\)/);
  await expect.poll(() => chart.locator('rect').count(), patiently).toBe(13);
});

test('a stop and unreadable settings are alerts, and a stop ends by a click', async () => {
  const stopped = 'Spending is stopped: the settings cannot be read.';
  await openAccount(
    accountOf({ stop: { until: '2026-12-01T00:00:00Z', message: "This month's requests are used up." }, stopped }),
    { tryAgain: () => accountOf({ stopped }) },
  );
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(2);
  const alerts = await sidebar.page.getByRole('alert').allInnerTexts();
  expect(alerts[0]).toContain('the settings cannot be read');
  expect(alerts[1]).toMatch(/used up\.[^]*This key buys nothing more until (1 Dec|30 Nov) 2026/);
  await button('Try again').click();
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(1);
  expect(sidebar.calls('tryAgain')).toHaveLength(1);
});

test('answers are checked for nothing first, and the price of the rest stands on its button', async () => {
  const report = { compared: 3, charged: 0, price: 21, findings: [], text: '{"version":1}' };
  const findings = ['audience report: unknown section devices (object of number)'];
  await openAccount(accountOf(), {
    checkAnswers: ({ paid }) => (paid ? { ...report, compared: 5, charged: 21, price: 1, findings } : report),
    account: () => accountOf({ budget: budgetOf({ balance: 9_099 }) }),
  });
  await button('Check · free').click();
  await shown('3 replies compared: all as expected.');
  await button('Search and report too · 21 requests').click();
  await shown('5 replies compared, 21 requests charged: 1 thing to look at.');
  await shown('audience report: unknown section devices');
  await button('Search and report too · 1 request').waitFor();
  await shown('9,099');
  await button('Copy for a bug report').scrollIntoViewIfNeeded();
  await sidebar.shot('check');
  expect(sidebar.calls('checkAnswers')).toEqual([{ paid: false }, { paid: true }]);
});

test('the kind of a key without a client id is asked, once', async () => {
  const account = accountOf({ person: { end: 'a1b2', kind: 'trial' } });
  await openAccount(account, {
    changeSettings: (change) => ({ ...account, settings: { ...account.settings, ...change } }),
  });
  await shown('What kind of key is this?');
  await sidebar.shot('kind');
  await sidebar.page.getByRole('button', { name: 'Organization', exact: true }).click();
  await expect.poll(() => sidebar.page.getByText('What kind of key is this?').count(), patiently).toBe(0);
  expect(sidebar.calls('changeSettings')).toEqual([{ keyKind: 'organization' }]);
});

test('pause acts at once, and shows the state that the server has', async () => {
  let fails = true;
  const account = accountOf();
  await openAccount(account, {
    changeSettings: (change) =>
      fails
        ? { refuses: { ok: false, code: 'hostLimit', message: 'The spreadsheet is busy. Try again in a moment.' } }
        : accountOf({ settings: { ...account.settings, ...change } }),
  });
  const pause = sidebar.page.getByRole('switch', { name: /^(Pause spending|Spending is paused)/ });
  await pause.click();
  await shown('The spreadsheet is busy. Try again in a moment.');
  await expect.poll(() => pause.isChecked(), patiently).toBe(false);
  fails = false;
  await button('Try again').click();
  await expect.poll(() => pause.isChecked(), patiently).toBe(true);
  expect(sidebar.calls('changeSettings').at(-1)).toEqual({ paused: true });
});

test('a second click while a change is under way changes nothing, and the switch shows no wish', async () => {
  await openAccount(accountOf(), { changeSettings: () => 'never' });
  const pause = sidebar.page.getByRole('switch', { name: 'Pause spending' });
  await pause.click();
  await pause.click();
  await expect.poll(() => pause.isChecked(), patiently).toBe(false);
  await sidebar.settled();
  expect(sidebar.calls('changeSettings')).toHaveLength(1);
});

test('settings are saved together, only what changed, and problems hold them back', async () => {
  const account = accountOf();
  await openAccount(account, {
    changeSettings: (change) => ({ ...account, settings: { ...account.settings, ...change } }),
  });
  await expect.poll(() => isOff('Save'), patiently).toBe(true);
  await sidebar.page.getByLabel('Daily cap').fill('1.5');
  await shown('Enter a whole number, 0 or more.');
  await expect.poll(() => isOff('Save'), patiently).toBe(true);
  await sidebar.page.getByLabel('Daily cap').fill('1000');
  await sidebar.page.getByText('Freshness', { exact: true }).click();
  await sidebar.page.getByLabel('Profiles').fill('4000');
  await shown('At most 3,650 days.');
  await sidebar.page.getByLabel('Profiles').fill('14');
  await sidebar.page.getByText('More', { exact: true }).click();
  await sidebar.page.getByRole('switch', { name: 'Audience reports in formulas' }).check();
  await sidebar.page.getByLabel('Kind of key').selectOption('organization');
  await button('Save 4 changes').scrollIntoViewIfNeeded();
  await sidebar.shot('settings');
  await button('Save 4 changes').click();
  await button('Saved').waitFor();
  expect(sidebar.calls('changeSettings')).toEqual([
    { maxRequestsPerDay: 1_000, profileFreshDays: 14, audienceInFormulas: true, keyKind: 'organization' },
  ]);
  await expect.poll(() => sidebar.page.getByLabel('Daily cap').inputValue(), patiently).toBe('1000');
  await sidebar.page.getByLabel('Cap per run').fill('5');
  await button('Undo').click();
  await expect.poll(() => sidebar.page.getByLabel('Cap per run').inputValue(), patiently).toBe('2000');
});

test('the log says when there is nothing new, and when there is none', async () => {
  await openAccount(accountOf(), { openLog: () => ({ entries: 0 }) });
  await button('Open the log').click();
  await shown('There was nothing new.');
  await sidebar.close();
  const nothing = { charged: 0, unknown: 0, formula: 0 };
  await openAccount(accountOf({ month: nothing, today: nothing, days: [] }), { openLog: () => ({ entries: 0 }) });
  await button('Open the log').click();
  await shown('Nothing logged yet');
});

test('the log is opened and says what was new', async () => {
  await openAccount(accountOf(), { openLog: () => ({ entries: 3 }) });
  await button('Open the log').click();
  await shown('The log tab is open, with 3 new lines.');
});

test('what is saved is told with its price, and deleted after a question that says what it costs again', async () => {
  const saved = { creators: 312, reports: 4, pages: 18, requests: 410, hasDataTab: true };
  const left = { creators: 311, reports: 4, pages: 18, requests: 409, hasDataTab: true };
  await openAccount(accountOf(), {
    storedData: () => saved,
    deleteData: () => ({ deleted: { ...saved, creators: 1, reports: 0, pages: 0, requests: 1 }, left }),
  });
  await sidebar.page.locator('summary', { hasText: 'Saved data' }).click();
  await button('Show what is saved · free').click();
  await shown('312 creators, 4 reports, 18 pages saved. Getting it all again: 410 requests.');
  await button('Delete…').click();
  await button('Delete…').click();
  await shown('Enter a handle or link.');
  await sidebar.page.getByLabel('What to delete').selectOption('Everything saved');
  await button('Delete…').click();
  await shown(/pay for it again: up to 410 requests/);
  await sidebar.shot('saved-data');
  await button('Cancel').click();
  await button('Delete…').click();
  await sidebar.page.getByLabel('What to delete').selectOption('One creator');
  await box('Handle or link').fill('@adidas');
  await button('Delete…').click();
  expect(await sidebar.fits('saved-data')).toEqual([]);
  await button('Delete').click();
  await shown('Deleted: 1 creator.');
  await shown('311 creators');
  expect(sidebar.calls('deleteData')).toEqual([{ what: 'creator', platform: 'instagram', creator: '@adidas' }]);
});

const archiveTables = (history: number, refused = 0) => [
  { name: 'history' as const, waiting: history, refused: 0 },
  { name: 'posts' as const, waiting: 0, refused },
  { name: 'profiles' as const, waiting: 0, refused: 0 },
];

test("a copy with Google's service sends rows on to BigQuery: where to, what waits, what was refused and what to do", async () => {
  const home = { project: 'our-project', dataset: 'social', oldLines: 0 };
  const sendings = [
    { ...home, tables: archiveTables(12_000), sent: 0, problem: { code: 'noTable' as const, said: '' } },
    { ...home, tables: archiveTables(5_000), sent: 7_000 },
    { ...home, tables: archiveTables(0, 2), sent: 5_000, oldLines: 800 },
  ];
  const removals = [500, 500];
  await openAccount(accountOf({ hasBigQuery: true }), {
    archive: () => ({ project: '', dataset: '', tables: [], oldLines: 0 }),
    saveArchive: () => ({ ...home, tables: archiveTables(12_000), missing: { url: 'https://accounts.google.com/' } }),
    sendArchive: () => sendings.shift() ?? 'never',
    removeOldLines: () => ({ ...home, tables: archiveTables(0, 2), oldLines: removals.shift() ?? 0 }),
    stopArchive: () => ({ project: '', dataset: '', tables: [], oldLines: 0 }),
  });
  await sidebar.page.locator('summary', { hasText: 'BigQuery' }).click();
  await button('Set up').click();
  await box('Project ID').fill('Our Project');
  await button('Save').last().click();
  await shown('Enter the project ID, such as my-project-123.');
  await shown('Enter the name of the dataset');
  expect(sidebar.calls('saveArchive')).toEqual([]);
  await box('Project ID').fill(' our-project ');
  await box('Dataset').fill('social');
  await button('Save').last().click();
  await shown('History: 12,000 rows to send');
  await shown('needs your permission to write to BigQuery');
  expect(sidebar.calls('saveArchive')).toEqual([{ project: 'our-project', dataset: 'social' }]);
  await button('Send 12,000 rows').click();
  await shown("BigQuery can't find the table.");
  await button('Send 12,000 rows').click();
  await shown('12,000 rows sent.');
  await shown('Posts: 2 rows refused');
  await shown('“In BigQuery” in their sheet says why');
  await button('Remove sent lines…').click();
  await sidebar.shot('bigquery');
  await shown('Remove 800 lines older than a year from the history tab?');
  expect(await sidebar.fits('bigquery')).toEqual([]);
  await sidebar.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await shown('500 lines not removed, because the tab was changed at the same time.');
  await button('Remove sent lines…').click();
  await sidebar.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await shown('Old lines are removed.');
  await button('End sending').click();
  await shown('Nothing more is sent.');
});
