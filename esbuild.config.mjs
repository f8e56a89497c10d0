// Builds dist/, and nothing else is tested, measured or pushed: Code.js (one IIFE for formulas, clicks and triggers, and
// the public wrappers), Sidebar.html and appsscript.json.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import {
  markupWithoutDoubleSlash,
  refuseDoubleSlash,
  scriptWithoutDoubleSlash,
  styleWithoutDoubleSlash,
} from './double-slash.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const entry = `${root}src/google/entry.ts`;
const clientEntry = `${root}src/client/main.tsx`;
const globalName = 'InfluData_';
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

/**
 * What Apps Script and Sheets see: plain top-level functions under their JSDoc, made from the entry file's exports.
 * @returns {Map<string, string>} By name.
 */
export function publicWrappers(source) {
  const file = ts.createSourceFile('entry.ts', source, ts.ScriptTarget.ES2020, true);
  const wrappers = new Map();
  for (const statement of file.statements) {
    const isExported = ts.getModifiers?.(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (!ts.isFunctionDeclaration(statement)) throw new Error('entry.ts exports functions and nothing else.');
    const name = statement.name.text;
    const parameters = statement.parameters.map((parameter) => parameter.name.getText(file)).join(', ');
    const [doc] = statement.jsDoc ?? [];
    if (!doc) throw new Error(`entry.ts: ${name} has no JSDoc.`);
    wrappers.set(
      name,
      `${doc.getText(file)}\nfunction ${name}(${parameters}) {\n  return ${globalName}.${name}(${parameters});\n}\n`,
    );
  }
  return wrappers;
}

/**
 * Minified but for the names of functions, which stack traces tell: they cost less than a tenth of a cold load, `keepNames`
 * a quarter. `other` options are for measurements.
 * @returns {Promise<{ code: string, metafile: import('esbuild').Metafile }>}
 */
export async function bundleServer(other = {}) {
  const wrappers = publicWrappers(await readFile(entry, 'utf8'));
  const names = [...wrappers.keys()].join(', ');
  const { outputFiles, metafile } = await build({
    // As one plain object: what esbuild makes of exports is twice a getter for each, a tenth of what loading takes.
    stdin: { contents: `import { ${names} } from '${entry}';\n${globalName} = { ${names} };`, resolveDir: root },
    banner: { js: `"use strict";var ${globalName};` },
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { BUNDLE_VERSION: JSON.stringify(version) },
    metafile: true,
    write: false,
    outfile: 'bundle.js',
    absWorkingDir: root,
    ...other,
  });
  return { code: `${outputFiles[0].text}\n${[...wrappers.values()].join('\n')}`, metafile };
}

/** The sidebar's script and styles, with no template literal: HtmlService eats comments inside them. */
export const buildClient = () =>
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
    minify: true,
    metafile: true,
    write: false,
    outdir: 'client',
    absWorkingDir: root,
  });

/** The sidebar as one HTML text with nothing external and no `//`. */
async function bundleClient() {
  const { outputFiles } = await buildClient();
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  const page = markupWithoutDoubleSlash(await readFile(`${root}src/client/sidebar.html`, 'utf8'))
    .replace('/* styles */', () => styleWithoutDoubleSlash(text('.css')))
    .replace('/* script */', () => scriptWithoutDoubleSlash(text('.js')));
  return refuseDoubleSlash(page);
}

async function writeDist() {
  const outdir = `${root}dist`;
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await writeFile(`${outdir}/Code.js`, (await bundleServer()).code);
  await writeFile(`${outdir}/Sidebar.html`, await bundleClient());
  await cp(`${root}appsscript.json`, `${outdir}/appsscript.json`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeDist();
