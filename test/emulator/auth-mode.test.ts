import { describe, expect, it } from 'vitest';
import type { Emulator, ExecutionCall } from '../../dev/emulator/emulator';
import { AUTH, MANIFEST, emulate, value } from './harness';

const CODE = `
function attempt(what) { try { TRY[what](); return 'ok'; } catch (error) { return error.name + ': ' + error.message; } }
var TRY = {
  cache: function () { CacheService.getScriptCache().get('a'); },
  cacheGetter: function () { CacheService.getDocumentCache(); },
  lock: function () { LockService.getScriptLock().tryLock(0); },
  lockGetter: function () { LockService.getDocumentLock(); },
  properties: function () { PropertiesService.getDocumentProperties().getProperty('a'); },
  propertiesGetter: function () { PropertiesService.getDocumentProperties(); },
  fetch: function () { UrlFetchApp.fetch('https://api.example.com/a'); },
  fetchAll: function () { UrlFetchApp.fetchAll(['https://api.example.com/a']); },
  utilities: function () { Utilities.sleep(1); Utilities.getUuid(); },
  html: function () { HtmlService.createHtmlOutput('<b>').getContent(); },
  userKey: function () { Session.getTemporaryActiveUserKey(); },
  newTrigger: function () { ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); },
  triggers: function () { ScriptApp.getProjectTriggers(); }
};
function attempts() { return Object.keys(TRY).filter(function (what) { return attempt(what) === 'ok'; }).sort(); }
function onOpen() { console.log(JSON.stringify(attempts())); }
function text(what) { return attempt(what); }
`;
const EVERYTHING = [
  'cache',
  'cacheGetter',
  'fetch',
  'fetchAll',
  'html',
  'lock',
  'lockGetter',
  'newTrigger',
  'properties',
  'propertiesGetter',
  'triggers',
  'userKey',
  'utilities',
];
const without = (...names: string[]): string[] => EVERYTHING.filter((each) => !names.includes(each));

async function allowed(emulator: Emulator, mode: 'NONE' | 'LIMITED'): Promise<unknown> {
  const { logs } = await emulator.open({ mode });
  return JSON.parse(logs[0]!);
}

describe('the modes of authorization', () => {
  it('NONE has no properties, caches, locks, fetch, triggers, nor the user, at the getter already', async () => {
    const emulator = await emulate(CODE, { container: 'addon' });
    expect(await allowed(emulator, 'NONE')).toEqual(['html', 'utilities']);
  });

  it('LIMITED has stores and locks, but no fetch, triggers, nor the user', async () => {
    const emulator = await emulate(CODE);
    expect(await allowed(emulator, 'LIMITED')).toEqual(
      without('fetch', 'fetchAll', 'newTrigger', 'triggers', 'userKey'),
    );
  });

  it('a custom function has stores, locks and fetch, but neither triggers nor Session', async () => {
    const emulator = await emulate(CODE);
    expect((await emulator.cell('attempts')).value).toEqual(
      without('newTrigger', 'triggers', 'userKey').map((name) => [name]),
    );
    expect((await emulator.cell('text', 'userKey')).value).toBe(
      'Exception: You do not have permission to call Session service.',
    );
  });

  it('FULL has everything', async () => {
    expect(await value(await emulate(CODE), 'attempts')).toEqual(EVERYTHING);
  });

  it('a forbidden call at global scope fails every function, even one that does not use it', async () => {
    for (const [call, modes] of [
      ["PropertiesService.getDocumentProperties().getProperty('a');", ['NONE']],
      ["UrlFetchApp.fetch('https://api.example.com/a');", ['NONE', 'LIMITED']],
      ['Session.getTemporaryActiveUserKey();', ['NONE', 'LIMITED', 'CUSTOM_FUNCTION']],
    ] as const) {
      const emulator = await emulate(`${call} function onOpen() { return 1; }`, { container: 'addon' });
      for (const mode of ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'] as ExecutionCall['mode'][]) {
        const { outcome, error } = await emulator.run({ name: 'onOpen', mode });
        const isForbidden = (modes as readonly string[]).includes(mode);
        expect([mode, outcome]).toEqual([mode, isForbidden ? 'threw' : 'returned']);
        if (isForbidden) expect(error!.message).toMatch(/^You do not have permission to call /);
      }
    }
  });

  it('a bound script never gets into NONE', async () => {
    await expect((await emulate(CODE)).open({ mode: 'NONE' })).rejects.toThrow(/published add-on/);
  });

  it('a forbidden call in onOpen leaves no menu, even after the menu was added', async () => {
    const code = `function onOpen(e) {
      SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi();
      if (e.authMode === ScriptApp.AuthMode.NONE && FORBIDDEN) PropertiesService.getDocumentProperties().getProperty('a');
    }`;
    const clean = await emulate(code.replace('FORBIDDEN', 'false'), { container: 'addon' });
    expect((await clean.open({ mode: 'NONE' })).outcome).toBe('returned');
    expect(clean.menu.items()).toHaveLength(1);
    const emulator = await emulate(code.replace('FORBIDDEN', 'true'), { container: 'addon' });
    await emulator.open({ mode: 'LIMITED' });
    expect(emulator.menu.items()).toHaveLength(1);
    expect((await emulator.open({ mode: 'NONE' })).outcome).toBe('threw');
    expect(emulator.menu.items()).toEqual([]);
    const caught = code.replace('if (e.auth', 'try { if (e.auth').replace(/;\s*}$/, ' } catch {} }');
    const careless = await emulate(caught.replace('FORBIDDEN', 'true'), { container: 'addon' });
    expect((await careless.open({ mode: 'NONE' })).outcome).toBe('threw');
    expect(careless.menu.items()).toEqual([]);
  });

  it('onOpen gets an event with the mode and the user', async () => {
    const emulator = await emulate(
      "function onOpen(e) { console.log(e.authMode + ' ' + (e.authMode === ScriptApp.AuthMode.LIMITED) + ' ' + e.user.email); }",
    );
    expect((await emulator.open({ user: 'editor@example.com' })).logs).toEqual(['LIMITED true editor@example.com']);
  });

  it('a custom function gets its arguments and no event', async () => {
    const emulator = await emulate('function F() { return arguments.length; }');
    expect((await emulator.cell('F', 1, undefined)).value).toBe(2);
  });
});

describe('Session', () => {
  it('the user\'s language is told in every mode: user data is "locale only" in the lesser ones', async () => {
    const emulator = await emulate('function speaks() { return Session.getActiveUserLocale(); }', {
      container: 'addon',
    });
    emulator.users.setLocale('owner@example.com', 'de');
    for (const mode of ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'] as ExecutionCall['mode'][])
      expect((await emulator.run({ name: 'speaks', mode })).value, mode).toBe('de');
  });

  const SESSION = 'function key() { return Session.getTemporaryActiveUserKey(); }';

  it('has a key for each user that changes after 30 days', async () => {
    const emulator = await emulate(SESSION);
    const key = await value(emulator, 'key');
    expect(await value(emulator, 'key')).toBe(key);
    const other = await emulator.run({ name: 'key', mode: 'FULL', user: 'editor@example.com' });
    expect(other.value).not.toBe(key);
    emulator.clock.advance(31 * 86_400_000);
    expect(await value(emulator, 'key')).not.toBe(key);
  });
});

describe('scopes', () => {
  it('that the manifest does not list are asked for by name', async () => {
    const emulator = await emulate(CODE, {
      manifest: { ...MANIFEST, oauthScopes: [`${AUTH}script.external_request`] },
    });
    expect(await value(emulator, 'text', 'triggers')).toBe(
      `Exception: You do not have permission to call ScriptApp.getProjectTriggers. Required permissions: ${AUTH}script.scriptapp`,
    );
  });
});
