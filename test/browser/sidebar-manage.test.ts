import { afterEach, expect, test } from 'vitest';
import type { CampaignInFront } from '../../src/sidebar/campaign-calls';
import type { AlikeReply } from '../../src/sidebar/alike-calls';
import { budgetOf, conflictOf, foundOf, runOf, selectionOf, sheetOf } from './sidebar-data';
import { reportSelectionOf } from './sidebar-report-data';
import { contentOf } from './sidebar-content-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { patiently } from './worker-browser';

type Tracker = Extract<CampaignInFront, { tracker: unknown }>['tracker'];

// More like this, the conflict check and the campaign tracker, without a server.
let sidebar: Sidebar;
const open = async (options: SidebarOptions): Promise<void> => {
  sidebar = await openSidebar(options);
};
afterEach(() => sidebar.close());

const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
/** What is seen of the search's form. */
const field = (label: string): Promise<string> => sidebar.page.getByLabel(label, { exact: true }).first().inputValue();

const WITHOUT = ['instagram/lena.vogt', 'id:c0'];
const alikeOf = (part: Partial<NonNullable<AlikeReply['found']>> = {}): AlikeReply => ({
  handle: 'lena.vogt',
  price: 0,
  found: {
    handle: 'lena.vogt',
    search: {
      platform: 'instagram',
      filters: { country: 'Germany', language: 'de', followerMin: '12000', followerMax: '48000' },
    },
    gaps: [{ name: 'categories', why: 'unknown' }],
    without: WITHOUT,
    ...part,
  },
});

test('from a selected row: the price on the button first, then Find filled in, and what it goes without', async () => {
  let saved = false;
  await open({
    tab: 'enrich',
    replies: {
      readSelection: () => selectionOf({ creators: 1, rows: 1, area: 'A2' }),
      alikeSelected: ({ pays }) => {
        saved ||= pays;
        return saved ? alikeOf() : { handle: 'lena.vogt', price: 1 };
      },
      search: () => foundOf({ filters: { country: 'Germany' } }),
      startSearch: () => runOf({ state: 'done' }),
      stepRun: () => runOf({ state: 'done' }),
    },
  });
  await button('More like this').click();
  await shown('Nothing is saved about lena.vogt. Its profile costs 1 request.');
  expect(sidebar.calls('alikeSelected')).toEqual([{ platform: 'instagram', pays: false }]);
  expect(await sidebar.fits('more-like-price')).toEqual([]);
  await button('More like this · 1 request').click();
  await shown('Creators like lena.vogt.');
  await shown('Not saved about lena.vogt: categories.');
  expect(await field('Country')).toBe('Germany');
  expect(await field('Followers from')).toBe('12000');
  await expect.poll(() => sidebar.page.locator('#tab-find').getAttribute('aria-selected'), patiently).toBe('true');
  expect(sidebar.calls('alikeSelected')[1]).toEqual({ platform: 'instagram', pays: true });
  expect(sidebar.calls('search')).toEqual([]);
  expect(await sidebar.fits('more-like-filled')).toEqual([]);

  // It is neither shown nor written.
  await button('Search · 1 request').click();
  const rows = sidebar.page.locator('.creator');
  await expect.poll(() => rows.count(), patiently).toBe(19);
  await button(/^Write 100 creators/).click();
  await expect.poll(() => sidebar.calls('startSearch').length, patiently).toBe(1);
  expect(sidebar.calls('startSearch')[0]).toMatchObject({ without: WITHOUT, known: 'skip', sheetId: null });
});

test('from each other place; what a platform lacks is named; the creator can be let in again', async () => {
  await open({
    replies: {
      search: () => foundOf(),
      resultSheet: () => sheetOf(),
      alikeFound: () => alikeOf({ gaps: [] }),
      alikeSelected: () =>
        alikeOf({
          search: { platform: 'tiktok', filters: { country: 'Germany' } },
          gaps: [
            { name: 'language', why: 'lacking' },
            { name: 'followerMin', why: 'unread' },
          ],
        }),
      readReport: () => reportSelectionOf({ creators: reportSelectionOf().creators.slice(0, 1) }),
      pendingReports: () => [],
    },
  });
  await button('Search · 1 request').click();
  await button('More like Lena Vogt').first().waitFor();
  expect(await sidebar.fits('more-like-rows')).toEqual([]);
  await button('More like Lena Vogt').first().click();
  await shown('Creators like lena.vogt.');
  expect(sidebar.calls('alikeFound')).toEqual([
    { platform: 'instagram', id: 'c0', username: 'creator.number0', country: 'Germany', followers: 2_400_000 },
  ]);
  await button('Include lena.vogt').click();
  await expect.poll(() => sidebar.page.getByText('Creators like').count(), patiently).toBe(0);
  expect(await field('Country')).toBe('Germany');

  // A result sheet's selected row.
  await button('More like this').click();
  await shown('TikTok has no filter by language.');
  await shown("Search has no match for this creator's followers, so it is left open.");
  expect(await sidebar.fits('more-like-lacking')).toEqual([]);

  for (const tab of ['Reports', 'Manage']) {
    await sidebar.page.getByRole('tab', { name: tab }).click();
    if (tab === 'Manage') await sidebar.page.locator('#panel-manage summary', { hasText: 'More like this' }).click();
    const panel = sidebar.page.locator('#panel-' + tab.toLowerCase());
    await panel.getByRole('button', { name: 'More like this' }).waitFor();
    if (tab === 'Manage') expect(await sidebar.fits('more-like-manage')).toEqual([]);
    await panel.getByRole('button', { name: 'More like this' }).click();
    await expect.poll(() => sidebar.page.locator('#tab-find').getAttribute('aria-selected'), patiently).toBe('true');
  }
  expect(sidebar.calls('alikeSelected').map(({ platform }) => platform)).toEqual([
    'instagram',
    'instagram',
    'instagram',
  ]);
});

test('brands first, then the price; bought step by step and no more than that, then checked; posts by Content', async () => {
  let brands = false;
  const steps = [
    { charged: 200, left: 100, reason: '' },
    { charged: 98, left: 2, reason: '' },
    { charged: 0, left: 2, reason: "You've reached today's cap of 5,000 requests. Raise it under Account." },
  ];
  await open({
    tab: 'manage',
    replies: {
      readConflict: () => {
        const { brands: typed, ...none } = conflictOf();
        return brands && typed ? { ...none, brands: typed } : none;
      },
      openBrands: () => ({ sheet: 'Brands' }),
      buyTimelines: () => steps.shift() ?? { charged: 0, left: 2, reason: 'no more' },
      checkConflicts: () => ({ sheet: 'Conflict check', creators: 412, conflicts: 17, unknown: 2 }),
      contentSheet: () => null,
      planContent: ({ filters, max }) => ({
        filters: filters as Record<string, string>,
        text: '',
        requests: max,
        budget: budgetOf(),
      }),
    },
  });
  await sidebar.page.locator('summary', { hasText: 'Conflict check' }).click();
  await shown('First list your brands and competitors.');
  const buy = button('Get and check · 300 requests');
  await expect.poll(() => buy.getAttribute('aria-disabled'), patiently).toBe('true');
  expect(await sidebar.fits('conflict-no-brands')).toEqual([]);
  brands = true;
  await button('Make the sheet Brands').click();
  await shown('4 competitors · 1 of your own');
  await shown('Timelines of 412 creators in “Spring shortlist”, 3 hidden rows left out · 112 saved');
  await expect.poll(() => buy.getAttribute('aria-disabled'), patiently).toBeNull();
  expect(await sidebar.fits('conflict-price')).toEqual([]);
  await buy.click();
  await shown('Made “Conflict check”: 17 of 412 creators mentioned a competitor. Nothing is saved about 2.');
  await shown("You've reached today's cap of 5,000 requests.");
  expect(sidebar.calls('buyTimelines')).toEqual([
    { platform: 'instagram', sheetId: 3, cap: 300 },
    { platform: 'instagram', sheetId: 3, cap: 100 },
    { platform: 'instagram', sheetId: 3, cap: 2 },
  ]);
  expect(sidebar.calls('checkConflicts')).toEqual([{ platform: 'instagram', sheetId: 3 }]);
  expect(await sidebar.fits('conflict-made')).toEqual([]);

  await button('Get posts of 2 creators (30 later)…').click();
  await expect.poll(() => sidebar.page.locator('#tab-content').getAttribute('aria-selected'), patiently).toBe('true');
  await button('Remove @lena.vogt').waitFor();
  await expect
    .poll(() => sidebar.calls('planContent').at(-1)?.filters, patiently)
    .toMatchObject({
      platform: ['tiktok'],
      username: ['lena.vogt', 'jonas'],
      followerMin: '1',
      uploadedFrom: '2026-08-23',
    });
  expect(await sidebar.fits('conflict-posts')).toEqual([]);

  // What is saved is checked for nothing.
  sidebar.answer({
    readConflict: () => conflictOf({ requests: 0, brands: { sheet: 'Brands', competitors: 4, own: 0 } }),
  });
  await sidebar.page.getByRole('tab', { name: 'Manage' }).click();
  await button('Check · free').click();
  await expect.poll(() => sidebar.calls('checkConflicts').length, patiently).toBe(2);
  expect(sidebar.calls('buyTimelines')).toHaveLength(3);
});

const trackerOf = (part: Partial<Tracker> = {}): Tracker => ({
  sheetId: 7,
  sheet: 'Campaign Spring',
  deliverables: 24,
  open: 24,
  chosen: 0,
  fresh: 12,
  sheets: [],
  cap: null,
  used: 0,
  saved: { creators: 0, sheets: [] },
  from: { kind: 'day', day: '2026-10-24' },
  earlier: 0,
  schedule: null,
  ...part,
});

test('a tracker of a list, then its posts: the price under the campaign’s cap first, sheet after sheet, and what came of it', async () => {
  let tracker: Tracker | undefined;
  let steps = 0;
  const rounds = [
    { run: contentOf({ id: 'r1', action: 'sync', max: 60 }), postsId: 21 },
    { run: contentOf({ id: 'r2', action: 'sync', max: 30 }), postsId: 22 },
    null,
  ];
  await open({
    tab: 'manage',
    replies: {
      readCampaign: () =>
        tracker
          ? { tracker, budget: budgetOf() }
          : {
              source: {
                sheetId: 3,
                sheet: 'Spring shortlist',
                creators: 40,
                unread: 1,
                statuses: [
                  { status: 'agreed', creators: 12 },
                  { status: 'contacted', creators: 9 },
                ],
                isAgreed: true,
                hasFees: true,
              },
              budget: budgetOf(),
            },
      makeCampaign: () => {
        tracker = trackerOf({ saved: { creators: 9, sheets: ['Posts of Campaign Winter'] } });
        return { sheetId: 7, sheet: 'Campaign Spring', deliverables: 24, creators: 12, byIdAlone: 0, textFees: 0 };
      },
      startCampaign: () => rounds.shift() ?? null,
      setCampaignCap: () => ({}),
      stepRun: ({ id }) => {
        steps += 1;
        return contentOf({ id, action: 'sync', state: 'done', pieces: 30, added: 30, used: 30 });
      },
      account: () => ({ fails: 'not now' }),
      updateCampaign: () => {
        const sheets = [{ id: 21, name: 'Posts of Campaign Spring', posts: 60 }];
        tracker = trackerOf({ cap: 60, used: 60, open: 5, chosen: 1, fresh: 0, sheets });
        return {
          sheet: 'Campaign Spring',
          deliverables: 24,
          posts: 60,
          states: { hashtagMissing: 2, late: 3, live: 14, missing: 5 },
          found: 19,
          changed: 0,
        };
      },
    },
  });
  await sidebar.page.locator('summary', { hasText: 'Campaign tracker' }).click();
  await shown('“Spring shortlist”: 40 creators. 1 row without a creator stays out.');
  await sidebar.page.getByLabel('Story').check();
  await sidebar.page.getByLabel('Required hashtags').fill('#summer');
  await shown('The agreed fee is split evenly over a creator’s posts.');
  expect(await sidebar.fits('campaign-make')).toEqual([]);
  await button('Make the tracker').click();
  await shown('“Campaign Spring”: 24 agreed posts, 24 without one yet.');
  expect(sidebar.calls('makeCampaign')).toEqual([
    {
      sheetId: 3,
      form: {
        platform: '',
        choice: { status: 'agreed' },
        types: ['reel', 'story'],
        dueDay: '',
        fromDay: '2026-10-24',
        hashtags: '#summer',
        mentions: '',
        needsDisclosure: true,
      },
    },
  ]);
  await sidebar.page.getByLabel('Cap for the whole campaign').fill('60');
  await button('Get posts · at most 60 requests').waitFor();
  await shown('Their posts from 24 Oct on.');
  await shown(
    'Posts of 9 creators are saved in “Posts of Campaign Winter” already: they come free, with their figures of then.',
  );
  expect(await sidebar.fits('campaign-price')).toEqual([]);
  await button('Get posts · at most 60 requests').click();
  await shown('“Campaign Spring” is up to date: 2 tag missing · 3 late · 14 live · 5 missing. 19 posts found now.');
  const form = { sheetId: 7, cap: 60, refresh: false };
  expect(sidebar.calls('startCampaign')).toEqual([
    { ...form, max: 60, runCap: 60, done: [] },
    { ...form, max: 30, runCap: 30, done: [21] },
  ]);
  expect([steps, sidebar.calls('updateCampaign')]).toEqual([2, [{ sheetId: 7 }]]);
  // The cap is used up: what costs is off, and an update is free.
  await shown('This campaign has used that much already.');
  await expect.poll(() => button('Get posts').getAttribute('aria-disabled'), patiently).toBe('true');
  expect(await sidebar.fits('campaign-updated')).toEqual([]);
  await button('Update from saved posts (free)').click();
  await expect.poll(() => sidebar.calls('updateCampaign').length, patiently).toBe(2);
  expect(sidebar.calls('startCampaign')).toHaveLength(2);
  await sidebar.page.getByLabel('Cap for the whole campaign').fill('40');
  await button('Save 40 as the cap').click();
  await expect.poll(() => sidebar.calls('setCampaignCap'), patiently).toEqual([{ sheetId: 7, cap: 40 }]);
});

test('finding the posts of a campaign may take longer than 30 seconds', async () => {
  const sheets = [{ id: 21, name: 'Posts of Campaign Spring', posts: 60 }];
  await open({
    tab: 'manage',
    clock: 'flows',
    replies: {
      readCampaign: () => ({
        tracker: trackerOf({ sheets, fresh: 0, earlier: 1, from: { kind: 'day', day: '2026-10-01' } }),
        budget: budgetOf(),
      }),
      updateCampaign: () => 'never',
    },
  });
  await sidebar.page.locator('summary', { hasText: 'Campaign tracker' }).click();
  await shown('Older posts, from 1 Oct on, come as well, 1 request each. What is saved is not bought again.');
  // A copied spreadsheet has the posts and no cap yet.
  await shown('None is saved in this spreadsheet yet. Without one no posts are bought.');
  await button('Save 500 as the cap').waitFor();
  await shown('Brings posts, too, that influData found days after their upload.');
  expect(await sidebar.fits('campaign-earlier')).toEqual([]);
  await button('Update from saved posts (free)').click();
  await expect.poll(() => sidebar.calls('updateCampaign').length, patiently).toBe(1);
  await sidebar.page.clock.runFor(361_000);
  await expect
    .poll(() => sidebar.page.getByRole('alert').innerText(), patiently)
    .toContain('No answer for six minutes.');
});
