import { afterEach, expect, test } from 'vitest';
import { findChromium } from './chromium';

const before = process.env['CHROME_PATH'];
afterEach(() => {
  if (before === undefined) delete process.env['CHROME_PATH'];
  else process.env['CHROME_PATH'] = before;
});

test('a CHROME_PATH that does not start is said, not passed over', async () => {
  process.env['CHROME_PATH'] = '/nowhere/chrome';
  expect(await findChromium()).toEqual({
    missing: 'CHROME_PATH is set to /nowhere/chrome, but that does not start. Correct it or unset it.',
  });
});

test('a program that starts but is no Chrome is not taken for one', async () => {
  process.env['CHROME_PATH'] = process.execPath;
  expect(await findChromium()).toHaveProperty('missing');
});

test('looking for a browser leaves the surroundings of the tests as they were', async () => {
  delete process.env['CHROME_PATH'];
  const surroundings = { ...process.env };
  await findChromium();
  expect({ ...process.env }).toEqual(surroundings);
});
