import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { openingOf } from '../test/browser/sidebar-data';
import { chromiumArgs, findChromium } from '../test/setup/chromium';
import type { Row } from './row';

const ROUNDS = 9;
const ADDRESS = 'https://sidebar.example/';

/** The server answers at once: what is measured is the page. */
const SERVER = `
  window.google = { script: { run: (() => {
    const runner = (success) => ({
      withSuccessHandler: (handler) => runner(handler),
      withFailureHandler: () => runner(success),
      influSidebar: (name) => setTimeout(() => success({ ok: true, value: window.answers[name] ?? null })),
    });
    return runner(() => undefined);
  })() } };
  const look = () => {
    const field = document.querySelector('input:not([disabled]), select:not([disabled])');
    if (!field) return requestAnimationFrame(look);
    window.usableMs = performance.now();
  };
  document.addEventListener('DOMContentLoaded', look);
`;

const EMPTY = '<!doctype html><html><body><input></body></html>';

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** From the beginning of its load until the first field takes input, each time in a new profile. */
async function usableMs(browser: Browser, html: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 300, height: 900 } });
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  const page = await context.newPage();
  const opening = openingOf();
  await page.addInitScript(`window.answers = ${JSON.stringify({ open: opening, account: opening.account })};${SERVER}`);
  await page.goto(ADDRESS);
  await page.waitForFunction('window.usableMs !== undefined');
  const ms = await page.evaluate<number>('window.usableMs');
  await context.close();
  return ms;
}

export async function sidebar(): Promise<Row[]> {
  const html = readFileSync(new URL('../dist/Sidebar.html', import.meta.url), 'utf8');
  const bytes = {
    what: 'Sidebar.html',
    unit: 'bytes',
    ours: Buffer.byteLength(html),
    limit: '',
    today: '',
    source: 'one file, nothing is loaded besides',
  };
  const found = await findChromium();
  if ('missing' in found) return [bytes];
  const env = { ...process.env, ...found.env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...chromiumArgs], env });
  const times: { page: number[]; empty: number[] } = { page: [], empty: [] };
  // In turn, so that a busy machine slows both.
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push(await usableMs(browser, EMPTY));
    times.page.push(await usableMs(browser, html));
  }
  await browser.close();
  const [page, empty] = [median(times.page), median(times.empty)];
  return [
    bytes,
    {
      what: 'the sidebar takes input in Chromium',
      unit: 'times an empty page',
      ours: page / empty,
      limit: '',
      today: 1,
      source: `median of ${ROUNDS}, the server answering at once: ${page.toFixed(0)} ms to ${empty.toFixed(0)} ms`,
    },
  ];
}
