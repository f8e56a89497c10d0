/**
 * Takes the README's pictures anew: `npm run build && npx tsx dev/pictures.ts`. They are what the browser tests see, so
 * they show the real bundle in the workbench, with the stand-in's invented creators.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The picture of the README, the test that sees it, and what that calls it. */
const PICTURES = [
  ['formulas', 'workbench', 'workbench-profile'],
  ['find', 'workbench-find', 'workbench-find-written'],
  ['report', 'workbench-report', 'workbench-report'],
] as const;

const { status } = spawnSync('npx', ['vitest', 'run', ...PICTURES.map(([, test]) => `test/browser/${test}.test.ts`)], {
  cwd: root,
  env: { ...process.env, PICTURES: '1' },
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
mkdirSync(`${root}docs/pictures`, { recursive: true });
for (const [name, , shot] of PICTURES)
  copyFileSync(`${root}test/screenshots/${shot}.png`, `${root}docs/pictures/${name}.png`);
