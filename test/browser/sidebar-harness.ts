/** dist's Sidebar.html as HtmlService serves it, in a real browser, over a google.script.run whose replies a test sets. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { servedHtml } from '../../dev/emulator/html-serving';
import type { Language } from '../../src/schema/language';
import type { CallName, CallReply, Calls } from '../../src/sidebar/calls';
import { distFiles } from '../setup/addon';
import { axeSource, misfitsIn, scrollAsOpened, violationsIn } from './page-look';
import { openingOf } from './sidebar-data';
import { keepPicture, patiently, surroundings, workerBrowser } from './worker-browser';

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
  reload: () => Promise<void>;
  /** A picture for a person to look at, 300 px wide. */
  shot: (name: string) => Promise<void>;
  /** axe's violations in words. */
  violations: () => Promise<string[]>;
  /** What is wrong where there is little room, below; with a picture of the page as it is, too. */
  looks: (name: string) => Promise<string[]>;
  /**
   * What is wrong at 300 by 500 and at half of both, with pictures: a second primary button, one that is out of sight, a
   * price that is, parts that are too wide, and at the first axe's violations.
   */
  fits: (name: string) => Promise<string[]>;
  /** Parts of the page that are wider than their room. */
  tooWide: (parts: string) => Promise<string[]>;
  close: () => Promise<void>;
}

export interface SidebarOptions {
  tab?: 'find' | 'enrich' | 'reports' | 'compare' | 'content' | 'manage' | 'account' | 'help';
  language?: Language;
  height?: number;
  /** 300, as Google's sidebar is, unless it is zoomed. */
  width?: number;
  replies?: Replies;
  /**
   * The test can move the page's timers on, and they go on by themselves (`flows`) or stand still and frames with them
   * (`still`). Without, only the date stands still.
   */
  clock?: 'flows' | 'still';
  /** What the page may do with the clipboard. */
  clipboard?: boolean;
  /** In a page of its own: the test changes what the next one would find. */
  alone?: boolean;
}

export const NOW = '2026-11-23T08:00:00Z';
const WIDTH = 300;
const SMALL = { small: { width: 300, height: 500 }, zoomed: { width: 150, height: 250 } };
const served = servedHtml(distFiles().html['Sidebar'] ?? '');

/** Lets a test hold back an answer. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const held: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => {
    held.open = resolve;
  });
  return { opened, open: () => held.open?.() };
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
        void window.answerCall(name, given, Date.now(), document.documentElement.dataset.session).then((reply) => {
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

/**
 * The date stands still in the page. Playwright's clock does that as well, with timers and frames of its own, through which
 * every frame of the page and every rule of axe would go.
 */
function stopDate(nowMs: number): void {
  window.Date = new Proxy(Date, {
    construct: (real, given: unknown[], target) =>
      Reflect.construct(real, given.length > 0 ? given : [nowMs], target) as Date,
    get: (real, name) => (name === 'now' ? () => nowMs : (Reflect.get(real, name) as unknown)),
  });
}

/** What a test has opened: the page's calls and complaints go to the one that is open. */
interface Session {
  number: string;
  html: string;
  problems: string[];
  reply: (name: CallName, given: unknown, atMs: number) => Promise<unknown>;
}

/** A browser's page, in which one test after the other opens the sidebar. */
interface Stage {
  /**
   * Of the server below, by localhost a secure context, as Google's frame is one. The same for all its tests: the
   * browser then compiles the page's script once.
   */
  address: string;
  context: BrowserContext;
  page: Page;
  session?: Session;
}

interface StageOptions {
  clipboard: boolean;
  clock?: SidebarOptions['clock'] | undefined;
}

const stages: Stage[] = [];
let server: Promise<string> | undefined;

/** Serves each stage its page of the moment, and axe: a text through the debugger's pipe takes longer than the page. */
async function startServer(): Promise<string> {
  const axe = await axeSource();
  const serving = createServer(({ url = '' }, response) => {
    const [, number, name] = url.split('/');
    const isAxe = name === 'axe.js';
    response.setHeader('Content-Type', isAxe ? 'text/javascript' : 'text/html; charset=utf-8');
    // So the browser keeps what it has compiled of it.
    response.setHeader('Cache-Control', isAxe ? 'max-age=3600' : 'no-store');
    response.end(isAxe ? axe : stages[Number(number)]?.session?.html);
  });
  await new Promise<void>((resolve) => void serving.listen(0, 'localhost', resolve));
  serving.unref();
  return `http://localhost:${(serving.address() as AddressInfo).port}/`;
}

async function newStage({ clock, clipboard }: StageOptions): Promise<Stage> {
  const browser = await workerBrowser();
  const context = await browser.newContext({ ...surroundings, reducedMotion: 'reduce' });
  context.setDefaultTimeout(patiently.timeout);
  const page = await context.newPage();
  const stage: Stage = { context, page, address: '' };
  const complain = (problem: string): void => void stage.session?.problems.push(problem);
  page.on('pageerror', (error) => complain('uncaught: ' + error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complain('console: ' + message.text());
  });
  stages.push(stage);
  stage.address = (await (server ??= startServer())) + String(stages.length - 1) + '/';
  await context.route(
    (url) => !url.href.startsWith(stage.address),
    (route) => {
      complain('request to ' + route.request().url());
      return route.abort();
    },
  );
  if (clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  else await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  // The page of the test before goes on until the new one is there; nobody listens to it any more.
  await page.exposeFunction('answerCall', (name: CallName, given: unknown, atMs: number, number: string) =>
    number === stage.session?.number ? stage.session.reply(name, given, atMs) : 'never',
  );
  await page.addInitScript(FAKE);
  if (clock) await page.clock.install({ time: new Date(NOW) });
  else await page.addInitScript(stopDate, Date.parse(NOW));
  if (clock === 'still') await page.clock.pauseAt(new Date(NOW));
  return stage;
}

/** The page of the test before keeps nothing any more, and what it has kept is gone. */
function forget(): void {
  if (location.protocol !== 'http:') return;
  Storage.prototype.setItem = () => undefined;
  sessionStorage.clear();
  localStorage.clear();
}

/** Opening a page of the browser takes longer than most tests, so they share one where they leave nothing in it. */
let shared: Promise<Stage> | undefined;
let opened = 0;

export async function openSidebar(options: SidebarOptions = {}): Promise<Sidebar> {
  const {
    tab = 'find',
    width = WIDTH,
    height = 900,
    clipboard = true,
    clock,
    alone = false,
    language = 'en',
  } = options;
  opened += 1;
  // As long as any other's: where a script stands in the text is part of how the browser knows it again.
  const number = String(opened).padStart(6, '0');
  const html = served
    .replace('data-tab="find" data-language="en"', 'data-tab="' + tab + '" data-language="' + language + '"')
    .replace('<html', '<html data-session="' + number + '"');
  const isShared = clipboard && !clock && !alone;
  const stage = await (isShared ? (shared ??= newStage({ clipboard })) : newStage({ clipboard, clock }));
  const { context, page } = stage;
  const problems: string[] = [];
  const made: Made[] = [];
  let replies: Replies = {
    open: () => openingOf(),
    account: () => openingOf().account,
    resultSheet: () => null,
    googleLimits: () => [],
    glance: () => ({ selection: { sheetId: 3, area: 'A2:A413', figure: 'one' } }),
    ...options.replies,
  };
  async function reply(name: CallName, given: unknown, atMs: number): Promise<unknown> {
    made.push({ name, given, atMs });
    const answer = replies[name] as ((given: unknown) => unknown) | undefined;
    if (!answer) {
      problems.push('no answer was set for ' + name + ' ' + JSON.stringify(given));
      return 'never';
    }
    const answered = await answer(given);
    const isPlain = typeof answered !== 'object' || answered === null;
    if (answered === 'never' || answered === 'lost' || (!isPlain && 'fails' in answered)) return answered;
    if (!isPlain && 'refuses' in answered) return answered.refuses;
    return { ok: true, value: answered };
  }
  await page.evaluate(forget);
  await page.setViewportSize({ width, height });
  // Out of the page: it hovers over nothing of the next test.
  await page.mouse.move(-1, -1);
  stage.session = { number, html, problems, reply };
  await page.goto(stage.address);

  const shot = (name: string): Promise<void> => keepPicture(page, 'sidebar-' + name);
  async function violations(): Promise<string[]> {
    if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: stage.address + 'axe.js' });
    return violationsIn(page);
  }
  async function fits(name: string): Promise<string[]> {
    const found: string[] = [];
    const before = page.viewportSize();
    for (const [size, room] of Object.entries(SMALL)) {
      await page.setViewportSize(room);
      await scrollAsOpened(page);
      await shot(size + '-' + name);
      found.push(...(await misfitsIn(page)).map((each) => size + ': ' + each));
      if (room === SMALL.small) found.push(...(await violations()));
    }
    if (before) await page.setViewportSize(before);
    return found;
  }

  const settled = (): Promise<void> =>
    expect
      .poll(() => page.evaluate(() => (window as unknown as { callsUnderWay: number }).callsUnderWay), patiently)
      .toBe(0);

  return {
    page,
    answer(more) {
      replies = { ...replies, ...more };
    },
    calls: <Name extends CallName>(name: Name) =>
      made.filter((each) => each.name === name).map((each) => each.given as Calls[Name]['gives']),
    times: (name) => made.filter((each) => each.name === name).map(({ atMs }) => atMs),
    settled,
    async reload() {
      // An answer that is on its way to a page that goes may be missed by the one that comes.
      await settled();
      await page.reload();
    },
    shot,
    violations,
    async looks(name) {
      await shot(name);
      return fits(name);
    },
    fits,
    tooWide: (parts) =>
      page.evaluate(
        (selector) =>
          [...document.querySelectorAll(selector)]
            .filter((each) => each.scrollWidth > each.clientWidth)
            .map((each) => each.className || each.tagName),
        parts,
      ),
    async close() {
      delete stage.session;
      if (!isShared) await context.close();
      expect(problems).toEqual([]);
    },
  };
}
