import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circleIn, filesUnder, readText, sourceEdges } from './module-graph';

/** A stand-in that shares our code agrees with our mistakes: these know neither src nor each other. */
const ISLANDS: Record<string, readonly string[]> = {
  'dev/emulator': ['src', 'dev/standin', 'dev/workbench', 'test'],
  'dev/standin': ['src', 'dev/emulator', 'dev/workbench', 'test'],
  'dev/conformance': ['src', 'dev/emulator', 'dev/standin', 'dev/workbench', 'test'],
};

/** Every relative path in quotes, so that `new URL('../x', ...)`, workers and dynamic imports count as imports do. */
function reachedFrom(file: string, text: string): string[] {
  return [...text.matchAll(/['"`](\.\.?\/[^'"`\s]*)['"`]/g)].map(([, path]) =>
    normalize(join(dirname(file), path ?? '')).replaceAll('\\', '/'),
  );
}

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function bridges(file: string, text: string, strange: readonly string[]): string[] {
  return reachedFrom(file, text)
    .filter((path) => strange.some((folder) => isUnder(path, folder)))
    .map((path) => `${file} -> ${path}`);
}

for (const [island, strange] of Object.entries(ISLANDS))
  describe(island, () => {
    test(`imports nothing of ${strange.join(', ')}`, () => {
      const files = filesUnder(island);
      expect(files.length).toBeGreaterThan(10);
      expect(files.flatMap((file) => bridges(file, readText(file), strange))).toEqual([]);
    });

    test('a bridge would be seen', () => {
      const file = `${island}/x.ts`;
      expect(bridges(file, "import { a } from '../../src/core/text';", strange)).toHaveLength(1);
      expect(bridges(file, "new URL('../../src/google/entry.ts', import.meta.url)", strange)).toHaveLength(1);
      expect(bridges(file, "import { a } from './y';", strange)).toEqual([]);
    });
  });

test('nothing in src reaches for dev or test', () => {
  const strange = ['dev', 'test', 'bench'];
  expect(filesUnder('src').flatMap((file) => bridges(file, readText(file), strange))).toEqual([]);
});

test('no file of dev imports itself by way of others, types included', () => {
  const edges = sourceEdges('dev').map(({ from, to }) => ({ from: from.replace(/\.m?tsx?$/, ''), to }));
  expect(edges.length).toBeGreaterThan(500);
  expect(circleIn(edges)).toBeUndefined();
});
