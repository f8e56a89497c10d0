/**
 * `npm run bench`: measures and writes RESULTS.md; `npm run bench -- charges cells` only these kinds, the others stay.
 * Virtual seconds and counts come out the same everywhere; what depends on the machine is a ratio within one run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { campaign } from './campaign';
import { cells } from './cells';
import { charges } from './charges';
import { content } from './content';
import { history } from './history';
import { load } from './load';
import { header, kindOf, linesOf, type Row } from './row';
import { growth, pace, searchPages } from './run';
import { sidebar } from './sidebar';
import { store } from './store';

const KINDS: Record<string, () => Promise<Row[]>> = {
  charges,
  pace,
  search: searchPages,
  posts: content,
  campaign,
  cells,
  calls: growth,
  store,
  load,
  sidebar,
  history,
};

const file = new URL('RESULTS.md', import.meta.url);

const INTRODUCTION = `# What is measured

Made by \`npm run bench\`. _Today's way_ is what tutorials teach: a formula with one fetch a cell and a cache of six hours, or a loop that fetches one after another and writes cell by cell (\`todays-way.ts\`). Both run on the emulator against the stand-in, in virtual time: calls of Google's services take what \`dev/emulator/limits.ts\` says, the API's answers 300 or 1,200 ms. Today's formulas try again when the API refuses; the stand-in counts refused calls too, so thirty at once can keep each other out for good.
`;

const wanted = process.argv.slice(2);
const made = new Map<string, string[]>();
for (const [kind, measure] of Object.entries(KINDS)) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  const startMs = performance.now();
  const lines = linesOf(kind, await measure());
  console.log(`${lines.join('\n')}\n(${((performance.now() - startMs) / 1000).toFixed(0)} s)`);
  made.set(kind, lines);
}
const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
const lines = Object.keys(KINDS).flatMap((kind) => made.get(kind) ?? before.filter((line) => kindOf(line) === kind));
writeFileSync(file, [INTRODUCTION, ...header(), ...lines, ''].join('\n'));
