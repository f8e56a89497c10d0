/** dist's Sidebar.html as HtmlService serves it, in a real browser, over a google.script.run whose replies a test sets. */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { servedHtml } from '../../dev/emulator/html-serving';
import type { CallName, CallReply, Calls } from '../../src/sidebar/calls';
import { distFiles } from '../setup/addon';
import { openingOf } from './sidebar-data';
import { launchBrowser, patiently } from './workbench-page';

/** A reply, or what the platform does instead of replying. */
export type Reply<Name extends CallName> =
  | Calls[Name]['gets']
  | { fails: string }
  | { refuses: CallReply<never> & { ok: false } }
  // A reply that the transfer swallowed: a stray Date does that.
  | 'lost'
  | 'never';
type Replies = { [Name in CallName]?: (given: Calls[Name]['gives']) => Reply<Name> | Promise<Reply<Name>> };

export interface Made {
  name: CallName;
  given: unknown;
  /** By the page's clock. */
  atMs: number;
}

export interface Sidebar {
  page: Page;
  /** What the server answers from now on; a call without an answer of its own fails the test. */
  answer: (replies: Replies) => void;
  /** The arguments of the calls of a name, in the order in which they came. */
  calls: <Name extends CallName>(name: Name) => Calls[Name]['gives'][];
  /** When they came, by the page's clock. */
  times: (name: CallName) => number[];
  /** Until the page has dealt with every reply that it waits for; those that never come do not count. */
  settled: () => Promise<void>;
  /** Kept in test/screenshots, 300 px wide, for a person to look at. */
  shot: (name: string) => Promise<void>;
  /** axe's violations in words. */
  violations: () => Promise<string[]>;
  close: () => Promise<void>;
}

export interface SidebarOptions {
  tab?: 'find' | 'enrich' | 'reports' | 'compare' | 'content' | 'account';
  scheme?: 'light' | 'dark';
  height?: number;
  replies?: Replies;
  /**
   * The test can move the page's timers on, and they go on by themselves (`flows`) or stand still and frames with them
   * (`still`). Without, only the date stands still.
   */
  clock?: 'flows' | 'still';
  /** What the page may do with the clipboard. */
  clipboard?: boolean;
}

export const NOW = '2026-11-23T08:00:00Z';
const WIDTH = 300;
/** A secure context, as Google's frame is one. */
const ADDRESS = 'https://sidebar.example/';

const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const served = servedHtml(distFiles().html['Sidebar'] ?? '');
let browser: Promise<Browser> | undefined;

/** Lets a test hold back an answer. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const held: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => {
    held.open = resolve;
  });
  return { opened, open: () => held.open?.() };
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** google.script.run of the page: immutable runners, as the platform's are. Counts the calls whose reply is to come. */
const FAKE = `
  (() => {
    window.callsUnderWay = 0;
    const runner = (success, failure) => ({
      withSuccessHandler: (handler) => runner(handler, failure),
      withFailureHandler: (handler) => runner(success, handler),
      influSidebar: (name, given) => {
        window.callsUnderWay += 1;
        void window.answerCall(name, given, Date.now()).then((reply) => {
          window.callsUnderWay -= 1;
          if (reply === 'never') return;
          if (reply === 'lost') return success();
          if (reply && reply.fails !== undefined) failure(new Error(reply.fails));
          else success(reply);
        });
      },
    });
    window.google = { script: { run: runner(() => undefined, () => undefined) } };
  })();
`;

export async function openSidebar(options: SidebarOptions = {}): Promise<Sidebar> {
  const { tab = 'find', scheme = 'light', height = 900, clipboard = true } = options;
  browser ??= launchBrowser();
  const html = served.replace('data-tab="find"', 'data-tab="' + tab + '"');
  const context = await (
    await browser
  ).newContext({ viewport: { width: WIDTH, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(patiently.timeout);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push('uncaught: ' + error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push('console: ' + message.text());
  });
  await context.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : (problems.push('request to ' + route.request().url()), route.abort()),
  );
  if (clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ADDRESS });
  else await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));

  const made: Made[] = [];
  let replies: Replies = {
    open: () => openingOf(),
    account: () => openingOf().account,
    resultSheet: () => null,
    ...options.replies,
  };
  await page.exposeFunction('answerCall', async (name: CallName, given: unknown, atMs: number) => {
    made.push({ name, given, atMs });
    const answer = replies[name] as ((given: unknown) => unknown) | undefined;
    if (!answer) {
      problems.push('no answer was set for ' + name + ' ' + JSON.stringify(given));
      return 'never';
    }
    const reply = await answer(given);
    if (reply === 'never' || reply === 'lost' || (typeof reply === 'object' && reply !== null && 'fails' in reply))
      return reply;
    if (typeof reply === 'object' && reply !== null && 'refuses' in reply) return reply.refuses;
    return { ok: true, value: reply };
  });
  await page.addInitScript(FAKE);
  if (options.clock) await page.clock.install({ time: new Date(NOW) });
  else await page.clock.setFixedTime(new Date(NOW));
  if (options.clock === 'still') await page.clock.pauseAt(new Date(NOW));
  await page.goto(ADDRESS);

  return {
    page,
    answer(more) {
      replies = { ...replies, ...more };
    },
    calls: <Name extends CallName>(name: Name) =>
      made.filter((each) => each.name === name).map((each) => each.given as Calls[Name]['gives']),
    times: (name) => made.filter((each) => each.name === name).map(({ atMs }) => atMs),
    async settled() {
      await expect
        .poll(() => page.evaluate(() => (window as unknown as { callsUnderWay: number }).callsUnderWay), patiently)
        .toBe(0);
    },
    async shot(name) {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: screenshots + 'sidebar-' + name + '.png' });
    },
    async violations() {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
      return page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
        interface Violation {
          id: string;
          nodes: { html: string; failureSummary: string }[];
        }
        const { violations } = await axe.run();
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary),
        );
      });
    },
    async close() {
      await context.close();
      expect(problems).toEqual([]);
    },
  };
}
