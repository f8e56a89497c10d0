// Builds dist/: Code.js (one IIFE and the public wrappers), appsscript.json and one HTML file for the sidebar.
// `--minify` gives the bundle that is measured, `--meta` leaves the module graph for the architecture test.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('.', import.meta.url));
const entry = `${root}src/google/entry.ts`;
const clientEntry = `${root}src/client/main.ts`;
const globalName = 'InfluData_';

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

/** @returns {Promise<{ code: string, metafile: import('esbuild').Metafile }>} */
export async function bundleServer({ minify = false } = {}) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    minify,
    metafile: true,
    write: false,
    outfile: 'Code.js',
    absWorkingDir: root,
  });
  return { code: `${outputFiles[0].text}\n${publicWrappers(await readFile(entry, 'utf8'))}`, metafile };
}

/** The sidebar as one HTML text with no template literal (HtmlService eats `//` inside them) and nothing external. */
export async function bundleClient({ minify = false } = {}) {
  const { outputFiles } = await build({
    entryPoints: [clientEntry],
    bundle: true,
    format: 'iife',
    target: 'es2019',
    supported: { 'template-literal': false },
    charset: 'utf8',
    legalComments: 'none',
    minify,
    write: false,
    outdir: 'client',
    absWorkingDir: root,
  });
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  const page = await readFile(`${root}src/client/sidebar.html`, 'utf8');
  return page.replace('/* styles */', () => text('.css')).replace('/* script */', () => text('.js'));
}

export async function writeDist({ minify = false, outdir = `${root}dist` } = {}) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { code, metafile } = await bundleServer({ minify });
  await writeFile(`${outdir}/Code.js`, code);
  await cp(`${root}appsscript.json`, `${outdir}/appsscript.json`);
  if (existsSync(clientEntry)) await writeFile(`${outdir}/Sidebar.html`, await bundleClient({ minify }));
  return { code, metafile };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code } = await writeDist({ minify: process.argv.includes('--minify') });
  console.log(`dist/Code.js ${(code.length / 1024).toFixed(1)} KB`);
}
