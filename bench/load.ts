/** How long the bundle takes to load, compile included, and what that costs a formula and a click. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from '../esbuild.config.mjs';
import { createAddon, distFiles, type Addon } from '../test/setup/addon';
import { ordinaryHandles } from '../test/setup/creators';
import type { Row } from './row';

export interface LoadFigure {
  bytes: number;
  /** Medians of new processes: time that passed, and the processor's, which a busy machine falsifies less. */
  ms: number;
  cpuMs: number;
  /** Ratios of `cpuMs`. */
  timesEmpty: number;
  /** To the `Code.js` of before, as it shipped; NaN where the repository does not hold that commit. */
  timesBefore: number;
}

/** What one execution takes of the processor in the emulator. */
export interface CallFigure {
  formulaMs: number;
  sidebarMs: number;
}

/** The last one with two bundles, of which `Code.js` was for formulas alone and shipped unminified. */
const BEFORE = 'b3cd142b79de';
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const WARM_CALLS = 3;

const LOAD_ONE = `
const code = require('fs').readFileSync(process.argv[1], 'utf8');
const vm = require('vm');
const context = vm.createContext({});
const cpu = process.cpuUsage();
const startMs = performance.now();
new vm.Script(code, { filename: 'Code.gs' }).runInContext(context);
const ms = performance.now() - startMs;
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify([ms, (user + system) / 1000]));
`;

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;

type Files = ReturnType<typeof distFiles>;
interface Before {
  plain: Files;
  minified: Files;
}

/** Built from its commit, beside the packages that it imports. Undefined in a clone that does not reach back to it. */
function buildBefore(): Before | undefined {
  const folder = mkdtempSync(join(realpathSync(join(ROOT, 'node_modules')), '.before-'));
  try {
    const archive = join(folder, 'before.tar');
    execFileSync('git', ['archive', '-o', archive, BEFORE], { cwd: ROOT, stdio: 'ignore' });
    execFileSync('tar', ['xf', archive, '-C', folder]);
    const [plain, minified] = [[], ['--minify']].map((options): Files => {
      execFileSync(process.execPath, ['esbuild.config.mjs', ...options], { cwd: folder, stdio: 'ignore' });
      const read = (name: string): string => readFileSync(join(folder, 'dist', name), 'utf8');
      const pages = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.html'));
      return {
        code: read('Code.js'),
        manifest: JSON.parse(read('appsscript.json')) as object,
        html: Object.fromEntries(pages.map((name) => [name.replace('.html', ''), read(name)])),
      };
    });
    return plain && minified && { plain, minified };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Round by round through all of them, so that a busy minute strikes each alike. */
function measureLoads(scripts: Record<string, string>, rounds: number): Map<string, { ms: number; cpuMs: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'infludata-load-'));
  const taken = new Map(Object.keys(scripts).map((name) => [name, [] as [ms: number, cpuMs: number][]]));
  try {
    const paths = Object.entries(scripts).map(([name, code], index) => {
      const path = join(folder, `${index}.js`);
      writeFileSync(path, code);
      return [name, path] as const;
    });
    for (let round = 0; round < rounds; round++)
      for (const [name, path] of paths) {
        const said = execFileSync(process.execPath, ['-e', LOAD_ONE, path], { encoding: 'utf8' });
        taken.get(name)?.push(JSON.parse(said) as [number, number]);
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return new Map(
    [...taken].map(([name, times]) => [
      name,
      { ms: median(times.map(([ms]) => ms)), cpuMs: median(times.map(([, cpuMs]) => cpuMs)) },
    ]),
  );
}

async function cpuOfCall(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function measureCalls(versions: Record<string, Files>, calls: number): Promise<Record<string, CallFigure>> {
  const opened: [name: string, addon: Addon, handle: string][] = [];
  for (const [name, files] of Object.entries(versions)) {
    const addon = await createAddon({ files });
    opened.push([name, addon, ordinaryHandles(addon.standin, 1)[0] ?? '']);
  }
  const taken = opened.map(() => ({ formula: [] as number[], sidebar: [] as number[] }));
  for (let round = 0; round < calls + WARM_CALLS; round++)
    for (const [index, [, addon, handle]] of opened.entries()) {
      const formula = await cpuOfCall(() => addon.shown('INFLU_ENGAGEMENT', 'instagram', handle));
      const sidebar = await cpuOfCall(() => addon.emulator.serve('influSidebar', ['open', {}]));
      if (round < WARM_CALLS) continue;
      taken[index]?.formula.push(formula);
      taken[index]?.sidebar.push(sidebar);
    }
  for (const [, addon] of opened) await addon.close();
  return Object.fromEntries(
    opened.map(([name], index) => [
      name,
      { formulaMs: median(taken[index]?.formula ?? []), sidebarMs: median(taken[index]?.sidebar ?? []) },
    ]),
  );
}

const codeWith = async (options: object): Promise<string> => (await bundleServer(options)).code;

/** `calls` has `now` and, where it can be built, `before`. */
export async function loadFigures({ rounds = 21, calls = 100 } = {}): Promise<{
  loads: Record<string, LoadFigure>;
  calls: Record<string, CallFigure>;
}> {
  const before = buildBefore();
  const scripts: Record<string, string> = {
    'empty script': '',
    ...(before && { 'before, plain': before.plain.code, 'before, minified': before.minified.code }),
    'now, as it ships': await codeWith({}),
    'now, plain': await codeWith({ minifySyntax: false, minifyWhitespace: false }),
    'now, minified without names': await codeWith({ minify: true }),
    'now, minified with keepNames': await codeWith({ minify: true, keepNames: true }),
  };
  const measured = measureLoads(scripts, rounds);
  const cpuOf = (name: string): number => measured.get(name)?.cpuMs ?? NaN;
  const loads = Object.entries(scripts).map(([name, code]): [string, LoadFigure] => [
    name,
    {
      bytes: Buffer.byteLength(code, 'utf8'),
      ms: measured.get(name)?.ms ?? NaN,
      cpuMs: cpuOf(name),
      timesEmpty: cpuOf(name) / cpuOf('empty script'),
      timesBefore: cpuOf(name) / cpuOf('before, plain'),
    },
  ]);
  const versions = { ...(before && { before: before.plain }), now: distFiles() };
  return { loads: Object.fromEntries(loads), calls: await measureCalls(versions, calls) };
}

/** Before: the last version with two bundles. */
export async function load(): Promise<Row[]> {
  const { loads, calls } = await loadFigures();
  return [
    ...Object.entries(loads).map(([name, { bytes, cpuMs, timesEmpty, timesBefore }]) => ({
      what: `load in a new context, ${name}`,
      unit: 'times what shipped before',
      ours: timesBefore,
      limit: '',
      today: '',
      source: `${(bytes / 1024).toFixed(0)} KB, ${cpuMs.toFixed(1)} ms of processor, ${timesEmpty.toFixed(1)} times an empty script`,
    })),
    {
      what: 'a sidebar call in the emulator, now',
      unit: 'times before',
      ours: (calls['now']?.sidebarMs ?? NaN) / (calls['before']?.sidebarMs ?? NaN),
      limit: 0.5,
      today: '',
      source: 'the opening, the load included: what every click pays',
    },
    ...Object.entries(calls).flatMap(([name, { formulaMs, sidebarMs }]) => [
      processorRow(`a formula in the emulator, ${name}`, formulaMs),
      processorRow(`a sidebar call in the emulator, ${name}`, sidebarMs),
    ]),
  ];
}

const processorRow = (what: string, ours: number): Row => ({
  what,
  unit: 'ms of processor',
  ours,
  limit: '',
  today: '',
  source: 'the load included; compare within one run',
});
