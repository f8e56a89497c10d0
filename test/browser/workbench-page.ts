/** A workbench of its own on a free port, open in a real browser. */
import { fileURLToPath } from 'node:url';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Workbench, WorkbenchOptions } from '../../dev/workbench/workbench';
import { startWorkbench } from '../../dev/workbench/workbench';
import { ledgerOf } from '../setup/ledger';
import { axeSource, misfitsIn, scrollAsOpened, violationsIn } from './page-look';
import { keepPicture, patiently, surroundings, workerBrowser } from './worker-browser';

export interface WorkbenchPage {
  workbench: Workbench;
  page: Page;
  /** What must not happen: console errors, uncaught errors, requests that leave this machine. Checked at the end. */
  problems: string[];
  /** As the page's formula engine has it. Blank is null. */
  value(a1: string): Promise<unknown>;
  values(a1: string): Promise<unknown[][]>;
  /** What the cell shows, spilled values too. */
  shown(a1: string): Promise<string>;
  formula(a1: string): Promise<string>;
  /** Clicks the cell, scrolling there if need be; it is active then and takes the keys. */
  select(a1: string): Promise<void>;
  /**
   * The same, until the document knows. A page that was just opened tells its own selection: whoever selects in the
   * document waits for that first.
   */
  selectThere(a1: string): Promise<void>;
  /** A sheet of its own with these handles under a header; its column is selected, and the page has nothing to say to that. */
  listOf(name: string, handles: readonly string[]): Promise<void>;
  /** Turns to a sheet and stays there, also where the page has yet to follow a script to another one. */
  show(name: string): Promise<void>;
  /** A click on the letter above a column. */
  selectColumn(letter: string): Promise<void>;
  /** Selects the cell, types key by key, Enter; then the text is in the cell. */
  type(a1: string, text: string): Promise<void>;
  /** The same without editor and keys, which take most of a second: the component's own call, as for a paste. */
  put(a1: string, text: string): Promise<void>;
  /** Drags the corner of a cell to another: Sheets fills the cells between. */
  drag(from: string, to: string): Promise<void>;
  /** Through Extensions, by the labels of submenu and item, once no other menu function runs. */
  clickMenu(...labels: string[]): Promise<void>;
  /** Opens a tab of the drawer at the foot, or closes it. */
  drawer(tab: string, isOpen?: boolean): Promise<void>;
  /** Turns a switch of the open drawer on. */
  switchOn(name: string): Promise<void>;
  /** Inside the add-on's sidebar. */
  sidebar: FrameLocator;
  /** A picture for a person to look at. */
  shot(name: string): Promise<void>;
  /**
   * What is wrong with the sidebar as it is, in the words of `misfitsIn` and of axe: as high as the window gives it, 500 px
   * high, and half of that, as zoomed to 200 %. With a picture.
   */
  looks(name: string): Promise<string[]>;
  /** Headers of the sheet in front, and figures under them, that its columns are too narrow for, as Chromium draws them. */
  clipped(): Promise<string[]>;
  /** What the cards of runs say was used, and what is saved of runs, against what the stand-in charged. */
  expectHonest(): Promise<void>;
  reload(): Promise<void>;
  /** Ends everything, then fails if there were problems. */
  close(): Promise<void>;
}

interface PageGlobals {
  workbench: {
    api: { getActiveDocument(): { getSnapshot(): { body?: { dataStream: string } } } | null };
    workbook: {
      isCellEditing(): boolean;
      getSheetByName(name: string): unknown;
      setActiveSheet(sheet: unknown): void;
      getActiveSheet(): {
        getSheetName(): string;
        getMaxRows(): number;
        getSelection(): { getActiveRange(): { getHeight(): number; getColumn(): number } | null } | null;
        getRange(a1: string): {
          getRawValues(): unknown[][];
          getDisplayValue(): string;
          getFormula(): string;
          setFormula(formula: string): void;
          setValue(value: string | number): void;
          getRow(): number;
          getColumn(): number;
        };
        scrollToCell(row: number, column: number): void;
        getActiveCell(): { getA1Notation(): string } | null;
      };
    };
    cellOnPage(cell: unknown): DOMRect;
    displayed(a1: string): string;
    flush(): void;
  };
}

export const fixtureDist = fileURLToPath(new URL('fixture', import.meta.url));
const SHEETS_COLUMN_PX = 100;
/** Univer's list of suggestions follows the typing by about this much. */
const suggestionsLagMs = 250;
const doubleClickMs = 600;
/** What a slow machine swallowed is done once more after this. */
const againMs = 3_000;

/** A menu that was open is closed, if its item is not to be had within this. */
const menuMs = 10_000;

/** Until it is so, or for as long as a second attempt can wait. */
async function soon(isSo: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + againMs;
  do {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, patiently.interval));
  } while (Date.now() < until);
  return false;
}

/** Again until it went well. */
const insist = (attempt: () => Promise<boolean>, what: string): Promise<void> =>
  expect.poll(attempt, { ...patiently, message: what }).toBe(true);

const isEditing = () => (window as unknown as PageGlobals).workbench.workbook.isCellEditing();

/** The drawer is drawn anew at each change, and a click that falls into that is lost. */
const switched = (button: Locator, attribute: string, value: string) =>
  insist(
    async () => {
      const isSo = async (): Promise<boolean> => (await button.getAttribute(attribute)) === value;
      if (await isSo()) return true;
      await button.click();
      return soon(isSo);
    },
    `${String(button)} has ${attribute} ${value}`,
  );

/** What is typed so far. */
const draft = () => {
  const { api } = (window as unknown as PageGlobals).workbench;
  return api.getActiveDocument()?.getSnapshot().body?.dataStream.replace(/\r\n$/, '') ?? '';
};
const sheetInFront = () => (window as unknown as PageGlobals).workbench.workbook.getActiveSheet().getSheetName();
const turnTo = (name: string) => {
  const { workbook } = (window as unknown as PageGlobals).workbench;
  const sheet = workbook.getSheetByName(name);
  if (sheet && workbook.getActiveSheet().getSheetName() !== name) workbook.setActiveSheet(sheet);
};
/** The number of a column, counted from 0, if it is selected whole. */
const wholeColumn = () => {
  const sheet = (window as unknown as PageGlobals).workbench.workbook.getActiveSheet();
  const range = sheet.getSelection()?.getActiveRange();
  return range && range.getHeight() >= sheet.getMaxRows() ? range.getColumn() : undefined;
};
const takesKeysAt = (a1: string) =>
  (window as unknown as PageGlobals).workbench.workbook.getActiveSheet().getActiveCell()?.getA1Notation() === a1 &&
  document.activeElement?.getAttribute('data-u-comp') === 'editor';

async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready]');
}

/** As the Marketplace wants its screenshots; so it is drawn where pictures are kept. */
const SCREEN = { width: 1280, height: 800 };
/** What is drawn after each key and click is most of such a test's time, and goes by the room. */
const ROOM = { width: 1000, height: 660 };

interface SavedRun {
  kind: string;
  startedMs: number;
  charged: number;
  unconfirmed?: number;
  busyUntilMs: number;
}

/** What a run has spent, as somebody tells it. */
interface Told {
  used: number;
  unconfirmed: number;
  /** It goes on: more may have been spent than was told so far. */
  isBehind: boolean;
}

/** In the sidebar's frame: the newest run of each kind, as its card says it. */
function cardsOf(): { kind: string; isDriving: boolean; text: string }[] {
  return [...document.querySelectorAll<HTMLElement>('.search-run, .enrich-run, .report-run, .content-run')].map(
    (card) => ({
      kind: /(\w+)-run/.exec(card.className)?.[1] ?? '',
      isDriving: card.classList.contains('driving'),
      text: [...card.querySelectorAll('p')].map((line) => line.textContent).join('\n'),
    }),
  );
}

const figure = (text = '0'): number => Number(text.replace(/,/g, ''));

/** "37 of 150 requests used, up to 10 more unconfirmed". */
function toldBy({ text, isDriving }: { text: string; isDriving: boolean }): Told {
  const [, used, more] = /^([\d,]+) of [\d,]+ requests? used(?:, up to ([\d,]+) more unconfirmed)?$/m.exec(text) ?? [];
  if (used === undefined && !/^Free$/m.test(text))
    throw new Error(`The card of a run does not say what it used: ${text}`);
  return { used: figure(used), unconfirmed: figure(more), isBehind: isDriving };
}

/** used <= what the stand-in charged for the run <= used + unconfirmed; what others were charged the ledger says. */
function expectHonest({ emulator, standin }: Workbench, cards: ReturnType<typeof cardsOf>): void {
  const stored = emulator.stores.properties('document').all();
  const document = { property: (name: string): string | undefined => stored[name] };
  const all = ledgerOf(document);
  const runs = Object.entries(stored)
    .filter(([name]) => name.startsWith('run/'))
    .map(([name, text]) => ({ id: name.slice('run/'.length), ...(JSON.parse(text) as SavedRun) }))
    .sort((left, right) => right.startedMs - left.startedMs);
  const expectTrue = (id: string, what: string, { used, unconfirmed, isBehind }: Told): void => {
    const own = ledgerOf(document, id);
    const mine = standin.charges.total() - (all.charged - own.charged);
    const ofOthers = all.unknown - own.unknown;
    expect(used, what).toBeLessThanOrEqual(mine);
    if (!isBehind) expect(used + unconfirmed, what).toBeGreaterThanOrEqual(mine - ofOthers);
  };
  for (const { id, kind, charged, unconfirmed = 0, busyUntilMs } of runs)
    expectTrue(id, `saved ${kind}`, { used: charged, unconfirmed, isBehind: busyUntilMs > 0 });
  for (const card of cards) {
    const run = runs.find(({ kind }) => kind === card.kind);
    expect(run, `saved run of the card: ${card.text}`).toBeDefined();
    if (run) expectTrue(run.id, card.text, toldBy(card));
  }
}

/** In a small window without the toolbar, unless it is opened `whole`. */
export async function openWorkbench(
  options: WorkbenchOptions & { viewport?: { width: number; height: number }; whole?: boolean } = {},
): Promise<WorkbenchPage> {
  const { whole = Boolean(process.env['PICTURES']), viewport = whole ? SCREEN : ROOM, ...rest } = options;
  const [browser, workbench] = await Promise.all([
    workerBrowser(),
    startWorkbench({ port: 0, latencyMs: 20, ...rest }),
  ]);
  const context = await browser.newContext({ ...surroundings, viewport });
  context.setDefaultTimeout(patiently.timeout);
  const page = await context.newPage();
  const problems: string[] = [];
  const sandbox = workbench.url.replace('localhost', '127.0.0.1');
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  context.on('request', (request) => {
    const url = request.url();
    const isLocal = [workbench.url, sandbox, 'data:', 'blob:', 'about:'].some((start) => url.startsWith(start));
    if (!isLocal) problems.push(`request to ${url}`);
  });
  await page.goto(workbench.url + (whole ? '' : '?bare'));
  await untilReady(page);

  const read = <Result>(a1: string, what: 'getRawValues' | 'getFormula') =>
    page.evaluate(
      ([address, method]) => {
        const { workbook } = (window as unknown as PageGlobals).workbench;
        return workbook.getActiveSheet().getRange(address)[method]();
      },
      [a1, what] as const,
    ) as Promise<Result>;

  /** The cell that was clicked last, and when. */
  let clicked = '';
  let clickedAtMs = 0;
  async function clickOn(a1: string): Promise<boolean> {
    if (await page.evaluate(isEditing)) await page.keyboard.press('Escape');
    const spot = await page.evaluate((address) => {
      const { workbook, cellOnPage } = (window as unknown as PageGlobals).workbench;
      const sheet = workbook.getActiveSheet();
      const cell = sheet.getRange(address);
      const grid = document.querySelector('#grid')?.getBoundingClientRect();
      // Below the column headers and above the sheet tabs.
      const margins = { top: 60, bottom: 80 };
      const isVisible = (at: DOMRect) =>
        grid &&
        at.x >= grid.x &&
        at.right <= grid.right &&
        at.y >= grid.y + margins.top &&
        at.bottom <= grid.bottom - margins.bottom;
      if (!isVisible(cellOnPage(cell)))
        sheet.scrollToCell(Math.max(0, cell.getRow() - 5), Math.max(0, cell.getColumn() - 1));
      const { x, y, width, height } = cellOnPage(cell);
      return { x: x + width / 2, y: y + height / 2, isActive: sheet.getActiveCell()?.getA1Notation() === address };
    }, a1);
    // Twice in a short time would be a double click, which edits the cell; also when Enter moved on in between.
    const sinceMs = performance.now() - clickedAtMs;
    if ((spot.isActive || clicked === a1) && sinceMs < doubleClickMs)
      await page.waitForTimeout(doubleClickMs - sinceMs);
    clicked = a1;
    clickedAtMs = performance.now();
    await page.mouse.click(spot.x, spot.y);
    return soon(async () => (await page.evaluate(takesKeysAt, a1)) && !(await page.evaluate(isEditing)));
  }
  const select = (a1: string) => insist(() => clickOn(a1), `${a1} is selected`);

  const formulaOf = (a1: string) => read<string>(a1, 'getFormula');
  const displayed = (a1: string) =>
    page.evaluate((address) => (window as unknown as PageGlobals).workbench.displayed(address), a1);
  const contentOf = async (a1: string): Promise<string> => (await formulaOf(a1)) || displayed(a1);

  async function enter(a1: string, text: string): Promise<boolean> {
    await select(a1);
    await page.keyboard.type(text, { delay: 5 });
    if (!(await soon(() => page.evaluate(isEditing)))) return false;
    if (!(await soon(async () => (await page.evaluate(draft)) === text))) return false;
    // Enter would pick from the list of suggestions while it is open, and it closes a moment after the bracket.
    if (text.startsWith('=')) await page.waitForTimeout(suggestionsLagMs);
    await page.locator('[data-u-comp="sheets-formula-editor"] li').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    // Names of functions come out in capitals.
    return soon(
      async () => !(await page.evaluate(isEditing)) && (await contentOf(a1)).toUpperCase() === text.toUpperCase(),
    );
  }
  const boxOf = (a1: string): Promise<{ right: number; bottom: number }> =>
    page.evaluate((address) => {
      const { workbook, cellOnPage } = (window as unknown as PageGlobals).workbench;
      const { right, bottom } = cellOnPage(workbook.getActiveSheet().getRange(address));
      return { right, bottom };
    }, a1);
  async function pull(from: string, to: string): Promise<boolean> {
    await select(from);
    const [start, end] = await Promise.all([boxOf(from), boxOf(to)]);
    await page.mouse.move(start.right, start.bottom);
    await page.mouse.down();
    await page.mouse.move(end.right - 10, end.bottom - 5, { steps: 10 });
    await page.mouse.up();
    return soon(async () => (await contentOf(to)) !== '');
  }

  const sidebarFrame = (): Frame | undefined => page.frames().find((each) => each.parentFrame() !== null);
  const cards = async (): Promise<ReturnType<typeof cardsOf>> => (await sidebarFrame()?.evaluate(cardsOf)) ?? [];
  const sized = (height: number | undefined) =>
    page.evaluate((px) => {
      const frame = document.querySelector<HTMLElement>('#sidebar iframe');
      if (frame) Object.assign(frame.style, px ? { flex: 'none', height: `${px}px` } : { flex: '', height: '' });
    }, height);

  async function clickLetter(letter: string): Promise<boolean> {
    await select(letter + '1');
    const [at, column] = await page.evaluate((a1) => {
      const { workbook, cellOnPage } = (window as unknown as PageGlobals).workbench;
      const cell = workbook.getActiveSheet().getRange(a1);
      const { x, y, width } = cellOnPage(cell);
      return [{ x: x + width / 2, y: y - 10 }, cell.getColumn()] as const;
    }, letter + '1');
    await page.mouse.click(at.x, at.y);
    return soon(async () => (await page.evaluate(wholeColumn)) === column);
  }

  async function selectThere(a1: string): Promise<void> {
    await select(a1);
    await expect.poll(() => workbench.emulator.spreadsheet.activeSheet().selection().join(), patiently).toBe(a1);
  }

  return {
    workbench,
    page,
    problems,
    values: (a1) => read<unknown[][]>(a1, 'getRawValues'),
    value: async (a1) => (await read<unknown[][]>(a1, 'getRawValues'))[0]?.[0] ?? null,
    shown: displayed,
    formula: formulaOf,
    select,
    selectThere,
    async listOf(name, handles) {
      const sheet = workbench.emulator.spreadsheet.insertSheet(name);
      sheet.set('A1', [['Handle'], ...handles.map((handle) => [handle])]);
      await expect.poll(() => page.evaluate(sheetInFront), patiently).toBe(name);
      await selectThere('B2');
      sheet.select('A:A');
    },
    async show(name) {
      const { spreadsheet } = workbench.emulator;
      const turned = async (): Promise<string[]> => {
        await page.evaluate(turnTo, name);
        return [await page.evaluate(sheetInFront), spreadsheet.activeSheet().name];
      };
      await expect.poll(turned, patiently).toEqual([name, name]);
    },
    selectColumn: (letter) => insist(() => clickLetter(letter), `column ${letter} is selected`),
    type: (a1, text) => insist(() => enter(a1, text), `${a1} takes ${text}`),
    async put(a1, text) {
      await page.evaluate(
        ([address, given]) => {
          const cell = (window as unknown as PageGlobals).workbench.workbook.getActiveSheet().getRange(address);
          if (given.startsWith('=')) cell.setFormula(given);
          else cell.setValue(/^\d+$/.test(given) ? Number(given) : given);
        },
        [a1, text] as const,
      );
      await expect.poll(() => contentOf(a1), patiently).toBe(text);
    },
    drag: (from, to) => insist(() => pull(from, to), `${from} is filled down to ${to}`),
    drawer: (tab, isOpen = true) => switched(page.getByRole('tab', { name: tab }), 'aria-selected', String(isOpen)),
    switchOn: (name) => switched(page.locator('#drawer').getByRole('button', { name }), 'aria-pressed', 'true'),
    async clickMenu(...labels) {
      // What the last one wrote shows before the page knows that it has ended.
      await expect.poll(() => page.locator('.running').textContent(), patiently).toBe('');
      const top = page.getByRole('button', { name: 'Extensions' });
      const walked = async (): Promise<boolean> => {
        // It closes when the sidebar takes the focus meanwhile.
        if ((await top.getAttribute('aria-expanded')) !== 'true') await top.click();
        for (const label of labels)
          await page.getByRole('menuitem', { name: label, exact: false }).first().click({ timeout: menuMs });
        return true;
      };
      await insist(walked, labels.join(' › '));
    },
    sidebar: page.frameLocator('#sidebar iframe'),
    shot: (name) => keepPicture(page, name),
    async looks(name) {
      const frame = sidebarFrame();
      if (!frame) throw new Error('There is no sidebar.');
      await expect.poll(() => frame.locator('.action.busy, .stale, .skeleton').count(), patiently).toBe(0);
      await keepPicture(page, name);
      if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(await axeSource());
      const found = await violationsIn(frame);
      const isHigh = (px: number): Promise<void> =>
        expect.poll(() => frame.evaluate(() => innerHeight), patiently).toBe(px);
      const before = await frame.evaluate(() => innerHeight);
      // Where the window leaves it less than 500, that is harder.
      for (const height of [undefined, 500, 250]) {
        await sized(height);
        // A frame of another origin learns of its size a moment later.
        await isHigh(height ?? before);
        await scrollAsOpened(frame);
        found.push(...(await misfitsIn(frame)).map((each) => `${height ?? 'whole'}: ${each}`));
        if (height) await keepPicture(page, `${name}-${height}`);
      }
      await sized(undefined);
      await isHigh(before);
      return found;
    },
    async clipped() {
      const sheet = workbench.emulator.spreadsheet.activeSheet();
      const [headers = [], ...rows] = sheet.displays('A1:Z20');
      const cells = headers.flatMap((header, at) => {
        const { fontSize = 10, wrapStrategy } = sheet.data.rows[0]?.[at]?.format ?? {};
        const room = sheet.data.columnProperties[at]?.pixels ?? SHEETS_COLUMN_PX;
        const isWrapped = wrapStrategy === 'WRAP';
        const ofHeader = (isWrapped ? header.split(' ') : [header]).map((text) => ({
          text,
          bold: true,
          size: fontSize,
          room,
        }));
        const figures = rows.map((row) => row[at] ?? '').filter((text) => /^[\d.,:%-]+$/.test(text));
        return [...ofHeader, ...figures.map((text) => ({ text, bold: false, size: 10, room }))];
      });
      return page.evaluate((given) => {
        const ruler = document.createElement('canvas').getContext('2d');
        return given.flatMap(({ text, bold, size, room }) => {
          if (!ruler) return ['no canvas'];
          ruler.font = `${bold ? 'bold ' : ''}${size}pt Arial`;
          const width = Math.ceil(ruler.measureText(text).width);
          return width > room ? [`${text}: ${width} in ${room}`] : [];
        });
      }, cells);
    },
    expectHonest: async () => expectHonest(workbench, await cards()),
    async reload() {
      await page.reload();
      await untilReady(page);
    },
    async close() {
      const told = await cards();
      await context.close();
      expectHonest(workbench, told);
      await workbench.close();
      expect(problems).toEqual([]);
    },
  };
}

/** Clicks until the button is gone, because what it starts has begun. */
export async function started(start: Locator): Promise<void> {
  await start.waitFor();
  // A price that stands there only since the click is to be seen first.
  await expect
    .poll(
      async () => {
        if (await start.isVisible()) await start.click({ timeout: 1_000 });
        return start.isHidden();
      },
      { ...patiently, interval: 300 },
    )
    .toBe(true);
}
