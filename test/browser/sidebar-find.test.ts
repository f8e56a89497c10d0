import { afterEach, expect, test } from 'vitest';
import type { Found } from '../../src/sidebar/find-calls';
import { accountOf, foundOf, HOSTILE, NO_KEY, openingOf, savedOf, sheetOf } from './sidebar-data';
import { gate, openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { patiently } from './worker-browser';

// The Find tab without a server: what it asks, what it shows, what it refuses to send.
let sidebar: Sidebar;
const open = async (options: SidebarOptions = {}): Promise<void> => {
  sidebar = await openSidebar(options);
  // Without the account it is off, and a key pressed on it would do nothing.
  await expect.poll(() => button('Search ·').getAttribute('aria-disabled'), patiently).toBeNull();
};
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
/** Not _Reset filters_. */
const filtersButton = () => sidebar.page.getByRole('button', { name: 'Filters', exact: true });
const box = (name: string) => sidebar.page.getByRole('textbox', { name });
const combo = (name: string) => sidebar.page.getByRole('combobox', { name, exact: true });
const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => sidebar.page.keyboard.press(key)), Promise.resolve());
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const search = async (): Promise<void> => {
  await button('Search ·').click();
  await sidebar.page.getByRole('heading', { name: 'creator' }).waitFor();
};

test('a search sends what was typed, once, and shows count, price, age and the first twenty', async () => {
  await open({ replies: { search: () => foundOf() } });
  await box('Keywords').fill('personal trainer');
  await press('Enter');
  await combo('Country').fill('germ');
  await press('Enter');
  await box('Followers from').fill('10k');
  await sidebar.page.getByRole('checkbox', { name: 'Business accounts' }).check();
  await sidebar.page.getByLabel('Gender').selectOption('Women');
  await sidebar.page.getByLabel('Sort by').selectOption('Followers');
  await search();
  expect(sidebar.calls('search')).toEqual([
    {
      platform: 'instagram',
      filters: {
        keywords: 'personal trainer',
        country: 'Germany',
        gender: 'w',
        followerMin: '10000',
        businessSearch: 'true',
        sorting: 'descFollowers',
      },
      again: false,
    },
  ]);
  await shown('1,842 creators');
  await shown('93 pages · 92 more requests for everything');
  await shown('As of just now');
  const rows = sidebar.page.getByRole('listitem');
  await expect.poll(() => rows.count(), patiently).toBe(20);
  await expect
    .poll(() => rows.first().innerText(), patiently)
    .toMatch(/Lena Vogt[^]*@creator\.number0[^]*Germany[^]*2\.4M[^]*1\.2%[^]*98/);
  const link = rows.first().getByRole('link');
  await expect.poll(() => link.getAttribute('rel'), patiently).toBe('noopener noreferrer');
  await expect.poll(() => link.getAttribute('target'), patiently).toBe('_blank');
});

test('the same search again is free and asks nobody; Ask again is one request', async () => {
  const filters = { country: 'Germany' };
  const count = (): number => (sidebar.calls('search').length > 1 ? 1_843 : 1_842);
  await open({ replies: { search: () => foundOf({ filters, text: 'country=Germany', count: count() }) } });
  await combo('Country').fill('Germany');
  await press('Tab');
  await search();
  await filtersButton().click();
  await button('Search · free').click();
  await sidebar.page.getByRole('heading', { name: 'creator' }).waitFor();
  expect(sidebar.calls('search')).toHaveLength(1);
  await button('Refresh (1 request)').click();
  await shown('1,843 creators');
  expect(sidebar.calls('search')).toHaveLength(2);
  expect(sidebar.calls('search')[1]).toEqual({ platform: 'instagram', filters, again: true });
  await filtersButton().click();
  await box('Followers from').fill('5000');
  await button('Search · 1 request').waitFor();
});

test('a search that is older than the freshness costs again', async () => {
  const filters = { country: 'Germany' };
  await open({ replies: { search: () => foundOf({ filters, at: '2026-11-01T08:00:00Z' }) } });
  await combo('Country').fill('Germany');
  await press('Tab');
  await search();
  await filtersButton().click();
  await button('Search · 1 request').waitFor();
});

test('keywords are chips: Enter, comma and paste make them, Backspace and their button remove them', async () => {
  await open({ replies: { search: () => foundOf() } });
  const chips = async (): Promise<string[]> =>
    (await sidebar.page.getByRole('button', { name: /^Remove / }).all()).reduce<Promise<string[]>>(
      async (names, each) => [...(await names), ((await each.getAttribute('aria-label')) ?? '').replace('Remove ', '')],
      Promise.resolve([]),
    );
  await box('Keywords').pressSequentially('personal trainer,yoga');
  await press('Enter');
  await expect.poll(() => chips(), patiently).toEqual(['personal trainer', 'yoga']);
  await box('Keywords').fill('vegan food, "Pilates"');
  await expect.poll(() => chips(), patiently).toEqual(['personal trainer', 'yoga', 'vegan food', 'Pilates']);
  await press('Backspace');
  await expect.poll(() => chips(), patiently).toEqual(['personal trainer', 'yoga', 'vegan food']);
  await button('Remove yoga').click();
  await expect.poll(() => chips(), patiently).toEqual(['personal trainer', 'vegan food']);
  await expect.poll(() => box('Keywords').evaluate((input) => input === document.activeElement), patiently).toBe(true);
  // What was typed and not yet entered counts as well.
  await box('Keywords').fill('running');
  await search();
  expect(sidebar.calls('search')[0]?.filters['keywords']).toBe('personal trainer,vegan food,running');
});

test('another platform takes away what it lacks, says so, and Undo brings it back', async () => {
  await open({ replies: { cities: () => ['Berlin'] } });
  await combo('Country').fill('Germany');
  await press('Enter');
  await combo('City').fill('Ber');
  await press('Enter');
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('Berlin');
  await sidebar.page.getByLabel('Gender').selectOption('Women');
  await sidebar.page.getByLabel('Platform').selectOption('YouTube');
  await shown('Removed, not available on YouTube: city and gender.');
  await expect.poll(() => combo('City').count(), patiently).toBe(0);
  await expect.poll(() => sidebar.page.getByRole('checkbox', { name: 'Business accounts' }).count(), patiently).toBe(0);
  await expect.poll(() => sidebar.page.getByText('More filters').count(), patiently).toBe(0);
  await box('Followers from').fill('10k');
  await button('Undo').click();
  await expect.poll(() => sidebar.page.getByLabel('Platform').inputValue(), patiently).toBe('instagram');
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('Berlin');
  await expect.poll(() => sidebar.page.getByLabel('Gender').inputValue(), patiently).toBe('w');
  await expect.poll(() => box('Followers from').inputValue(), patiently).toBe('10k');
});

test('what was typed stays when the platform changes and nothing is lost', async () => {
  await open();
  await box('Keywords').fill('yoga');
  await press('Enter');
  await sidebar.page.getByLabel('Platform').selectOption('TikTok');
  await button('Remove yoga').waitFor();
  await expect.poll(() => sidebar.page.getByText('not available').count(), patiently).toBe(0);
  await expect
    .poll(() => sidebar.page.getByLabel('Sort by').locator('option').allTextContents(), patiently)
    .toContain('Total views');
});

test('problems stand beside their fields when these are left, and nothing is sent while there are any', async () => {
  await open({ replies: { search: () => foundOf() } });
  await box('Followers from').fill('20000');
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
  await box('Followers up to').fill('10k');
  await press('Tab');
  await shown('The minimum is larger than the maximum.');
  await box('Engagement, at least').fill('-2');
  await press('Tab');
  await shown("Engagement can't be negative.");
  await box('Average views from').fill('many');
  await button('Search ·').click();
  await shown('The minimum is not a number.');
  await expect.poll(() => box('Followers up to').getAttribute('aria-invalid'), patiently).toBe('true');
  // The first field with a problem has the focus.
  await expect
    .poll(() => box('Followers up to').evaluate((input) => input === document.activeElement), patiently)
    .toBe(true);
  expect(sidebar.calls('search')).toEqual([]);
  await box('Followers up to').fill('30k');
  await box('Engagement, at least').fill('2');
  await box('Average views from').fill('');
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
  await search();
});

test('cities are loaded once a country is there, and once only', async () => {
  await open({ replies: { cities: () => ['Berlin', 'Munich', 'Hamburg'] } });
  await expect.poll(() => combo('City').isDisabled(), patiently).toBe(true);
  await combo('Country').fill('germany');
  await press('Tab');
  await combo('City').click();
  await sidebar.page.getByRole('option', { name: 'Munich' }).click();
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('Munich');
  await combo('City').click();
  await press('Escape');
  expect(sidebar.calls('cities')).toEqual([{ country: 'Germany' }]);
  await combo('Country').fill('');
  await press('Tab');
  await expect.poll(() => combo('City').isDisabled(), patiently).toBe(true);
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('');
});

/** The country is chosen, and the cities come when the test says so. */
async function awaitCities(): Promise<() => void> {
  const { opened, open: release } = gate();
  await open({
    replies: { cities: () => opened.then(() => ['Bergen', 'Berlin', 'Bern']), search: () => foundOf() },
  });
  await combo('Country').fill('Germany');
  await press('Tab');
  return release;
}

test('Enter before the cities are there takes nothing until they are, and then what fits best', async () => {
  const release = await awaitCities();
  await combo('City').fill('Berl');
  await press('Enter', 'Enter');
  await shown('Loading…');
  await expect.poll(() => combo('City').getAttribute('aria-expanded'), patiently).toBe('true');
  await expect.poll(() => button('Clear city').count(), patiently).toBe(0);
  release();
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('Berlin');
  await expect.poll(() => combo('City').getAttribute('aria-expanded'), patiently).toBe('false');
  await search();
  expect(sidebar.calls('search')[0]?.filters).toEqual({ country: 'Germany', city: 'Berlin' });
});

test('what is typed on after Enter counts, and Escape takes Enter back', async () => {
  const release = await awaitCities();
  await combo('City').fill('Ber');
  await press('Enter');
  await combo('City').pressSequentially('n');
  release();
  await sidebar.page.getByRole('option', { name: 'Bern' }).waitFor();
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('Bern');
  await expect
    .poll(() => sidebar.page.getByRole('listbox').getByRole('option').allInnerTexts(), patiently)
    .toEqual(['Bern']);
  await expect.poll(() => button('Clear city').count(), patiently).toBe(0);
  await press('Escape');
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('');
});

for (const [what, typed, keys, late] of [
  ['a city of the list gets its spelling', 'berlin', ['Tab'], 'Berlin'],
  ['what is no city of the list stays as typed', 'Ber', ['Tab'], 'Ber'],
  ['after Enter it becomes what fits best', 'Ber', ['Enter', 'Tab'], 'Bergen'],
] as const)
  test(`a field that is left before the cities are there keeps what was typed; then ${what}`, async () => {
    const release = await awaitCities();
    await combo('City').fill(typed);
    await press(...keys);
    await button('Clear city').waitFor();
    await expect.poll(() => combo('City').inputValue(), patiently).toBe(typed);
    await expect.poll(() => sidebar.page.getByText('Loading…').count(), patiently).toBe(0);
    release();
    await sidebar.settled();
    await expect.poll(() => combo('City').inputValue(), patiently).toBe(late);
    await search();
    expect(sidebar.calls('search')[0]?.filters['city']).toBe(late);
  });

test('a list of cities that does not come leaves the field to typing', async () => {
  await open({
    replies: {
      cities: () => ({ refuses: { ok: false, code: 'apiDown', message: 'influData is down.' } }),
      search: () => foundOf(),
    },
  });
  await combo('Country').fill('Atlantis');
  await press('Tab');
  await button('Use it anyway').click();
  await combo('City').fill('Poseidonis');
  await shown("The city list didn't load. You can type a city.");
  await search();
  expect(sidebar.calls('search')[0]?.filters).toEqual({ country: 'Atlantis', city: 'Poseidonis' });
});

test('a country by its name in another language, or its code, is the one that influData knows', async () => {
  await open({ replies: { search: () => foundOf() } });
  for (const [typed, country] of [
    ['Deutschland', 'Germany'],
    ['uk', 'United Kingdom'],
    ['Côte d’Ivoire', 'Ivory Coast'],
    ['日本', 'Japan'],
  ] as const) {
    await combo('Country').fill(typed);
    await press('Tab');
    await expect.poll(() => combo('Country').inputValue(), patiently).toBe(country);
  }
  await combo('Country').fill('Tschech');
  await sidebar.page.getByRole('option', { name: 'Czech Republic' }).click();
  await search();
  expect(sidebar.calls('search')[0]?.filters).toEqual({ country: 'Czech Republic' });
});

test('a country that influData is not known to have is asked about before it costs; one of two is not guessed', async () => {
  await open({ replies: { search: () => foundOf() } });
  await combo('Country').fill('Korea');
  await press('Tab');
  await shown('"Korea" could be South Korea or North Korea. Write one of these as country.');
  expect(await button('Use it anyway').count()).toBe(0);
  await combo('Country').fill('Costa Rica');
  await button('Search').click();
  await shown(/"Costa Rica" isn't on influData's list of countries/);
  expect(sidebar.calls('search')).toEqual([]);
  await button('Use it anyway').click();
  await search();
  expect(sidebar.calls('search')[0]?.filters).toEqual({ country: 'Costa Rica' });
});

test('numbers are read as the spreadsheet writes them', async () => {
  await open({ replies: { open: () => openingOf({ locale: 'de_DE' }), search: () => foundOf() } });
  await box('Followers from').fill('10.000');
  await box('Followers up to').fill('1,5 Mio');
  await search();
  expect(sidebar.calls('search')[0]?.filters).toEqual({ followerMin: '10000', followerMax: '1500000' });
});

test('the keyboard alone finds, reads and goes back', async () => {
  await open({ replies: { search: () => foundOf({ filters: { categories: 'fitness,gaming', country: 'France' } }) } });
  const focused = (): Promise<string> =>
    sidebar.page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.innerText ?? at?.textContent ?? '';
    });
  const tabTo = async (name: string): Promise<void> => {
    for (let steps = 0; steps < 40 && !(await focused()).startsWith(name); steps++) await press('Tab');
    await expect.poll(() => focused(), patiently).toContain(name);
  };
  await tabTo('Find');
  await press('ArrowLeft');
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Account' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
  await press('ArrowRight');
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Find' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
  await tabTo('Categories');
  await sidebar.page.keyboard.type('fit');
  await press('Enter');
  await sidebar.page.keyboard.type('gam');
  await press('Enter', 'Escape');
  await tabTo('Country');
  await press('ArrowDown', 'ArrowDown', 'ArrowUp');
  await sidebar.page.keyboard.type('fra');
  await press('Enter');
  await tabTo('Search ·');
  await press('Enter');
  await sidebar.page.getByRole('heading', { name: '1,842 creators' }).waitFor();
  expect(sidebar.calls('search')[0]?.filters).toEqual({ categories: 'fitness,gaming', country: 'France' });
  await expect.poll(focused, patiently).toBe('1,842 creators');
  await press('Shift+Tab');
  await expect.poll(() => focused(), patiently).toBe('Filters');
  await press('Enter');
  await button('Search · free').waitFor();
});

test('strangers’ texts are text, and only https is a link', async () => {
  await open({ replies: { search: () => foundOf({ creators: [HOSTILE], count: 1, pages: 1 }) } });
  await search();
  const row = sidebar.page.getByRole('listitem');
  await expect.poll(() => row.innerText(), patiently).toContain(HOSTILE.name);
  await expect.poll(() => row.innerText(), patiently).toContain('<script>alert(1)</script>');
  await expect.poll(() => sidebar.page.locator('li img, li script').count(), patiently).toBe(0);
  await expect.poll(() => row.getByRole('link').count(), patiently).toBe(0);
  expect(await sidebar.page.title()).not.toBe('pwned');
  await sidebar.shot('hostile');
});

test('a creator without numbers shows dashes, not zeros', async () => {
  const bare = { id: 'x', username: 'bare', name: '', country: '', url: '' };
  await open({ replies: { search: () => foundOf({ creators: [bare], count: 1, pages: 1 }) } });
  await search();
  await shown('1 page · all saved, everything is free');
  // Without a name the handle stands there, once.
  await expect.poll(() => sidebar.page.getByRole('listitem').innerText(), patiently).toMatch(/^@bare\s+–[^@]*–[^@]*–$/);
});

test('nothing found names what to take out; taking it out changes the form and spends nothing', async () => {
  const filters = { country: 'Germany', city: 'Berlin', followerMin: '10000' };
  await open({
    replies: { search: () => foundOf({ filters, count: 0, pages: 0, creators: [], known: [1] }) },
  });
  await search();
  await expect.poll(() => button('Write ').count(), patiently).toBe(0);
  await sidebar.shot('nothing-found');
  await button('Remove Berlin').click();
  await expect.poll(() => combo('City').inputValue(), patiently).toBe('');
  await expect.poll(() => combo('Country').inputValue(), patiently).toBe('Germany');
  expect(sidebar.calls('search')).toHaveLength(1);
});

test('the form survives a reload, and Reset clears it', async () => {
  await open();
  await sidebar.page.getByLabel('Platform').selectOption('TikTok');
  await box('Keywords').fill('yoga');
  await press('Enter');
  await combo('Country').fill('Spain');
  await press('Tab');
  // The page keeps it a frame later.
  await expect.poll(() => sidebar.page.evaluate(() => JSON.stringify(sessionStorage)), patiently).toContain('Spain');
  await sidebar.reload();
  await button('Remove yoga').waitFor();
  await expect.poll(() => combo('Country').inputValue(), patiently).toBe('Spain');
  await button('Reset filters').click();
  await expect.poll(() => combo('Country').inputValue(), patiently).toBe('');
  await expect.poll(() => button('Remove yoga').count(), patiently).toBe(0);
  await expect.poll(() => sidebar.page.getByLabel('Platform').inputValue(), patiently).toBe('tiktok');
});

test('a frame that is refused storage keeps the form all the same', async () => {
  sidebar = await openSidebar({ alone: true });
  await sidebar.page.addInitScript(() =>
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await sidebar.reload();
  await combo('Country').fill('Spain');
  await press('Tab');
  await sidebar.page.getByRole('tab', { name: 'Account' }).click();
  await sidebar.page.getByRole('tab', { name: 'Find' }).click();
  await expect.poll(() => combo('Country').inputValue(), patiently).toBe('Spain');
});

test('the formula is copied in the locale of the spreadsheet', async () => {
  await open({ replies: { open: () => openingOf({ separator: ';' }) } });
  await combo('Country').fill('Germany');
  await press('Tab');
  await box('Keywords').fill('the "best" gym, yoga');
  // It says so for some seconds only.
  await Promise.all([button('Copied').waitFor(), button('Copy as formula').click()]);
  expect(await sidebar.page.evaluate(() => navigator.clipboard.readText())).toBe(
    '=INFLU_SEARCH("instagram"; "keywords=the ""best"" gym, yoga; country=Germany")',
  );
});

test('where the clipboard is refused the formula stands there, selected', async () => {
  await open({ clipboard: false });
  await sidebar.page.evaluate(() => {
    document.execCommand = () => false;
  });
  await button('Copy as formula').click();
  const field = box('to copy, then paste it into a cell');
  await field.waitFor();
  await expect.poll(() => field.inputValue(), patiently).toBe('=INFLU_SEARCH("instagram")');
  const selected = (): Promise<string> =>
    field.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0));
  await expect.poll(selected, patiently).toBe('=INFLU_SEARCH("instagram")');
});

test('searches are saved, run with their price, renamed and deleted after a question', async () => {
  let searches = [savedOf(), savedOf({ name: 'Known one', price: 0 })];
  await open({
    replies: {
      open: () => openingOf({ searches }),
      search: () => foundOf({ filters: savedOf().filters }),
      saveSearch: ({ name }) => (searches = [...searches, savedOf({ name, price: 0 })]),
      renameSearch: ({ name, to }) =>
        (searches = searches.map((each) => (each.name === name ? { ...each, name: to } : each))),
      deleteSearch: ({ name }) => (searches = searches.filter((each) => each.name !== name)),
    },
  });
  await sidebar.page.getByText('Saved searches').click();
  await button('Run · free, Known one').waitFor();
  await sidebar.shot('saved');
  await button('Rename Known one').click();
  await box('New name').fill('German fitness');
  await shown('Another search has this name.');
  await box('New name').fill('Renamed');
  await press('Enter');
  await button('Run · free, Renamed').waitFor();
  // Nothing but the search's own buttons spends.
  expect(sidebar.calls('search')).toEqual([]);
  await button('Delete Renamed').click();
  await shown('Delete “Renamed” for everyone in this spreadsheet?');
  await press('Escape');
  expect(sidebar.calls('deleteSearch')).toEqual([]);
  await button('Delete Renamed').click();
  await sidebar.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => button('Delete Renamed').count(), patiently).toBe(0);
  await button('Run · 1 request, German fitness').click();
  await shown('1,842 creators');
  expect(sidebar.calls('search')).toEqual([{ platform: 'instagram', filters: savedOf().filters, again: false }]);
  await sidebar.page.getByRole('button', { name: 'Save', exact: true }).click();
  await box('Search name').fill('Fresh one');
  await press('Enter');
  await expect
    .poll(() => sidebar.calls('saveSearch'), patiently)
    .toEqual([{ name: 'Fresh one', platform: 'instagram', filters: foundOf({ filters: savedOf().filters }).filters }]);
  await filtersButton().click();
  await expect.poll(() => sidebar.page.getByText('Saved searches').innerText(), patiently).toContain('2');
});

test('without a key there is one thing to do, and it leads to the key', async () => {
  sidebar = await openSidebar({ replies: { open: () => openingOf({ account: NO_KEY }) } });
  await button('Get a free trial').waitFor();
  await sidebar.page.getByRole('tab', { name: 'Find' }).click();
  await button('Connect influData').click();
  await button('Get a free trial').waitFor();
});

test('paused spending is said where one would spend', async () => {
  const account = accountOf();
  await open({
    replies: { open: () => openingOf({ account: accountOf({ settings: { ...account.settings, paused: true } }) }) },
  });
  await shown('Spending is paused.');
  await button('Resume spending').waitFor();
});

test('a result sheet in front offers its next pages and its search, and is looked at again when the sidebar is', async () => {
  await open({ replies: { resultSheet: () => null, search: (): Found => foundOf() } });
  await sidebar.settled();
  await expect.poll(() => button('Next pages').count(), patiently).toBe(0);
  const look = () => sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const { opened, open: release } = gate();
  const looks = sidebar.calls('resultSheet').length;
  sidebar.answer({ resultSheet: () => opened.then(() => sheetOf({ lastPage: 2 })) });
  await look();
  await expect.poll(() => sidebar.calls('resultSheet').length, patiently).toBe(looks + 1);
  sidebar.answer({ resultSheet: () => sheetOf() });
  await look();
  await shown('Pages 1–3 of 93');
  // The earlier question's answer, overtaken on its way.
  release();
  await sidebar.settled();
  await shown('Pages 1–3 of 93');
  await button('Use its filters').click();
  await expect.poll(() => combo('Country').inputValue(), patiently).toBe('Germany');
  await expect.poll(() => box('Followers from').inputValue(), patiently).toBe('10000');
  await button('Next pages').click();
  await expect.poll(() => box('From page').inputValue(), patiently).toBe('4');
  await expect.poll(() => box('To page').inputValue(), patiently).toBe('93');
  await expect.poll(() => sidebar.page.getByLabel('Into').inputValue(), patiently).toBe('append');
  await button('Start · 90 requests').waitFor();
});
