import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ordinaryHandles } from '../setup/creators';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench, started } from './workbench-page';
import { patiently } from './worker-browser';

// A table as people keep them, selected whole, with the real bundle: understood, corrected in one place, priced, run.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ viewport: { width: 1366, height: 657 } });
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const sheet = () => bench.workbench.emulator.spreadsheet.activeSheet();

const FIRST = 5;
const ROWS = 40;
/** Counted from 0 below the headers: what is no creator there, and what is one otherwise. */
const TWITTER = new Set([3, 17]);
const LINKED = [6, 7, 22];
const REPEATED = new Set([12, 30]);
const FILLERS: Readonly<Record<number, string>> = { 9: 'tbd', 25: 'none' };
const HIDDEN = [14, 15, 16];

const isBought = (at: number): boolean => !TWITTER.has(at) && !REPEATED.has(at) && !(at in FILLERS);

/** Two title lines, a blank one, German headers, forty rows. */
function fill(): { instagram: string[]; tiktok: string[] } {
  const { standin } = bench.workbench;
  const instagram = ordinaryHandles(standin, ROWS);
  const tiktok = ordinaryHandles(standin, ROWS, 'tiktok');
  sheet().clear('A1:Z200');
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const isTikTok = at % 4 === 1;
    const handle = isTikTok ? tiktok[at] : REPEATED.has(at) ? instagram[0] : instagram[at];
    return [
      'Person ' + (at + 1),
      at % 3 ? 'Deutschland' : 'Österreich',
      FILLERS[at] ?? (LINKED.includes(at) ? 'Frau ' + (at + 1) : handle),
      TWITTER.has(at) ? 'Twitter' : isTikTok ? 'TT' : 'Insta',
      1000 + at,
    ];
  });
  sheet().set('A1', [
    ['Creator-Liste Frühjahr 2026'],
    ['Stand: 12. März, gepflegt von Mara'],
    [''],
    ['Name', 'Land', 'Benutzername', 'Plattform', 'Follower'],
    ...rows,
  ]);
  for (const at of LINKED) sheet().link('C' + (FIRST + at), 'https://www.instagram.com/' + instagram[at] + '/');
  for (const at of HIDDEN) sheet().hideRows(FIRST + at);
  return { instagram, tiktok };
}

/** What is free says so before, while it rests, and when the sidebar was closed and opened again. */
async function expectFreeAgain(): Promise<void> {
  const free = bench.sidebar.getByText('Free', { exact: true });
  await bench.sidebar.getByLabel('Action').selectOption('queue');
  bench.workbench.standin.latencyMs = 4_000;
  await started(button('Start · free'));
  await button('Pause').first().click();
  bench.workbench.standin.latencyMs = 20;
  await button('Resume').waitFor();
  await expect.poll(() => free.count(), patiently).toBe(2);
  await bench.page.getByRole('button', { name: 'Close', exact: true }).click();
  await bench.clickMenu('influData', 'Enrich selected creators…');
  await button('Resume').waitFor();
  await expect.poll(() => free.count(), patiently).toBe(2);
  expect(await bench.looks('free-again')).toEqual([]);
  await button('Resume').click();
  await shown('Queued for enrichment: “Creators”');
  await free.first().waitFor();
  await bench.sidebar.getByLabel('Action').selectOption('enrich');
  await button('Start · free').waitFor();
}

test('forty rows of a real table: understood, corrected, priced, run; nothing is bought that was not shown', async () => {
  const { instagram, tiktok } = fill();
  await bench.selectThere('A1');
  sheet().select('A1:E' + (FIRST + ROWS - 1));
  await bench.clickMenu('influData', 'Enrich selected creators…');
  await shown('Creators in C, by their links · headers in row 4 · platforms in D');
  await shown('Not used: A “Name”, B “Land” and E “Follower”.');
  await shown('2 cells can’t be read');
  await bench.sidebar.getByRole('checkbox', { name: 'Include 2 cells that say “tbd” or “none”' }).waitFor();
  const wanted = Array.from({ length: ROWS }, (_, at) => at).filter(isBought);
  const seen = wanted.filter((at) => !HIDDEN.includes(at));
  await button(`Start · ${seen.length} requests`).waitFor();
  await bench.shot('workbench-selection-understood');
  await bench.sidebar.getByRole('checkbox', { name: 'Include 3 hidden rows' }).check();
  await button(`Start · ${wanted.length} requests`).waitFor();
  expect(bench.workbench.standin.charges.total()).toBe(0);
  await bench.shot('workbench-selection-corrected');

  await button(`Start · ${wanted.length} requests`).click();
  await expect.poll(() => bench.sidebar.getByText('Enriched: “').isVisible(), patiently).toBe(true);
  expect(bench.workbench.standin.charges.total()).toBe(wanted.length);
  // Read again by then, and nothing left to buy.
  await shown(`${wanted.length} creators, ${wanted.length} saved`);
  await bench.shot('workbench-selection-done');
  await expectFreeAgain();
  const headers = sheet().values('A4:Z4')[0] ?? [];
  const creator = headers.indexOf('influData creator');
  const bought = sheet()
    .values()
    .slice(FIRST - 1)
    .map((row) => row[creator]);
  expect(new Set(bought.filter(Boolean))).toEqual(
    new Set(wanted.map((at) => (at % 4 === 1 ? `tiktok/${tiktok[at]}` : `instagram/${instagram[at]}`))),
  );
  expect(sheet().values('F1:I3').flat().filter(Boolean)).toEqual([]);
});

// That two seconds are enough is told by the page's own clock: test/browser/sidebar-selection.test.ts.
test('cells selected in the sheet show in each tab that takes them', async () => {
  const area = () => bench.sidebar.locator('#selection').textContent();
  await bench.select('C10');
  await expect.poll(area, patiently).toBe('C10');
  await shown('Follows your selection');
  await bench.sidebar.getByRole('tab', { name: 'Reports' }).click();
  await bench.select('C8');
  await expect.poll(area, patiently).toBe('C8');
  await bench.sidebar.getByRole('tab', { name: 'Content' }).click();
  await bench.select('C6');
  await expect.poll(() => button('Add from C6').isVisible(), patiently).toBe(true);
});

const EARLIER = 60;
/** A list of creators whom nothing has asked for, in Enrich. */
async function listed(name: string, rows: number, skip: number): Promise<void> {
  await bench.listOf(name, ordinaryHandles(bench.workbench.standin, skip + rows).slice(skip));
  await bench.sidebar.getByRole('tab', { name: 'Enrich' }).click();
  await button(`Start · ${rows} requests`).waitFor();
}
/** On the demo key, with what the stand-in has charged. */
const left = (less = 0): string => (10_000 - less - bench.workbench.standin.charges.total()).toLocaleString('en-US');
const sent = (): number => bench.workbench.standin.charges.requests('getUserData').length;
const figureIn = async (text: Promise<string | null>): Promise<string> =>
  /[\d,]{4,}/.exec((await text) ?? '')?.[0] ?? '';

test('paused, no further wave leaves; whatever is charged meanwhile, the balance is one in header, price and Account', async () => {
  const { standin } = bench.workbench;
  await listed('Paused', 60, EARLIER);
  await bench.sidebar.getByRole('textbox', { name: 'Find a field' }).fill('mail');
  await bench.sidebar.getByRole('checkbox', { name: /^E.mail/ }).check();
  await bench.sidebar.getByRole('textbox', { name: 'Find a field' }).fill('');
  await started(button('Try 5 creators first · 5 requests'));
  const rest = button('Run the other 55 · 55 requests');
  await rest.waitFor();
  await shown('5 of 5 requests used');
  expect(
    sheet()
      .values()
      .flat()
      .filter((each) => each === 'done'),
  ).toHaveLength(5);
  expect(await bench.looks('money-tried')).toEqual([]);
  const before = sent();
  standin.latencyMs = 2_500;
  await started(rest);
  await expect.poll(sent, patiently).toBeGreaterThan(before);
  await button('Pause').first().click();
  await shown(/^Pausing: \d+ calls are under way…$/);
  const wave = sent() - before;
  await shown(`Pausing: ${wave} calls are under way…`);
  standin.latencyMs = 20;
  await shown('The run is paused');
  await shown(`${wave} of 55 requests used`);
  expect(sent()).toBe(before + wave);
  expect(await bench.looks('money-paused')).toEqual([]);
  await bench.expectHonest();

  // The page looks every two seconds while a run is open.
  const header = bench.sidebar.locator('.balance');
  const shownLeft = (): Promise<string> => figureIn(header.innerText());
  const charged = standin.charges.total();
  await bench.put('K2', '=INFLU_ENGAGEMENT("instagram", "nasa")');
  await expect.poll(() => standin.charges.total(), patiently).toBe(charged + 1);
  // A reading that overlaps the call may contain its charge, which is taken off all the same.
  await expect.poll(async () => [left(), left(1)].includes(await shownLeft()), patiently).toBe(true);
  await expect.poll(() => header.innerText(), patiently).toMatch(/ left · just now$/);
  // All at once: the next look may correct them.
  const areOne = (place: string) =>
    expect
      .poll(async () => {
        const [one, other] = await bench.sidebar
          .locator('body')
          .evaluate(
            (body, parts) =>
              parts.map(
                (part) =>
                  [...body.querySelectorAll<HTMLElement>(part)].find((each) => each.checkVisibility())?.innerText,
              ),
            ['.balance', place],
          );
        return [one, other].map((text) => /[\d,]{4,}/.exec(text ?? '')?.[0] ?? '');
      }, patiently)
      .toSatisfy(([one, other]: string[]) => one !== '' && one === other);
  await bench.sidebar.getByRole('tab', { name: 'Content' }).click();
  await areOne('.price');
  await bench.sidebar.getByRole('tab', { name: 'Account' }).click();
  await areOne('.big');
  await shown('Paused: enriching “Paused”');
  await button('Resume…').click();
  await button('Resume').click();
  await shown('55 of 55 requests used');
  // A call that was too early for the API is sent again, and free.
  expect(standin.charges.total()).toBe(charged + (55 - wave) + 1);
});

test('calls that were lost stand apart from what was used, before the run goes on and after', async () => {
  const { standin } = bench.workbench;
  // With one connection all calls of its wave are lost, as fetchAll has it.
  standin.faults.add({ endpoint: 'getUserData', lost: 'after-charge', nth: [3, 4], times: 2 });
  await listed('Lost', 30, EARLIER + 60);
  // Chosen for the list before, all in vain.
  await shown('E‑mail: none of the last 60 creators had it.');
  await started(button('Start · 30 requests'));
  await button('Resume').waitFor();
  await shown(/^\d+ of 30 requests used, up to \d+ more unconfirmed$/);
  await bench.expectHonest();
  // At rest influData is asked.
  await shown(
    new RegExp(
      `^influData says ${left()} requests are left \\(checked [^)]+\\)\\. Up to \\d+ of them may still be charged`,
    ),
  );
  expect(await bench.looks('money-lost')).toEqual([]);
  // What was lost counts towards the cap, which was the price: sooner or later it takes a larger one.
  const cap = bench.sidebar.getByRole('textbox', { name: 'Cap for this run' });
  await expect
    .poll(
      async () => {
        if (await cap.isVisible()) await cap.fill('90');
        if (await button('Resume').isVisible()) await button('Resume').click({ timeout: 1_000 });
        return bench.sidebar.getByText('Enriched: “Lost”').isVisible();
      },
      { ...patiently, interval: 500 },
    )
    .toBe(true);
  await shown(/^\d+ of 90 requests used, up to \d+ more unconfirmed$/);
});
