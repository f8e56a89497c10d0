import { afterEach, expect, test } from 'vitest';
import { contentOf, contentSheetOf, planOf } from './sidebar-content-data';
import { accountOf, budgetOf, conflictOf, enrichOf, foundOf, minutesAgo, openingOf, selectionOf } from './sidebar-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { checkedOf } from './sidebar-report-data';
import { patiently } from './worker-browser';

// Money is said the same in every tab, at 300 by 500: what is left, what a start would go beyond, and the pause.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name });
/** Not _Reset filters_. */
const filtersButton = () => sidebar.page.getByRole('button', { name: 'Filters', exact: true });
const tab = (name: string) => sidebar.page.getByRole('tab', { name });
const pause = () => sidebar.page.getByRole('switch');
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const TABS = ['Find', 'Enrich', 'Reports', 'Content', 'Manage', 'Account'] as const;

type Budget = ReturnType<typeof budgetOf>;
type Replies = NonNullable<SidebarOptions['replies']>;

/** Every tab answers with the same money. */
const told = (budget: Budget): Replies => ({
  open: () => openingOf({ account: accountOf({ budget }) }),
  search: () => foundOf({ charged: 0, budget }),
  readSelection: () => selectionOf({ budget }),
  readReport: () => checkedOf({ budget }),
  pendingReports: () => [],
  contentSheet: () => null,
  planContent: ({ max }) => planOf({ requests: max, budget }),
  readConflict: () => conflictOf({ budget }),
});
async function open(budget: Budget, replies: Replies = {}): Promise<void> {
  sidebar = await openSidebar({ height: 500, replies: { ...told(budget), ...replies } });
  await button('Search ·').click();
  await filtersButton().waitFor();
}
const priceOf = (name: string): Promise<string> =>
  sidebar.page.locator(`#panel-${name.toLowerCase()} .price`).first().innerText();

test.each([
  {
    short: 'the balance',
    budget: budgetOf({ balance: 3 }),
    says: 'The run will stop after 3 requests, at the balance.',
  },
  {
    short: 'the cap of a run',
    budget: budgetOf({ run: 3, today: 50 }),
    says: 'The run will stop after 3 requests, at the cap per run.',
  },
  {
    short: 'the cap of the day',
    budget: budgetOf({ today: 2 }),
    says: "The run will stop after 2 requests, at today's cap.",
  },
  {
    short: 'a cap that is reached',
    budget: budgetOf({ today: 0 }),
    says: "You've reached your daily cap of 5,000 requests.",
  },
])('a price above $short is said before Start, in every tab that buys', async ({ budget, says }) => {
  await open(budget);
  for (const name of TABS.slice(0, 5)) {
    await tab(name).click();
    if (name === 'Manage') await sidebar.page.locator('summary', { hasText: 'Conflict check' }).click();
    const panel = sidebar.page.locator(`#panel-${name.toLowerCase()}`);
    await expect.poll(() => panel.innerText(), { ...patiently, message: name }).toContain(says);
    // It leads to the cap of the day, and to where the run stops first.
    expect(await button('Raise cap').count(), name).toBe(
      says.includes('cap per run') || says.includes('balance') ? 0 : 1,
    );
    if (budget.today === 0) expect(await sidebar.fits('cap-' + name.toLowerCase()), name).toEqual([]);
  }
  if (budget.today === 0) {
    await button('Raise cap').click();
    await expect.poll(() => sidebar.page.evaluate(() => document.activeElement?.id), patiently).toBe('day-cap');
  }
  for (const call of ['startSearch', 'startEnrich', 'startReport', 'startContent', 'buyTimelines'] as const)
    expect(sidebar.calls(call)).toEqual([]);
});

test('one balance in header, prices and Account, with its age, as soon as a step or a look tells another', async () => {
  const enrich = enrichOf({ state: 'stopped', reason: { code: 'paused' }, doneRows: 12, used: 12, cap: 50 });
  const told5 = budgetOf({ balance: 9_115, asOf: minutesAgo(-1) });
  const told2 = { ...budgetOf({ balance: 9_112, usedToday: 50, asOf: minutesAgo(-2) }) };
  let budget: Budget | undefined;
  const step = enrichOf({ ...enrich, used: 17, reason: { code: 'paused' } });
  await open(budgetOf(), {
    open: () => openingOf({ runs: { enrich } }),
    stepRun: () => ({ ...step, budget: told5 }),
    account: () => accountOf({ budget: told5 }),
    glance: () => ({ ...(budget && { budget }), runs: {} }),
  });
  const all = async (): Promise<string[]> => [
    (await sidebar.page.locator('.balance').innerText()).replace(/ left.*/, ''),
    /of ([\d,]+) left/.exec(await priceOf('Find'))?.[1] ?? '',
    await sidebar.page.locator('#panel-account .big').innerText(),
  ];
  for (const name of ['Account', 'Find']) await tab(name).click();
  await tab('Account').click();
  await expect.poll(all, patiently).toEqual(['9,120', '9,120', '9,120']);
  expect(await sidebar.page.locator('.balance').innerText()).toBe('9,120 left · 2 min ago');
  // A step tells.
  await button('Resume…').click();
  await button('Resume').click();
  await expect.poll(all, patiently).toEqual(['9,115', '9,115', '9,115']);
  // A look tells what formulas were charged.
  budget = told2;
  await expect.poll(all, patiently).toEqual(['9,112', '9,112', '9,112']);
  await shown('50 used today');
});

test('the pause is one click away in every tab, beside what was used today', async () => {
  await open(budgetOf(), {
    changeSettings: ({ paused = false }) =>
      accountOf({ settings: { ...accountOf().settings, paused }, budget: budgetOf({ paused, asOf: minutesAgo(-1) }) }),
  });
  for (const [at, name] of TABS.entries()) {
    await tab(name).click();
    await shown(/^42 (used )?today$/);
    await pause().click();
    await expect.poll(() => sidebar.calls('changeSettings').length, patiently).toBe(at + 1);
    await expect.poll(() => pause().isChecked(), patiently).toBe(at % 2 === 0);
  }
  expect(sidebar.calls('changeSettings').map(({ paused }) => paused)).toEqual([true, false, true, false, true, false]);
});

test('a sync that finds nothing new says so and what it cost', async () => {
  const sync = contentOf({ action: 'sync', max: 100, cap: 100 });
  await open(budgetOf(), {
    contentSheet: () => contentSheetOf(),
    startSync: () => sync,
    stepRun: () => ({ ...sync, state: 'done', used: 1 }),
  });
  await tab('Content').click();
  await button('Sync now · at most 100 requests').click();
  await shown('No new posts since the last sync.');
  await shown('1 of 100 requests used');
  expect(await sidebar.fits('sync-nothing')).toEqual([]);
});
