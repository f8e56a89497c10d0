import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from './module-graph';

const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync('docs/publish')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/publish/${name}`),
];

/** Paths in backticks: files of ours, and folders of the four that hold them. Patterns and placeholders name nothing. */
function pathsIn(markdown: string): string[] {
  const quoted = [...markdown.matchAll(/`([^`\s]+)`/g)].map(([, text = '']) => text);
  return quoted.filter(
    (text) =>
      !/[*<>]|:\/\//.test(text) &&
      text.includes('/') &&
      (/\.(tsx?|md|mjs)$/.test(text) || /^(src|dev|test|bench)\//.test(text)),
  );
}

const missingIn = (markdown: string): string[] => pathsIn(markdown).filter((path) => !existsSync(path));

for (const name of DOCUMENTS)
  test(`${name} names only files and folders that exist`, () => {
    expect(missingIn(readText(name))).toEqual([]);
  });

test('what a missing file is, this test knows', () => {
  expect(missingIn('`src/core/nothing.ts`, `gate/caps.md` and `dev/nowhere`')).toHaveLength(3);
  expect(missingIn('`src/core/text.ts`, `src/*/x.ts`, `src/<kind>/<kind>-run.ts`, `run/<id>`, `dev/emulator`')).toEqual(
    [],
  );
  expect(pathsIn(readText('ARCHITECTURE.md')).length).toBeGreaterThan(25);
});
