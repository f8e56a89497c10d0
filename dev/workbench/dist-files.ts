/** What clasp pushes, read from a folder as `npm run build` leaves it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DistFiles {
  code: string;
  manifest: object;
  /** By name without extension. */
  html: Record<string, string>;
}

/** Throws with the next step where there is no build. */
export async function readDist(folder: string): Promise<DistFiles> {
  const codePath = join(folder, 'Code.js');
  if (!existsSync(codePath)) throw new Error(`There is no ${codePath}: run "npm run build" first.`);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  const html = await Promise.all(
    names.map(async (name) => [name.replace(/\.html$/, ''), await readFile(join(folder, name), 'utf8')] as const),
  );
  return {
    code: await readFile(codePath, 'utf8'),
    manifest: JSON.parse(await readFile(join(folder, 'appsscript.json'), 'utf8')) as object,
    html: Object.fromEntries(html),
  };
}
