import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_BASE } from '../../src/api/endpoint';
import { ROOT, readText } from './module-graph';

const install = readText('docs/install.md');
/** The `.clasp.json` that the page shows. */
const [, project = ''] = /```json\n([^`]+)```/.exec(install) ?? [];

describe('what clasp would push', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'infludata-push-'));
    await writeFile(join(folder, '.clasp.json'), project);
    await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Offline and without an account. */
  function status(): { filesToPush: string[]; untrackedFiles: string[] } {
    const clasp = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
    const answer = execFileSync(process.execPath, [clasp, 'status', '--json'], { cwd: folder, encoding: 'utf8' });
    return JSON.parse(answer) as ReturnType<typeof status>;
  }

  test('is all that the build writes, and nothing else', async () => {
    const built = (await readdir(join(folder, 'dist'))).map((name) => `dist/${name}`);
    const { filesToPush, untrackedFiles } = status();
    expect([...filesToPush].sort()).toEqual([...built].sort());
    expect(untrackedFiles).toEqual([]);
    expect(built.toSorted()).toEqual(['dist/Code.js', 'dist/Sidebar.html', 'dist/appsscript.json']);
    const [, listed = ''] =
      /`npx clasp status`: [^`]*it must list ([^.]+(?:\.\w[^.]*)*), and nothing else/.exec(install) ?? [];
    expect([...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(built.toSorted());
  });

  test('has the manifest as it is in the repository', async () => {
    expect(await readFile(join(folder, 'dist/appsscript.json'), 'utf8')).toBe(readText('appsscript.json'));
  });
});

test('every step of the installation on pages of Google says that nobody has tried it', () => {
  const onGoogle = /_Extensions|_Deploy|_Project Settings_|Cloud console|script\.google\.com|_Store Listing_|Google/;
  const steps = install.split('\n').filter((line) => /^\d+\. /.test(line));
  const untried = steps.filter((step) => step.endsWith(' _not tried on Google_'));
  expect(steps.filter((step) => onGoogle.test(step) && !untried.includes(step))).toEqual([]);
  expect(untried.length).toBeGreaterThan(20);
});

describe('the manifest', () => {
  const manifest = JSON.parse(readText('appsscript.json')) as {
    oauthScopes: string[];
    urlFetchWhitelist: string[];
    runtimeVersion: string;
  };

  test('asks for the three narrowest scopes', () => {
    expect([...manifest.oauthScopes].sort()).toEqual([
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
    ]);
  });

  test("reaches the API's host and no other", () => {
    expect(manifest.urlFetchWhitelist).toEqual([`${new URL(API_BASE).origin}/`]);
  });

  test('with BigQuery, as its page shows it, is the same with one scope and one service more', () => {
    const [, shown = '{}'] = /```json\n([^`]+)```/.exec(readText('docs/bigquery.md')) ?? [];
    const { oauthScopes, dependencies, ...rest } = JSON.parse(shown) as typeof manifest & { dependencies: object };
    const added = oauthScopes.filter((scope) => !manifest.oauthScopes.includes(scope));
    expect(added).toEqual(['https://www.googleapis.com/auth/bigquery.insertdata']);
    expect(Object.keys(dependencies)).toEqual(['enabledAdvancedServices']);
    expect({ ...rest, oauthScopes: oauthScopes.filter((scope) => !added.includes(scope)) }).toEqual(manifest);
  });

  test('runs on V8', () => {
    expect(manifest.runtimeVersion).toBe('V8');
  });

  test('clasp takes what it pushes from dist, and nobody commits the script that they push to', () => {
    expect(JSON.parse(project)).toMatchObject({ rootDir: 'dist' });
    expect(readText('.gitignore').split('\n')).toContain('.clasp.json');
  });
});
