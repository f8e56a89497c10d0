/**
 * Takes the pictures of the README and the listing anew: `npm run build && npx tsx dev/pictures.ts`. They are what the
 * browser tests see, so they show the real bundle in the workbench, with the stand-in's invented creators.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawIcons, drawScreenshot } from './release/drawing';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The picture, the test that sees it, and what that calls it. The README shows some of them. */
const PICTURES = [
  ['formulas', 'workbench', 'workbench-profile'],
  ['find', 'workbench-find', 'workbench-find-written'],
  ['enrich', 'workbench-enrich', 'workbench-enrich-done'],
  ['report', 'workbench-report', 'workbench-report'],
  ['content', 'workbench-content', 'workbench-content-summary'],
] as const;

const { status } = spawnSync('npx', ['vitest', 'run', ...PICTURES.map(([, test]) => `test/browser/${test}.test.ts`)], {
  cwd: root,
  env: { ...process.env, PICTURES: '1' },
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
mkdirSync(`${root}docs/pictures`, { recursive: true });
for (const [name, , shot] of PICTURES)
  await drawScreenshot(`${root}test/screenshots/${shot}.png`, `${root}docs/pictures/${name}.png`);
await drawIcons(`${root}docs/publish/icons`);
