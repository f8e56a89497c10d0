import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One import of our own by another, as paths from the root; a folder's index has no name of its own. */
export interface Edge {
  from: string;
  to: string;
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const posix = (path: string): string => path.split(sep).join('/');

/** The TypeScript files under a folder, as paths from the root. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${posix(name)}`)
    .filter((name) => /\.m?[jt]sx?$/.test(name))
    .sort();

/** Every relative import in a folder's sources; types count too, unless `values` is asked for. */
export function sourceEdges(folder: string, count: 'all' | 'values' = 'all'): Edge[] {
  const files = filesUnder(folder).filter((name) => !name.endsWith('.d.ts'));
  return files.flatMap((from) => {
    const text = count === 'all' ? readText(from) : withoutTypes(from, readText(from));
    return ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => ({ from, to: posix(normalize(join(dirname(from), fileName))) }));
  });
}

const withoutTypes = (fileName: string, text: string): string =>
  ts.transpileModule(text, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.Preserve,
      verbatimModuleSyntax: true,
    },
  }).outputText;

/** A circle in the graph, as the files along it. */
export function circleIn(edges: readonly Edge[]): string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): string[] | undefined {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) return [...path.slice(seenAt), file];
    if (done.has(file)) return undefined;
    for (const next of targets.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  }
  for (const file of targets.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}
