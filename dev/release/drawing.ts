import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../test/setup/chromium';

export const ICON_SIZES_PX = [32, 48, 96, 128];
/** The Marketplace's screenshots. */
export const SCREENSHOT_PX = { width: 1280, height: 800 };

/** The icons of the listing, from `icon.svg` in that folder. */
export const drawIcons = (folder: string): Promise<void> =>
  inBrowser(async (page) => {
    const svg = readFileSync(`${folder}/icon.svg`, 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    for (const size of ICON_SIZES_PX) {
      await page.setViewportSize({ width: size, height: size });
      writeFileSync(`${folder}/icon-${size}.png`, await page.screenshot({ omitBackground: true }));
    }
  });

/** A picture's upper part as a screenshot for the listing: whole in its width. */
export const drawScreenshot = (from: string, to: string): Promise<void> =>
  inBrowser(async (page) => {
    await page.setViewportSize(SCREENSHOT_PX);
    const data = readFileSync(from).toString('base64');
    await page.setContent(
      `<style>body { margin: 0; overflow: hidden } img { width: 100% }</style><img src="data:image/png;base64,${data}">`,
    );
    writeFileSync(to, await page.screenshot());
  });

/** By the browser of the tests. */
async function inBrowser(draw: (page: Page) => Promise<void>): Promise<void> {
  const found = await findChromium();
  if ('missing' in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...chromiumArgs],
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
  try {
    await draw(await browser.newPage());
  } finally {
    await browser.close();
  }
}
