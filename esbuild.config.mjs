// Builds dist/: Code.js (what every formula loads: one IIFE and the public wrappers), Desk.html (what a click loads, as a
// script in an HTML file, because Apps Script loads every script file before every formula), Sidebar.html and
// appsscript.json.
// `--minify` gives the bundle that is measured, `--meta` leaves the module graph for the architecture test.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('.', import.meta.url));
const entry = `${root}src/google/entry.ts`;
const deskEntry = `${root}src/google/desk-entry.ts`;
const clientEntry = `${root}src/client/main.tsx`;
const globalName = 'InfluData_';
const deskName = 'InfluDesk_';

/** What Apps Script and Sheets see: plain top-level functions under their JSDoc, made from the entry file's exports. */
export function publicWrappers(source) {
  const file = ts.createSourceFile('entry.ts', source, ts.ScriptTarget.ES2020, true);
  const wrappers = [];
  for (const statement of file.statements) {
    const isExported = ts.getModifiers?.(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (!ts.isFunctionDeclaration(statement)) throw new Error('entry.ts exports functions and nothing else.');
    const name = statement.name.text;
    const parameters = statement.parameters.map((parameter) => parameter.name.getText(file)).join(', ');
    const [doc] = statement.jsDoc ?? [];
    if (!doc) throw new Error(`entry.ts: ${name} has no JSDoc.`);
    wrappers.push(
      `${doc.getText(file)}\nfunction ${name}(${parameters}) {\n  return ${globalName}.${name}(${parameters});\n}\n`,
    );
  }
  return wrappers.join('\n');
}

const server = ({ entryPoint, as, minify, ...more }) =>
  build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'iife',
    globalName: as,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    minify,
    metafile: true,
    write: false,
    outfile: 'bundle.js',
    absWorkingDir: root,
    ...more,
  });

/** @returns {Promise<{ code: string, metafile: import('esbuild').Metafile }>} */
export async function bundleServer({ minify = false } = {}) {
  const { outputFiles, metafile } = await server({ entryPoint: entry, as: globalName, minify });
  return { code: `${outputFiles[0].text}\n${publicWrappers(await readFile(entry, 'utf8'))}`, metafile };
}

/**
 * `code` is the script, `html` the file that holds it. Without template literals, in which HtmlService eats `//`; the
 * backticks that are left stand in texts.
 */
export async function bundleDesk({ minify = false } = {}) {
  const { outputFiles, metafile } = await server({
    entryPoint: deskEntry,
    as: deskName,
    minify,
    supported: { 'template-literal': false },
  });
  const code = outputFiles[0].text.replace(/`/g, '\\x60');
  return { code, html: `<script>\n${code}</script>\n`, metafile };
}

/** The sidebar's script and styles, with no template literal: HtmlService eats `//` inside them. */
export const buildClient = ({ minify = false } = {}) =>
  build({
    entryPoints: [clientEntry],
    bundle: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    format: 'iife',
    target: 'es2019',
    supported: { 'template-literal': false },
    charset: 'utf8',
    legalComments: 'none',
    minify,
    metafile: true,
    write: false,
    outdir: 'client',
    absWorkingDir: root,
  });

/** The sidebar as one HTML text with nothing external. */
export async function bundleClient(options = {}) {
  const { outputFiles } = await buildClient(options);
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  const page = await readFile(`${root}src/client/sidebar.html`, 'utf8');
  return page.replace('/* styles */', () => text('.css')).replace('/* script */', () => text('.js'));
}

export async function writeDist({ minify = false, outdir = `${root}dist` } = {}) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { code, metafile } = await bundleServer({ minify });
  await writeFile(`${outdir}/Code.js`, code);
  await writeFile(`${outdir}/Desk.html`, (await bundleDesk({ minify })).html);
  await cp(`${root}appsscript.json`, `${outdir}/appsscript.json`);
  if (existsSync(clientEntry)) await writeFile(`${outdir}/Sidebar.html`, await bundleClient({ minify }));
  return { code, metafile };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code } = await writeDist({ minify: process.argv.includes('--minify') });
  console.log(`dist/Code.js ${(code.length / 1024).toFixed(1)} KB`);
}
