import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTACTS_FILE, contactRefusals, withContacts, type Contacts } from './contacts';

/** All that is pushed or pasted. */
const FILES = ['Code.js', 'Sidebar.html', 'appsscript.json'] as const;
const SUMS = 'SHA256SUMS';
/** What whoever gets a version reads, at its place so that links hold. */
export const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'docs'];
const KIT = 'docs/publish';

export interface Release {
  version: string;
  folder: string;
}

interface Tree {
  root: string;
  /** Builds `dist/` and runs every test; false where one is red. */
  runSuite: () => boolean;
}

/** Leaves a version in `release/<version>`, or says what stands in the way; then nothing was written. */
export function release({ root, runSuite }: Tree): Release | { refusals: string[] } {
  if (!existsSync(join(root, '.git')))
    return { refusals: ['This is no git repository, and a version is released from a commit: clone it.'] };
  const text = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
  const { version } = JSON.parse(text('package.json') ?? '{}') as { version: string };
  const contacts = text(CONTACTS_FILE);
  const before = refusalsOf(root, version, text('CHANGELOG.md') ?? '', contacts);
  // The suite takes minutes, so it comes last.
  if (before.length > 0) return { refusals: before };
  if (!runSuite()) return { refusals: ['The suite is red: what failed stands above.'] };

  // What was tested is what ships.
  const built = FILES.map((name) => [name, readFileSync(join(root, 'dist', name))] as const);
  const sums = built.map(([name, bytes]) => `${digestOf(bytes)}  ${name}\n`).join('');
  const folder = join('release', version);
  const earlier = text(join(folder, SUMS));
  const after = [
    ...(isClean(root) ? [] : ['The suite has changed files: git status.']),
    ...(text('dist/Code.js')?.includes(JSON.stringify(version)) ? [] : [`dist/Code.js is not ${version}: build it.`]),
    ...(earlier === undefined || earlier === sums
      ? []
      : [`${folder} holds other bytes under this version: raise "version" in package.json.`]),
  ];
  if (after.length > 0) return { refusals: after };

  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, bytes] of built) writeFileSync(join(root, folder, name), bytes);
  writeFileSync(join(root, folder, SUMS), sums);
  for (const name of DOCUMENTS) cpSync(join(root, name), join(root, folder, name), { recursive: true });
  fillKit(join(root, folder, KIT), JSON.parse(contacts ?? '') as Contacts);
  return { version, folder };
}

const refusalsOf = (root: string, version: string, changelog: string, contacts: string | undefined): string[] => [
  ...(isClean(root) ? [] : ['The tree has changes that are not committed: git status.']),
  ...(hasEntry(changelog, version)
    ? []
    : [
        `CHANGELOG.md has no heading "## ${version}, YYYY-MM-DD" with what is new in it${undated(changelog, version)}.`,
      ]),
  ...contactRefusals(contacts),
];

/** A heading with its day, and something below it. */
function hasEntry(changelog: string, version: string): boolean {
  const sections = changelog.split(/^## /m).slice(1);
  const entry = sections.find((section) => section.startsWith(`${version}, `)) ?? '';
  return /^\S+, \d{4}-\d\d-\d\d\n/.test(entry) && /^- /m.test(entry);
}

const undated = (changelog: string, version: string): string =>
  changelog.includes(`\n## ${version}, not released\n`) ? '; it says "not released"' : '';

const isClean = (root: string): boolean =>
  execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }) === '';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The contacts into their places; what only the publisher reads has none. */
function fillKit(kit: string, contacts: Contacts): void {
  for (const name of readdirSync(kit).filter((each) => each.endsWith('.md')))
    writeFileSync(join(kit, name), withContacts(readFileSync(join(kit, name), 'utf8'), contacts));
}
