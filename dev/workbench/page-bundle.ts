/** Bundles the page with esbuild and keeps the result under node_modules/.cache, by the digest of what went in. */
import { createHash } from 'node:crypto';
import { existsSync, type Stats } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageBundle {
  digest: string;
  /** By path on the server: `/page.js`, `/page.css`. */
  files: Record<string, { type: string; body: Buffer }>;
  html: string;
  /** google.script for the sidebar's frame, as one classic script. */
  sidebarClient: string;
}

interface Manifest {
  digest: string;
  /** Sources outside node_modules, relative to the repository. */
  inputs: string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = `${root}node_modules/.cache/infludata-workbench`;
const dayMs = 24 * 60 * 60 * 1000;
const outputs = ['page.js', 'page.css', 'sidebar-client.js'] as const;

/** Sources and the installed packages; package-lock.json stands for the latter. */
async function digestOf(inputs: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of ['package-lock.json', ...inputs]) hash.update(await readFile(root + input)).update(input);
  return hash.digest('hex').slice(0, 20);
}

async function knownDigest(): Promise<string | null> {
  try {
    const { digest, inputs } = JSON.parse(await readFile(`${cache}/manifest.json`, 'utf8')) as Manifest;
    return (await digestOf(inputs)) === digest && existsSync(`${cache}/${digest}`) ? digest : null;
  } catch {
    // No manifest yet, or one of its sources is gone: build.
    return null;
  }
}

async function buildPage(): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'dev/workbench/page/main.ts', out: 'page' },
      { in: 'dev/workbench/sidebar-client.ts', out: 'sidebar-client' },
    ],
    outdir: cache,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs)
    .filter((input) => !input.includes('node_modules/'))
    .toSorted();
  const digest = await digestOf(inputs);
  // Written beside and renamed: two test files may build at once.
  const draft = `${cache}/draft-${process.pid}-${Date.now()}`;
  await mkdir(draft, { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(`${draft}/${path.split(/[\\/]/).at(-1)}`, contents);
  await writeFile(`${draft}/manifest.json`, JSON.stringify({ digest, inputs } satisfies Manifest));
  try {
    await rename(draft, `${cache}/${digest}`);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(`${cache}/${digest}`)) throw error;
  }
  const pointer = `${cache}/manifest-${process.pid}.json`;
  await writeFile(pointer, JSON.stringify({ digest, inputs } satisfies Manifest));
  await rename(pointer, `${cache}/manifest.json`);
  await forgetOldPages(digest);
  return digest;
}

/** A page is about 11 MB; those of other branches may be wanted again today. */
async function forgetOldPages(current: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (name === current || name.startsWith('manifest')) continue;
    // Another worker's draft has got its name meanwhile.
    const { mtimeMs = Infinity } = await stat(`${cache}/${name}`).catch(() => ({}) as Partial<Stats>);
    if (Date.now() - mtimeMs > dayMs) await rm(`${cache}/${name}`, { recursive: true, force: true });
  }
}

export async function loadPage(): Promise<PageBundle> {
  const digest = (await knownDigest()) ?? (await buildPage());
  const [script, style, client] = await Promise.all(outputs.map((name) => readFile(`${cache}/${digest}/${name}`)));
  return {
    digest,
    html: await readFile(`${root}dev/workbench/page/index.html`, 'utf8'),
    files: {
      '/page.js': { type: 'text/javascript; charset=utf-8', body: script ?? Buffer.alloc(0) },
      '/page.css': { type: 'text/css; charset=utf-8', body: style ?? Buffer.alloc(0) },
    },
    sidebarClient: (client ?? Buffer.alloc(0)).toString('utf8'),
  };
}
