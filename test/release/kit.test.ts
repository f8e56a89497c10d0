import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTACTS, CONTACTS_FILE, withContacts, type Contacts } from '../../dev/release/contacts';
import { ICON_SIZES_PX, SCREENSHOT_PX } from '../../dev/release/drawing';
import { API_BASE, ENDPOINTS } from '../../src/api/endpoint';
import { code, tableUnder } from '../architecture/markdown-table';
import { filesUnder, readText, ROOT } from '../architecture/module-graph';
import { createAddon } from '../setup/addon';
import { DESCRIBED_NAMES, expectDescribed } from '../setup/stored-names';

const kit = (name: string): string => readText(`docs/publish/${name}.md`);
const manifest = JSON.parse(readText('appsscript.json')) as { oauthScopes: string[]; urlFetchWhitelist: string[] };

/** As ARCHITECTURE writes them. */
const placed = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.replace(/^INFLUDATA_.*/, 'INFLUDATA_').replace(/<\w+>$|\.\.\.$/, ''))),
];

describe('the privacy policy', () => {
  test('lists what ARCHITECTURE says is stored as properties, and no more', () => {
    const rows = tableUnder(readText('ARCHITECTURE.md'), '## Where state lives').map(([, where = '']) => where);
    const names = rows
      .filter((where) => /\bpropert(y|ies)\b/.test(where))
      .flatMap((where) => [...where.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    expect(placed(names).sort()).toEqual(placed(DESCRIBED_NAMES.filter((name) => name !== 'check')).sort());
  });

  test('lists only names that the code has, and every one of a document in the midst of everything', () => {
    const source = filesUnder('src').map(readText).join('\n');
    for (const name of DESCRIBED_NAMES) expect(source).toMatch(new RegExp(`['\`]${name.replace(/<\w+>/, '')}['\`$]`));
    const state = JSON.parse(readText('test/fixtures/state-0.1.0/state.json')) as {
      document: object;
      users: Record<string, object>;
    };
    expectDescribed([state.document, ...Object.values(state.users)].flatMap((stored) => Object.keys(stored)));
  });

  test('a name that is in no policy fails the test that stored it', async () => {
    const addon = await createAddon();
    addon.setProperty('a-new-store', '1');
    await expect(addon.close()).rejects.toThrow(/privacy\.md.*a-new-store/);
  });

  test('names every call to influData, whether it carries the key, and the one address', () => {
    const listed = tableUnder(kit('privacy'), '## What leaves your spreadsheet');
    const calls = Object.entries(ENDPOINTS).map(([name, { auth }]) => [name, auth ? 'yes' : 'no']);
    expect(listed.map(([call, , key]) => [code(call), key]).sort()).toEqual(calls.sort());
    const [address = ''] = manifest.urlFetchWhitelist;
    expect(address).toBe(`${new URL(API_BASE).origin}/`);
    for (const page of ['privacy', 'scopes', 'README']) expect(kit(page), page).toContain(address);
  });
});

test('each scope of the manifest has its reason, and no other', () => {
  expect(tableUnder(kit('scopes'), '# Scopes').map(([scope]) => code(scope))).toEqual(manifest.oauthScopes);
});

const LISTING_LIMITS = { Name: 50, 'Short description': 200, 'Detailed description': 15_999 };
const GOOGLE = /google|sheets|docs|drive|gmail|workspace/i;

describe.each(['English', 'Deutsch'])('the listing in %s', (language) => {
  const [, part = ''] = kit('listing').split(`\n## ${language}\n`);
  const [own = ''] = part.split('\n## ');
  const texts = Object.fromEntries(
    own
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
  );

  test('has each text, within the limits', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(LISTING_LIMITS));
    for (const [name, limit] of Object.entries(LISTING_LIMITS)) {
      expect(texts[name]?.length, name).toBeGreaterThan(5);
      expect(texts[name]?.length, name).toBeLessThanOrEqual(limit);
    }
    expect(texts['Name']).not.toMatch(GOOGLE);
    expect(texts['Name']).toBe('influData');
  });
});

const sizeOf = (path: string): { width: number; height: number } => {
  const bytes = readFileSync(join(ROOT, path));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

test('icons and screenshots have the sizes that the Marketplace wants, and are small', () => {
  for (const size of ICON_SIZES_PX)
    expect(sizeOf(`docs/publish/icons/icon-${size}.png`)).toEqual({ width: size, height: size });
  const shots = readdirSync(join(ROOT, 'docs/pictures'));
  expect(shots).toHaveLength(5);
  for (const shot of shots) expect(sizeOf(`docs/pictures/${shot}`), shot).toEqual(SCREENSHOT_PX);
  for (const [folder, mostBytes] of Object.entries({ 'docs/publish/icons': 30_000, 'docs/pictures': 300_000 }))
    for (const name of readdirSync(join(ROOT, folder)))
      expect(statSync(join(ROOT, folder, name)).size, name).toBeLessThan(mostBytes);
});

test('every contact has its place in the texts, and every place a contact; the real ones stay out of git', () => {
  const texts = readdirSync(join(ROOT, 'docs/publish')).filter((name) => name.endsWith('.md'));
  const contacts = Object.fromEntries(Object.keys(CONTACTS).map((name) => [name, `<${name}>`])) as Contacts;
  const filled = texts.map((name) => withContacts(readText(`docs/publish/${name}`), contacts)).join('\n');
  for (const contact of Object.values(contacts)) expect(filled).toContain(contact);
  expect(readText('.gitignore').split('\n')).toContain(CONTACTS_FILE);
});
