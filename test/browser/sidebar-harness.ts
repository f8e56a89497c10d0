/** dist's Sidebar.html as HtmlService serves it, in a real browser, over a google.script.run whose replies a test sets. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { servedHtml } from '../../dev/emulator/html-serving';
import type { CallName, CallReply, Calls } from '../../src/sidebar/calls';
import { distFiles } from '../setup/addon';
import { openingOf } from './sidebar-data';
import { keepPicture, patiently, workerBrowser } from './worker-browser';

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
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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
  const axe = await axeSource;
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
  const context = await browser.newContext({ reducedMotion: 'reduce' });
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
  else await page.clock.setFixedTime(new Date(NOW));
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

/** Looks of texts whose contrast axe has found to be enough. That takes half of axe's time, and they come back in each state. */
const knownLooks = new Set<string>();

/**
 * axe's violations, in the page. A text's look is all that its contrast rests on, and where in the page it stands: its
 * colour and size, of each element around it the class, the ground and the place, and the grounds that it lies over or
 * under beside these. What was looked at before is not again.
 */
async function look(known: string[]): Promise<{ found: string[]; looked: string[] }> {
  interface Result {
    id: string;
    nodes: { element: Element; html: string; failureSummary: string }[];
  }
  interface Results {
    violations: Result[];
    passes: Result[];
  }
  const { axe } = window as unknown as {
    axe: { run: { (options: object): Promise<Results>; (context: Element[], options: object): Promise<Results> } };
  };
  const grounds = new Map<Element, string>();
  function groundOf(element: Element | null): string {
    if (!element) return '';
    let ground = grounds.get(element);
    if (ground === undefined) {
      const { backgroundColor, backgroundImage, opacity, filter, position, zIndex } = getComputedStyle(element);
      const own = [element.tagName, element.getAttribute('class'), backgroundColor, backgroundImage, opacity, filter];
      ground = groundOf(element.parentElement) + '|' + [...own, position, zIndex].join(' ');
      grounds.set(element, ground);
    }
    return ground;
  }
  const painted = [...document.body.querySelectorAll('*')].flatMap((element) => {
    if (!element.checkVisibility()) return [];
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const isClear = backgroundImage === 'none' && /^rgba\(.* 0\)$/.test(backgroundColor);
    return isClear ? [] : [{ element, box: element.getBoundingClientRect() }];
  });
  function beside(element: Element): string {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return painted
      .filter(({ box }) => box.left < right && box.right > left && box.top < bottom && box.bottom > top)
      .filter((each) => !each.element.contains(element) && !element.contains(each.element))
      .map((each) => groundOf(each.element))
      .join('&');
  }
  const looks = new Map<Element, string>();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (!(hasText || 'value' in element) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const text = [groundOf(element), color, fontSize, fontWeight, textShadow, beside(element)].join(' ');
    // All of them go to the page and back each time: 64 bits of each are enough.
    let [low, high] = [0x811c9dc5, 0x9747b28c];
    for (let at = 0; at < text.length; at++) {
      low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
      high = Math.imul(high ^ text.charCodeAt(at), 0x5bd1e995);
    }
    looks.set(element, low.toString(36) + ' ' + high.toString(36));
  }
  const isKnown = new Set(known);
  const strange = [...looks].flatMap(([element, name]) => (isKnown.has(name) ? [] : [element]));
  // There is no media to load before.
  const options = { preload: false, elementRef: true };
  const others = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } };
  const found = await axe.run({ ...options, ...others });
  const contrast = strange.length > 0 ? await axe.run(strange, { ...options, runOnly: ['color-contrast'] }) : undefined;
  return {
    found: [...found.violations, ...(contrast?.violations ?? [])].flatMap(({ id, nodes }) =>
      nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary),
    ),
    // What axe could not tell, or leaves out because it is disabled, may be told elsewhere.
    looked: (contrast?.passes ?? []).flatMap(({ nodes }) => nodes.flatMap(({ element }) => looks.get(element) ?? [])),
  };
}

/** In the page: what is wrong with the room that there is. */
function misfits(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('body, .dock, .scroll, .button, .done, .price')]
    .filter((each) => each.checkVisibility())
    .map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOut = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || !(at && each.contains(at));
      return { each, isOut, text: each.innerText.replace(/\s+/g, ' ').trim().slice(0, 60) };
    });
  const primaries = all.filter(({ each }) => each.matches('.button.action'));
  return [
    ...(primaries.length > 1 ? ['several primary buttons: ' + primaries.map(({ text }) => text).join(', ')] : []),
    ...all
      .filter(({ each, isOut }) => isOut && each.matches('.button.action, .price'))
      .map(({ text }) => 'out of sight: ' + text),
    ...all
      .filter(({ each }) => each.scrollWidth > each.clientWidth && !(innerHeight < 300 && each.matches('.scroll')))
      .map(({ each, text }) => 'too wide: ' + each.className + ' ' + text),
  ];
}

/** Opening a page of the browser takes longer than most tests, so they share one where they leave nothing in it. */
let shared: Promise<Stage> | undefined;
let opened = 0;

export async function openSidebar(options: SidebarOptions = {}): Promise<Sidebar> {
  const { tab = 'find', width = WIDTH, height = 900, clipboard = true, clock, alone = false } = options;
  opened += 1;
  // As long as any other's: where a script stands in the text is part of how the browser knows it again.
  const number = String(opened).padStart(6, '0');
  const html = served
    .replace('data-tab="find"', 'data-tab="' + tab + '"')
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
    const { found, looked } = await page.evaluate(look, [...knownLooks]);
    for (const each of looked) knownLooks.add(each);
    return found;
  }

  async function fits(name: string): Promise<string[]> {
    const found: string[] = [];
    const before = page.viewportSize();
    for (const [size, room] of Object.entries(SMALL)) {
      await page.setViewportSize(room);
      // It was when it got the focus.
      await page.evaluate(() => document.activeElement?.scrollIntoView({ block: 'nearest' }));
      await shot(size + '-' + name);
      found.push(...(await page.evaluate(misfits)).map((each) => size + ': ' + each));
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
