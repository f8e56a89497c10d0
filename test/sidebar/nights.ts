import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { distFiles, type Addon } from '../setup/addon';

const DAY_MS = 24 * 3_600_000;
const SCOPE = 'https://www.googleapis.com/auth/script.scriptapp';

/** The build with its manifest as somebody changes it who wants schedules (README, Schedules). */
export const filesWithTriggers = (): ReturnType<typeof distFiles> => {
  const ours = JSON.parse(readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8')) as {
    oauthScopes: string[];
  };
  return { ...distFiles(), manifest: { ...ours, oauthScopes: [...ours.oauthScopes, SCOPE] } };
};

/** So many pieces of adidas, a minute apart, the newest now. */
export const post = (addon: Addon, count: number): void => {
  const person = addon.standin.creators.find('instagram', 'adidas');
  if (!person) throw new Error('no adidas');
  for (let index = 0; index < count; index++)
    addon.standin.posts.add(person, { uploadedMs: addon.emulator.clock.now() - index * 60_000 });
};

/** A day later the trigger has run. */
export const night = async (addon: Addon): Promise<void> => {
  addon.emulator.clock.advance(DAY_MS);
  const executions = await addon.emulator.triggers.runDue();
  for (const { outcome } of executions) expect(outcome).toBe('returned');
};

/** The texts of the log tab. */
export const log = (addon: Addon): string => {
  if (!addon.emulator.spreadsheet.hasSheet('influData log')) return '';
  return addon.emulator.spreadsheet
    .sheet('influData log')
    .values()
    .flat()
    .filter((cell) => typeof cell === 'string')
    .join('\n');
};
