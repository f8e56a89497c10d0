/**
 * Finds a Chromium that starts here, for the browser tests: CHROME_PATH, then one that is installed, then the one
 * that npm brought (@sparticuz/chromium), which is last because it runs on Linux on x64 only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How to start the browser; `env` is laid over process.env. Or one sentence on why there is none. */
export type Chromium = { executablePath: string; env: Record<string, string> } | { missing: string };

/** Where a browser usually is. Names without a slash are looked up in PATH. */
const installed = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Only --no-sandbox (containers run as root): the package's own args switch off web security and site isolation. */
export const chromiumArgs: readonly string[] = ['--no-sandbox'];

const starts = (executablePath: string, env: Record<string, string> = {}): boolean => {
  const answer = spawnSync(executablePath, ['--version', ...chromiumArgs], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return answer.status === 0 && /chrom/i.test(answer.stdout);
};

export async function findChromium(): Promise<Chromium> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (starts(chosen)) return { executablePath: chosen, env: {} };
    return { missing: `CHROME_PATH is set to ${chosen}, but that does not start. Correct it or unset it.` };
  }
  const found = installed.find((executablePath) => starts(executablePath));
  if (found) return { executablePath: found, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `The browser tests need Chrome: install it or set CHROME_PATH (npm brings one for Linux on x64 only, this is ${process.platform} on ${process.arch}).`,
    };
  }
  return packaged();
}

/** The browser of @sparticuz/chromium, unpacked once into a temp folder that carries its version. */
async function packaged(): Promise<Chromium> {
  // The package's exports hide its package.json, and `version` decides the folder: it reuses whatever it finds there.
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `infludata-chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  if (starts(executablePath, fonts)) return { executablePath, env: fonts };
  // A bare image lacks nss, expat and others: the package's own copies, which it hands out only on request.
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') };
  if (starts(executablePath, env)) return { executablePath, env };
  return {
    missing: `The Chromium that npm brought does not start from ${folder}. Delete that folder and try again, or install Chrome, or set CHROME_PATH.`,
  };
}

/** Unpacks beside the target and renames: two test runs that unpack at once would else start a half-written file. */
async function unpack(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  const before = { TMPDIR: process.env['TMPDIR'], AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'] };
  const surroundings = { ...process.env };
  try {
    process.env['TMPDIR'] = draft;
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    // The import sets HOME, FONTCONFIG_PATH and LD_LIBRARY_PATH for a cloud function; nothing else here wants them.
    for (const name of ['FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME', ...Object.keys(before)]) {
      if (surroundings[name] === undefined) delete process.env[name];
      else process.env[name] = surroundings[name];
    }
    await rm(draft, { recursive: true, force: true });
  }
}
