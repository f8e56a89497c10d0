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

/** What Apps Script has beside ES2019 and its services (platform, section 1). */
export const OTHER_GLOBALS = ['console'] as const;

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
const UNKNOWN_NAME = /^Cannot find name '([^']+)'/;
const TOO_NEW = /^Property '([^']+)' does not exist on type .*(target library|'lib')/;

/** Global names, and methods newer than ES2019, that the code mentions anywhere, run or not. */
export function unknownNames(code: string): string[] {
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2019,
    lib: ['lib.es2019.d.ts'],
    types: [],
    noResolve: false,
    strict: false,
  };
  const host = ts.createCompilerHost(options);
  const files: Record<string, string> = { 'Code.js': code, 'ambient.d.ts': AMBIENT };
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, target, ...rest) => {
    const text = files[name];
    return text === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target, true);
  };
  host.fileExists = (name) => name in files || fileExists(name);
  const program = ts.createProgram(Object.keys(files), options, host);
  const source = program.getSourceFile('Code.js');
  const names = program.getSemanticDiagnostics(source).flatMap(({ messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    const name = UNKNOWN_NAME.exec(message)?.[1] ?? TOO_NEW.exec(message)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)];
}
