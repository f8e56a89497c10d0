// `npm run conformance:push -- <scriptId>`: into a scratch spreadsheet of yours, never where the product is pushed to. The
// id is kept in .conformance/, which git ignores.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildConformance } from './build';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}.conformance`;
const project = `${folder}/.clasp.json`;
const [, , scriptId] = process.argv;

if (scriptId === undefined && !existsSync(project)) {
  console.error(
    'Name the script once: npm run conformance:push -- <script ID>. It stands under Extensions > Apps Script > Project Settings of an empty spreadsheet; all that is in that script is replaced.',
  );
  process.exit(1);
}
await mkdir(folder, { recursive: true });
if (scriptId !== undefined) await writeFile(project, `${JSON.stringify({ scriptId, rootDir: '.' })}\n`);
const { code, page, manifest } = await buildConformance();
await writeFile(`${folder}/Code.js`, code);
await writeFile(`${folder}/Page.html`, page);
await writeFile(`${folder}/appsscript.json`, manifest);
// What goes wrong, clasp says itself.
const pushed = spawnSync(
  process.execPath,
  [`${root}node_modules/@google/clasp/build/src/index.js`, 'push', '--force'],
  {
    cwd: folder,
    stdio: 'inherit',
  },
);
process.exit(pushed.status ?? 1);
