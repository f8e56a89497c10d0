import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { builtCode, deskCode, forbiddenServices, GLOBAL_NAME, load, refusedSyntax, unknownNames } from './built';

/** Issue 2. All of it is read before every formula. */
const LARGEST_MINIFIED_BYTES = 120 * 1024;

const manifest = JSON.parse(readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8')) as object;

for (const minify of [false, true])
  describe(minify ? 'the minified bundle' : 'the bundle', () => {
    test('loads with the language alone, no service being there', async () => {
      const context = load(await builtCode(minify));
      expect(typeof context[GLOBAL_NAME]).toBe('object');
      expect(typeof context['INFLU_FOLLOWERS']).toBe('function');
    });

    test('asks nothing of a service while it is loaded', async () => {
      const code = await builtCode(minify);
      expect(() => load(code, forbiddenServices())).not.toThrow();
    });

    test('calculates without any global when the formula needs no call', async () => {
      const context = load(await builtCode(minify), forbiddenServices());
      const rows = (context['INFLU_CATEGORIES'] as () => unknown[][])();
      expect(rows.length).toBeGreaterThan(5);
    });

    test('has no static field, static block or #private, which Apps Script does not parse', async () => {
      expect(refusedSyntax(await builtCode(minify))).toEqual([]);
    });

    test('shows a creator on the emulator, whose contexts have nothing but Apps Script', async () => {
      const addon = await createAddon({ files: { code: await builtCode(minify), manifest, html: {} } });
      const [handle] = ordinaryHandles(addon.standin, 1);
      const shown = await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
      await addon.close();
      expect(shown).toBeTypeOf('number');
    });
  });

test('no global is named that Apps Script lacks, and no method newer than ES2019, run or not', async () => {
  expect(unknownNames(await builtCode(false))).toEqual([]);
});

test('the minified bundle is at most 120 KB', async () => {
  expect(Buffer.byteLength(await builtCode(true), 'utf8')).toBeLessThanOrEqual(LARGEST_MINIFIED_BYTES);
});

for (const minify of [false, true])
  describe(minify ? 'the minified script of clicks' : 'the script of clicks', () => {
    test('loads with the language alone, asks nothing of a service, and has only what Apps Script parses', async () => {
      const code = await deskCode(minify);
      expect(typeof load(code, forbiddenServices())['InfluDesk_']).toBe('object');
      expect(refusedSyntax(code)).toEqual([]);
    });

    test('stands in an HTML file without a template literal or an end of script, which HtmlService would break', async () => {
      const code = await deskCode(minify);
      expect(code).not.toContain('`');
      expect(code).not.toMatch(/<\/script/i);
    });
  });

test('the script of clicks names no global that Apps Script lacks, and no method newer than ES2019', async () => {
  expect(unknownNames(await deskCode(false))).toEqual([]);
});

describe('these tests can fail', () => {
  test('a service that is asked for something at load is seen', () => {
    expect(() => load('var cache = CacheService.getScriptCache();', forbiddenServices())).toThrow('CacheService');
  });

  test('a global that Node has and Apps Script lacks is seen, at load and in what does not run', () => {
    for (const name of ['URL', 'TextEncoder', 'setTimeout', 'fetch', 'process', 'require', 'Atomics', 'console'])
      expect(() => load(`var found = ${name};`), name).toThrow('is not defined');
    const code = 'function later(text) { return [new URL(text), structuredClone(text), console.log(text)]; }';
    expect(unknownNames(code)).toEqual(['URL', 'structuredClone']);
    expect(unknownNames("function later() { return 'a'.replaceAll('a', 'b'); }")).toEqual(['replaceAll']);
  });

  test('syntax that Apps Script refuses is seen', () => {
    expect(refusedSyntax('class A { static a = 1; b = 2; }')).toHaveLength(1);
    expect(refusedSyntax('class A { #a = 1; }')).toHaveLength(1);
    expect(refusedSyntax('class A { static { A.a = 1; } }')).toHaveLength(1);
    expect(refusedSyntax('class A { static a() {} }')).toEqual([]);
  });
});
