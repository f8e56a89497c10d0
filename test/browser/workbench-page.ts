/** A workbench of its own on a free port, open in a real browser. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Workbench, WorkbenchOptions } from '../../dev/workbench/workbench';
import { startWorkbench } from '../../dev/workbench/workbench';
import { chromiumArgs } from '../setup/chromium';

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
  /** Clicks the cell, scrolling there if need be. */
  select(a1: string): Promise<void>;
  /** Selects the cell, types, Enter. With `keyByKey` as slowly as a person, else the text comes at once. */
  type(a1: string, text: string, options?: { keyByKey: boolean }): Promise<void>;
  /** Drags the corner of a cell to another: Sheets fills the cells between. */
  drag(from: string, to: string): Promise<void>;
  /** Through Extensions, by the labels of submenu and item. */
  clickMenu(...labels: string[]): Promise<void>;
  /** Inside the add-on's sidebar. */
  sidebar: FrameLocator;
  /** Kept in test/screenshots for a person to look at. */
  shot(name: string): Promise<void>;
  reload(): Promise<void>;
  /** Ends everything, then fails if there were problems. */
  close(): Promise<void>;
}

interface PageGlobals {
  workbench: {
    workbook: {
      isCellEditing(): boolean;
      getActiveSheet(): {
        getRange(a1: string): {
          getRawValues(): unknown[][];
          getDisplayValue(): string;
          getFormula(): string;
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
/** Univer's list of suggestions follows the typing by about this much. */
const suggestionsLagMs = 250;
const doubleClickMs = 600;
const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));

export async function launchBrowser(): Promise<Browser> {
  const found = inject('chromium');
  if ('missing' in found) throw new Error(found.missing);
  const { executablePath, env } = found;
  return chromium.launch({
    executablePath,
    args: [...chromiumArgs],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}

/** Until then a poll tries again: a browser on a busy machine takes its time. */
export const patiently = { timeout: 20_000, interval: 50 } as const;

const isEditing = () => (window as unknown as PageGlobals).workbench.workbook.isCellEditing();

async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready]');
}

export async function openWorkbench(
  options: WorkbenchOptions & { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' } = {},
): Promise<WorkbenchPage> {
  const { viewport = { width: 1360, height: 860 }, colorScheme = 'light', ...rest } = options;
  const [browser, workbench] = await Promise.all([
    launchBrowser(),
    startWorkbench({ port: 0, latencyMs: 20, ...rest }),
  ]);
  const context = await browser.newContext({ viewport, colorScheme });
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
  await page.goto(workbench.url);
  await untilReady(page);

  const read = <Result>(a1: string, what: 'getRawValues' | 'getFormula') =>
    page.evaluate(
      ([address, method]) => {
        const { workbook } = (window as unknown as PageGlobals).workbench;
        return workbook.getActiveSheet().getRange(address)[method]();
      },
      [a1, what] as const,
    ) as Promise<Result>;

  /** The cell that was clicked last. */
  let clicked = '';
  async function select(a1: string): Promise<void> {
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
    if (spot.isActive || clicked === a1) await page.waitForTimeout(doubleClickMs);
    clicked = a1;
    await page.mouse.click(spot.x, spot.y);
  }

  const boxOf = (a1: string): Promise<{ right: number; bottom: number }> =>
    page.evaluate((address) => {
      const { workbook, cellOnPage } = (window as unknown as PageGlobals).workbench;
      const { right, bottom } = cellOnPage(workbook.getActiveSheet().getRange(address));
      return { right, bottom };
    }, a1);

  return {
    workbench,
    page,
    problems,
    values: (a1) => read<unknown[][]>(a1, 'getRawValues'),
    value: async (a1) => (await read<unknown[][]>(a1, 'getRawValues'))[0]?.[0] ?? null,
    shown: (a1) => page.evaluate((address) => (window as unknown as PageGlobals).workbench.displayed(address), a1),
    formula: (a1) => read<string>(a1, 'getFormula'),
    select,
    async type(a1, text, { keyByKey } = { keyByKey: false }) {
      await select(a1);
      const typed = keyByKey ? text.length : 1;
      await page.keyboard.type(text.slice(0, typed), { delay: 5 });
      if (typed < text.length) await page.keyboard.insertText(text.slice(typed));
      // Enter would pick from the list of suggestions while it is open, and it closes a moment after the bracket.
      if (text.startsWith('=')) await page.waitForTimeout(suggestionsLagMs);
      await page.locator('[data-u-comp="sheets-formula-editor"] li').first().waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
    },
    async drag(from, to) {
      await select(from);
      const [start, end] = await Promise.all([boxOf(from), boxOf(to)]);
      await page.mouse.move(start.right, start.bottom);
      await page.mouse.down();
      await page.mouse.move(end.right - 10, end.bottom - 5, { steps: 10 });
      await page.mouse.up();
    },
    async clickMenu(...labels) {
      await page.getByRole('button', { name: 'Extensions' }).click();
      for (const label of labels) await page.getByRole('menuitem', { name: label, exact: false }).first().click();
    },
    sidebar: page.frameLocator('#sidebar iframe'),
    async shot(name) {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: `${screenshots}${name}.png` });
    },
    async reload() {
      await page.reload();
      await untilReady(page);
    },
    async close() {
      await browser.close();
      await workbench.close();
      expect(problems).toEqual([]);
    },
  };
}
