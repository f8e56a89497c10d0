import { afterEach, expect, test } from 'vitest';
import type { ScheduleView } from '../../src/sidebar/enrich-calls';
import { selectionOf } from './sidebar-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { patiently } from './worker-browser';

// The daily refresh in the Enrich tab: off until it is set, within a cap, ended by a click.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
const summary = () => sidebar.page.locator('summary', { hasText: 'Refresh every day' });

async function open(options: SidebarOptions = {}): Promise<void> {
  let schedule: ScheduleView | null = null;
  sidebar = await openSidebar({
    tab: 'enrich',
    ...options,
    replies: {
      readSelection: () => selectionOf({ hasRunBefore: true, schedule }),
      setSchedule: ({ schedule: form }) => ({ schedule: (schedule = form && { ...form, sheet: 'Spring campaign' }) }),
      ...options.replies,
    },
  });
  await button('Start ·').waitFor();
  await summary().click();
}

test('it is off; set, it says when, what and how much at most; ended, it is off again', async () => {
  await open();
  await expect.poll(() => summary().textContent(), patiently).toMatch(/off/);
  await sidebar.page.getByLabel('Rows with data older than').fill('14');
  await sidebar.page.getByLabel('At about').fill('5');
  await sidebar.page.getByLabel('Spends at most').fill('250');
  await button('Refresh every day · at most 250 requests').click();
  await sidebar.page.getByText('At about 05:00, rows of “Spring campaign” older than 14 days').waitFor();
  expect(sidebar.calls('setSchedule')).toEqual([
    { schedule: { sheetId: 3, platform: 'instagram', olderThanDays: 14, hour: 5, cap: 250 } },
  ]);
  await expect.poll(() => summary().textContent(), patiently).toMatch(/on/);
  await button('End the daily refresh').click();
  await expect.poll(() => summary().textContent(), patiently).toMatch(/off/);
  expect(sidebar.calls('setSchedule')).toHaveLength(2);
});

test('what is wrong stands beside its field, and nothing is asked', async () => {
  await open();
  await sidebar.page.getByLabel('At about').fill('25');
  await button('Refresh every day').click();
  await sidebar.page.getByText('Enter a whole number from 0 to 23.').waitFor();
  expect(sidebar.calls('setSchedule')).toEqual([]);
});

test('a script without the right says so', async () => {
  const message = 'This copy of the add-on may not make schedules. Refresh by hand until then.';
  await open({ replies: { setSchedule: () => ({ refuses: { ok: false, code: 'notAllowed', message } }) } });
  await button('Refresh every day ·').click();
  await sidebar.page.getByText(message).waitFor();
  await expect.poll(() => summary().textContent(), patiently).toMatch(/off/);
});

test('can be used by everybody', async () => {
  await open();
  await summary().scrollIntoViewIfNeeded();
  expect(await sidebar.looks('enrich-schedule')).toEqual([]);
});
