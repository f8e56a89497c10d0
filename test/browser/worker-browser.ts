/** One Chromium for all test files of a worker: it is started by the first that wants it and ends with the worker. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumArgs } from '../setup/chromium';

/** Until then a poll tries again: a browser on a busy machine takes its time. Whoever writes a test may want less. */
export const patiently = { timeout: Number(process.env['PATIENCE_MS'] ?? 60_000), interval: 50 } as const;

let launched: Promise<Browser> | undefined;

/**
 * Beside what Playwright switches on, which the last switch of a name would replace: a page keeps its frame from one
 * document to the next. With a frame for each, Chromium makes the isolated world that Playwright adds again for all
 * documents before, so that the two hundredth takes four times as long as the first.
 */
const FEATURES = ['CDPScreenshotNewSurface', 'RenderDocument:level/crashed-frame'];
/** As in vitest.config.ts: no page lives long enough to repay optimized builds of what it runs. That saves a sixth. */
const V8_FLAGS = ['--interrupt-budget=1000000', '--invocation-count-for-maglev=1000'];

async function launch(): Promise<Browser> {
  const found = inject('chromium');
  if ('missing' in found) throw new Error(found.missing);
  const { executablePath, env } = found;
  return chromium.launch({
    executablePath,
    args: [...chromiumArgs, `--enable-features=${FEATURES.join(',')}`, `--js-flags=${V8_FLAGS.join(' ')}`],
    env: { ...process.env, ...env } as Record<string, string>,
    timeout: patiently.timeout,
  });
}

/** The same on every machine, wherever it stands. */
export const surroundings = { locale: 'en-US', timezoneId: 'Etc/UTC' } as const;

export const workerBrowser = (): Promise<Browser> => (launched ??= launch());

const pictures = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** For a person to look at, where one has asked for it with PICTURES=1. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env['PICTURES']) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}${name}.png` });
}
