import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import ts from 'typescript';
import { bundleServer } from '../../esbuild.config.mjs';

/** The services a script can name; the bundle may use them, but not while it is loaded. */
export const SERVICES = [
  'CacheService',
  'Charts',
  'HtmlService',
  'LockService',
  'Logger',
  'PropertiesService',
  'ScriptApp',
  'Session',
  'SpreadsheetApp',
  'UrlFetchApp',
  'Utilities',
] as const;

/** What Apps Script has beside ES2019 and its services (platform, section 1). `BigQuery` is there where a manifest says so. */
export const OTHER_GLOBALS = ['console', 'BigQuery'] as const;

/** What a bare V8 context brings and Apps Script lacks. */
const NOT_THERE = ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'console'];

export const GLOBAL_NAME = 'InfluData_';

let built: Promise<string> | undefined;

/** Code.js as it ships, made once a test file; not read from dist/, which may be older than the sources. */
export const builtCode = (): Promise<string> => (built ??= bundleServer().then(({ code }) => code));

/** The bundle over a zod that lets nothing be made. */
export async function codeWithoutSchemas(): Promise<string> {
  const contents = `module.exports = Object.create(new Proxy({}, {
    get: (_, name) => () => { throw new Error('z.' + String(name) + ' was called while the bundle was loaded'); },
  }));`;
  const { code } = await bundleServer({
    plugins: [
      {
        name: 'no schemas',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^zod\/mini$/ }, ({ path }) => ({ path, namespace: 'none' }));
          onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents }));
        },
      },
    ],
  });
  return code;
}

/** A context with the language alone. */
export function bareContext(globals: Record<string, unknown> = {}): vm.Context {
  const context = vm.createContext({});
  for (const name of NOT_THERE) vm.runInContext(`delete globalThis.${name}`, context);
  Object.assign(context, globals);
  return context;
}

/** Each service as an object that nothing can be asked of. */
export const forbiddenServices = (): Record<string, unknown> =>
  Object.fromEntries(
    SERVICES.map((name) => {
      const refuse = (): never => {
        throw new Error(`${name} was used while the bundle was loaded`);
      };
      return [name, new Proxy({}, { get: refuse, has: refuse, set: refuse, ownKeys: refuse })];
    }),
  );

/** Throws what the code throws while it is loaded. */
export function load(code: string, globals: Record<string, unknown> = {}): vm.Context {
  const context = bareContext(globals);
  vm.runInContext(code, context, { filename: 'Code.gs' });
  return context;
}

/** What Apps Script's parser refuses, as text: `#private` names, static fields and static blocks. */
export function refusedSyntax(code: string): string[] {
  const found: string[] = [];
  function visit(node: ts.Node): void {
    const isStaticField =
      ts.isPropertyDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    if (isStaticField || ts.isPrivateIdentifier(node) || ts.isClassStaticBlockDeclaration(node))
      found.push(node.getText().slice(0, 60));
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile('Code.js', code, ts.ScriptTarget.Latest, true));
  return found;
}

/** Everything is declared here that code may name beside ES2019. */
const AMBIENT = [...SERVICES, ...OTHER_GLOBALS].map((name) => `declare var ${name}: any;`).join('\n');
const UNKNOWN_NAME = /: Cannot find name '([^']+)'/;
const TOO_NEW = /: Property '([^']+)' does not exist on type .*(target library|'lib')/;
const COMPILER = fileURLToPath(new URL('../../node_modules/typescript-native/bin/tsc', import.meta.url));
const AS_APPS_SCRIPT = '--allowJs --checkJs --noEmit --target es2019 --lib es2019 --strict false --pretty false'.split(
  ' ',
);

/** Global names, and methods newer than ES2019, that the code mentions anywhere, run or not. */
export function unknownNames(code: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'infludata-names-'));
  try {
    writeFileSync(join(folder, 'Code.js'), code);
    writeFileSync(join(folder, 'ambient.d.ts'), AMBIENT);
    const given = [COMPILER, ...AS_APPS_SCRIPT, '--types', '', 'Code.js', 'ambient.d.ts'];
    // It finds much else to complain of in a bundle: only those two complaints count.
    const { stdout, stderr, status, error } = spawnSync(process.execPath, given, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (error || ![0, 1, 2].includes(status ?? -1))
      throw error ?? new Error(`the compiler ended with ${status}: ${stderr}`);
    const names = stdout.split('\n').flatMap((line) => (UNKNOWN_NAME.exec(line) ?? TOO_NEW.exec(line))?.[1] ?? []);
    return [...new Set(names)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
