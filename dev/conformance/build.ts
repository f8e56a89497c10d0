// Makes of this folder what a scratch script is: Code.js, Page.html, appsscript.json.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { PAGE_CHARACTERS } from './page-facts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const bundle = async (entry: string, globalName?: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    format: 'iife',
    target: 'es2019',
    supported: { 'template-literal': false },
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: true,
    write: false,
    ...(globalName === undefined ? {} : { globalName }),
  });
  return outputFiles[0]?.text ?? '';
};

/** Apps Script sees plain functions only; their parameters are counted by what they are called with. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  onOpen: '',
  conformanceRun: '',
  CONFORMANCE: 'kind, name, given',
  conformanceFinish: 'fromPage, isLast, browser',
  conformanceKind: 'value',
  conformanceEcho: 'value',
  conformanceMake: 'kind',
  conformanceFail: '',
  conformanceNap: 'ms',
  conformanceHidden_: '',
};

export interface ConformanceFiles {
  code: string;
  page: string;
  manifest: string;
}

export async function buildConformance(): Promise<ConformanceFiles> {
  const wrappers = Object.entries(FUNCTIONS).map(
    ([name, parameters]) => `function ${name}(${parameters}) { return Conformance_.${name}(${parameters}); }`,
  );
  const script = await bundle('page.ts');
  if (/\/\/|`/.test(script))
    throw new Error('The script of the page has // or a backtick in it, which HtmlService may cut.');
  const filler = `var conformanceFiller = '${'conformance '.repeat(PAGE_CHARACTERS).slice(0, PAGE_CHARACTERS)}';`;
  const page = (await readFile(here('page.html'), 'utf8'))
    .replace('/* filler */', () => filler)
    .replace('/* script */', () => script);
  const code = `${await bundle('main.ts', 'Conformance_')}\n${wrappers.join('\n')}\n`;
  return { code, page, manifest: await readFile(here('appsscript.json'), 'utf8') };
}
