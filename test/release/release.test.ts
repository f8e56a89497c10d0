import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DOCUMENTS, release } from '../../dev/release/release';

const CONTACTS = {
  publisher: 'Example GmbH',
  supportEmail: 'help@publisher.example',
  securityEmail: 'security@publisher.example',
  homeUrl: 'https://publisher.example/',
  privacyUrl: 'https://publisher.example/privacy',
  termsUrl: 'https://publisher.example/terms',
};
const FILES = { 'Code.js': 'const version = () => "1.2.3";\n', 'Sidebar.html': '<p>', 'appsscript.json': '{}' };
const ENTRY = '# Changelog\n\n## 1.2.3, 2026-12-01\n\n### New\n\n- Something.\n\n## 1.2.2, 2026-11-01\n\n- Else.\n';

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
const commit = (): void => {
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-qm', 'x');
};
const released = (runSuite = (): boolean => true) => release({ root, runSuite });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'infludata-release-'));
  git('init', '-q');
  write('.gitignore', 'dist/\nrelease/\nrelease.config.json\n');
  write('package.json', '{ "version": "1.2.3" }');
  write('CHANGELOG.md', ENTRY);
  write('docs/publish/privacy.md', 'Write to {{supportEmail}}.\n');
  for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'docs/install.md'])
    write(name, name);
  write('release.config.json', JSON.stringify(CONTACTS));
  for (const [name, text] of Object.entries(FILES)) write(`dist/${name}`, text);
  commit();
});
afterEach(() => rmSync(root, { recursive: true }));

test('a version leaves its three files as they were tested, their digests, the documents, and the kit with the contacts in it', () => {
  expect(released()).toEqual({ version: '1.2.3', folder: 'release/1.2.3' });
  const left = (name: string): string => readFileSync(join(root, 'release/1.2.3', name), 'utf8');
  expect(readdirSync(join(root, 'release/1.2.3')).sort()).toEqual(
    [...Object.keys(FILES), 'SHA256SUMS', ...DOCUMENTS].sort(),
  );
  for (const [name, text] of Object.entries(FILES)) {
    expect(left(name)).toBe(text);
    expect(left('SHA256SUMS')).toContain(`${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  }
  expect([left('CHANGELOG.md'), left('docs/install.md')]).toEqual([ENTRY, 'docs/install.md']);
  expect(left('docs/publish/privacy.md')).toBe('Write to help@publisher.example.\n');
  expect(released()).toEqual({ version: '1.2.3', folder: 'release/1.2.3' });
});

const withoutSecurity = { ...CONTACTS, securityEmail: undefined };
/** What is wrong, how it comes about, and what the refusal names. */
const WRONGS: readonly (readonly [string, () => void, RegExp])[] = [
  ['a change that is not committed', () => write('package.json', '{ "version": "1.2.3" } '), /not committed/],
  ['a new file that is not committed', () => write('new.txt', ''), /not committed/],
  ['no entry of this version', () => write('CHANGELOG.md', ENTRY.replace('1.2.3', '1.2.4')), /## 1\.2\.3, YYYY/],
  [
    'an entry without its day',
    () => write('CHANGELOG.md', ENTRY.replace('2026-12-01', 'not released')),
    /YYYY.*it says "not released"/,
  ],
  ['an entry of nothing', () => write('CHANGELOG.md', ENTRY.replace('- Something.', '')), /what is new/],
  ['no contacts', () => rmSync(join(root, 'release.config.json')), /There is no release\.config\.json.*README/],
  ['contacts in no JSON', () => write('release.config.json', '{ publisher'), /is not JSON.*README/],
  [
    'no security contact',
    () => write('release.config.json', JSON.stringify(withoutSecurity)),
    /no valid securityEmail/,
  ],
  [
    'a contact that is no address',
    () => write('release.config.json', JSON.stringify({ ...CONTACTS, supportEmail: 'ask us' })),
    /no valid supportEmail/,
  ],
];

for (const [what, spoil, refusal] of WRONGS)
  test(`${what} is refused before the suite runs`, () => {
    spoil();
    if (!/not committed/.test(what)) commitIfChanged();
    let ran = false;
    const outcome = released(() => (ran = true));
    expect(outcome).toEqual({ refusals: expect.arrayContaining([expect.stringMatching(refusal)]) as string[] });
    expect(ran).toBe(false);
    expect(existsSync(join(root, 'release'))).toBe(false);
  });

const refusalOf = (runSuite: () => boolean): string => JSON.stringify(released(runSuite));
const commitIfChanged = (): void => {
  if (execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }) !== '') commit();
};

test('a folder that is no repository is refused', () => {
  rmSync(join(root, '.git'), { recursive: true });
  expect(refusalOf(() => true)).toMatch(/no git repository/);
});

test('a red suite, and one that leaves another version or changes the tree, are refused', () => {
  expect(refusalOf(() => false)).toMatch(/red/);
  expect(refusalOf(() => (write('stray.txt', ''), true))).toMatch(/changed files/);
  rmSync(join(root, 'stray.txt'));
  expect(refusalOf(() => (write('dist/Code.js', '"1.2.2"'), true))).toMatch(/is not 1\.2\.3/);
  expect(existsSync(join(root, 'release'))).toBe(false);
});

test('a version that was released with other bytes is refused, and stays as it is', () => {
  released();
  write('dist/Sidebar.html', '<p>other');
  expect(JSON.stringify(released())).toMatch(/raise \\"version\\"/);
  expect(readFileSync(join(root, 'release/1.2.3/Sidebar.html'), 'utf8')).toBe('<p>');
});
