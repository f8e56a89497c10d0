import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportKind } from '../../src/sidebar/report-calls';
import type { Addon } from '../setup/addon';
import { value } from '../sidebar/page';
import { driven } from '../sidebar/report';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// What the add-on lays out, drawn: screenshots for a person to look at, in test/screenshots.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ latencyMs: 20, viewport: { width: 1480, height: 1960 } });
  bench.workbench.standin.shape = 'flat';
});
const isPicture = (problem: string): boolean => problem.includes('.cdn.example/');
afterAll(() => {
  // The stand-in's pictures are on no server.
  bench.problems.splice(0, bench.problems.length, ...bench.problems.filter((each) => !isPicture(each)));
  return bench.close();
});

/** The workbench's document, as far as driving a run takes one. */
function document(): Addon {
  const { emulator, standin } = bench.workbench;
  const property = (name: string): string | undefined => emulator.stores.properties('document').all()[name];
  return { emulator, standin, property, charged: () => standin.charges.total() } as unknown as Addon;
}

const HANDLES = ['adidas', 'pamela_rf', 'gymshark', 'jamieoliver', 'zara', 'tagesschau'];

async function made(kind: ReportKind, handles: readonly string[]): Promise<string> {
  const addon = document();
  const sheet = addon.emulator.spreadsheet.sheet('Creators');
  sheet.set('A1', [['Handle'], ...handles.map((handle) => [handle])]);
  sheet.select(`A1:A${handles.length + 1}`);
  const { creators } = await value(addon, 'checkReport', { platform: 'instagram', kind, again: false });
  const keys = creators.map(({ key }) => key);
  const run = await driven(addon, await value(addon, 'startReport', { kind, keys, again: false, cap: null }));
  expect(run).toMatchObject({ state: 'done', left: [] });
  return run.sheets[0] ?? '';
}

/** Brings a sheet to the front in the page and waits for its charts, and for cells with drawings as far as they are in view. */
async function look(name: string, shot: string, charts: number, drawnCells: number): Promise<void> {
  await bench.show(name);
  await expect.poll(() => bench.page.locator('.charts .chart').count(), patiently).toBe(charts);
  await expect.poll(() => bench.page.locator('.charts > canvas').count(), patiently).toBeGreaterThanOrEqual(drawnCells);
  await bench.shot(shot);
}

test('one report, with all its charts', async () => {
  await bench.selectThere('A1');
  const name = await made('sheets', HANDLES.slice(0, 1));
  await look(name, 'workbench-report', 8, 1);
});

interface Label {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** The labels that each chart has inside its bars from now on, as it was drawn last. */
async function labelsInBars(): Promise<() => Promise<Record<string, Label[]>>> {
  await bench.page.evaluate(() => {
    const drawn: Record<string, Label[]> = {};
    Object.assign(window, { drawn });
    const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
    const labelsOf = ({ canvas }: CanvasRenderingContext2D, isDrawnAnew = false): Label[] => {
      const title = canvas.closest('.chart') && canvas.getAttribute('aria-label');
      return title ? (drawn[title] = (!isDrawnAnew && drawn[title]) || []) : [];
    };
    CanvasRenderingContext2D.prototype.clearRect = function (...area) {
      labelsOf(this, true);
      clearRect.apply(this, area);
    };
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      const isInside = this.textAlign === 'center' && this.fillStyle === '#ffffff';
      if (isInside) labelsOf(this).push({ text, x, y, width: this.measureText(text).width });
      fillText.call(this, text, x, y, ...rest);
    };
  });
  return () => bench.page.evaluate(() => (window as unknown as { drawn: Record<string, Label[]> }).drawn);
}

test('a comparison of audiences, whose stacked bars have their shares inside, none over another', async () => {
  const labels = await labelsInBars();
  const name = await made('comparison', HANDLES);
  await look(name, 'workbench-comparison', 4, 6);
  const shown = new Set(bench.workbench.emulator.spreadsheet.sheet(name).displays('A1:Z60').flat());
  const wrongIn = (own: Label[]): unknown[] => [
    ...(own.length < HANDLES.length ? [`${own.length} labels`] : []),
    ...own.filter(({ text }) => !/^\d+%$/.test(text) || !shown.has(text)),
    ...own.filter((one, at) =>
      own.slice(at + 1).some((each) => each.y === one.y && Math.abs(each.x - one.x) < (each.width + one.width) / 2),
    ),
  ];
  // A chart is drawn once it has its size, and again when its cells have their values.
  for (const title of ['Gender', 'Age', 'Top countries'])
    await expect.poll(async () => wrongIn((await labels())[title] ?? []), { ...patiently, message: title }).toEqual([]);
});

test('profiles side by side, with bars and sparklines in cells', async () => {
  const name = await made('profiles', HANDLES);
  await look(name, 'workbench-profiles', 0, 30);
});

const selectAgain = (): void =>
  bench.workbench.emulator.spreadsheet.sheet('Creators').select(`A1:A${HANDLES.length + 1}`);

test('a fit score', async () => {
  selectAgain();
  const addon = document();
  const targets = {
    countries: ['Germany', 'Austria'],
    ages: ['18-24', '25-34'],
    gender: 'w' as const,
    languages: ['de'],
  };
  const { sheet } = await value(addon, 'fitScore', { platform: 'instagram', targets });
  await look(sheet, 'workbench-fit', 0, 6);
});

test('an offer check', async () => {
  const addon = document();
  addon.emulator.spreadsheet.sheet('Creators').set('B1', [['Fee'], [12000], ['€9,500'], [4000], ['n/a'], [''], [800]]);
  selectAgain();
  const { sheet } = await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  await look(sheet, 'workbench-offer', 0, 0);
});
