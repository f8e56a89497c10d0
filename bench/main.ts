/**
 * `npm run bench`: what is measured, not what is promised. Sizes and virtual seconds come out the same everywhere; load
 * times depend on the machine.
 */
import { createAddon, type Addon, type FormulaCall } from '../test/setup/addon';
import { loadFigures } from './load';
import { longRun } from './long-run';
import { column, ordinaryHandles, tally } from '../test/setup/creators';

const MINUTE_MS = 60_000;
const CREATORS = 2_000;
/** What one calculation can send at an organization's pace. */
const RANGE = 400;
const CELLS = 100;
const AT_ONCE = 30;

async function bundle(): Promise<void> {
  const { loads, calls } = await loadFigures();
  for (const [name, { bytes, ms, cpuMs, timesEmpty, timesBefore }] of Object.entries(loads))
    console.log(
      `load, ${name}: ${(bytes / 1024).toFixed(1)} KB, ${ms.toFixed(2)} ms, ${cpuMs.toFixed(2)} of the processor's, ${timesEmpty.toFixed(1)} times an empty script, ${timesBefore.toFixed(2)} times before`,
    );
  for (const [name, { formulaMs, sidebarMs }] of Object.entries(calls))
    console.log(
      `in the emulator, ${name}: a formula ${formulaMs.toFixed(1)} ms of processor, a sidebar call ${sidebarMs.toFixed(1)}`,
    );
}

/** As a range, again and again until none is pending. */
async function buyAll(addon: Addon, handles: string[]): Promise<void> {
  for (let round = 1; round <= 20; round++) {
    const shown = await addon.shown('INFLU_PROFILE', 'instagram', column(handles), 'followers');
    if (!Array.isArray(shown)) throw new Error(`the formula shows: ${String(shown)}`);
    if (!shown.flat().includes('pending')) return;
  }
  throw new Error('some creators are still pending');
}

async function durableStore(): Promise<void> {
  const addon = await createAddon();
  addon.setSettings({ maxFormulaRequestsPerDay: 5_000 });
  const handles = ordinaryHandles(addon.standin, CREATORS);
  for (let from = 0; from < CREATORS; from += RANGE) await buyAll(addon, handles.slice(from, from + RANGE));
  // The last settlement is folded in by the next call that is admitted.
  await addon.cell('INFLU_GROWTH', 'tiktok', ordinaryHandles(addon.standin, 1, 'tiktok')[0]);
  const all = addon.emulator.stores.properties('document').all();
  const sizeOf = (matches: (name: string) => boolean): number =>
    Object.entries(all).reduce((sum, [name, value]) => (matches(name) ? sum + name.length + value.length : sum), 0);
  const durable = sizeOf((name) => name.startsWith('a/'));
  console.log(
    `durable store, ${CREATORS} creators: ${durable} characters, ${(durable / CREATORS).toFixed(0)} a creator; all document properties ${sizeOf(() => true)} of 500,000`,
  );
  await addon.close();
}

async function singleCells(): Promise<void> {
  const addon = await createAddon();
  const handles = ordinaryHandles(addon.standin, CELLS);
  const cells = handles.map((handle): FormulaCall => ['INFLU_ENGAGEMENT', 'instagram', handle]);
  const startMs = addon.emulator.clock.now();
  let rounds = 0;
  for (let done = 0; done < CELLS && rounds < 20; rounds++)
    done = tally(await addon.shownAll(cells, AT_ONCE))['number'] ?? 0;
  const tookMs = addon.emulator.clock.now() - startMs;
  const knownMs = addon.emulator.clock.now();
  await addon.shownAll(cells, AT_ONCE);
  console.log(
    `${CELLS} single cells that pay, ${AT_ONCE} at once: ${(tookMs / 1000).toFixed(1)} virtual s in ${rounds} round(s), ${((CELLS / tookMs) * MINUTE_MS).toFixed(0)} a minute, ${addon.charged()} charged; known again in ${((addon.emulator.clock.now() - knownMs) / 1000).toFixed(1)} virtual s`,
  );
  await addon.close();
}

await bundle();
await durableStore();
await singleCells();
await longRun();
