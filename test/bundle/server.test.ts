import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import {
  bareContext,
  builtCode,
  codeWithoutSchemas,
  forbiddenServices,
  GLOBAL_NAME,
  load,
  refusedSyntax,
  unknownNames,
} from './built';

const manifest = JSON.parse(readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8')) as object;

describe('the bundle', () => {
  test('loads with the language alone, no service being there', async () => {
    const context = load(await builtCode());
    expect(typeof context[GLOBAL_NAME]).toBe('object');
    expect(typeof context['INFLU_FOLLOWERS']).toBe('function');
  });

  test('makes no function global but those of the entry, so pages and cells reach no other', async () => {
    const entry = readFileSync(new URL('../../src/google/entry.ts', import.meta.url), 'utf8');
    const entries = [...entry.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
    expect(entries).toContain('influSidebar');
    const bare = bareContext();
    const context = load(await builtCode());
    const functions = Object.getOwnPropertyNames(context).filter((name) => typeof context[name] === 'function');
    expect(functions.filter((name) => !(name in bare)).sort()).toEqual(entries.sort());
  });

  test('asks nothing of a service while it is loaded', async () => {
    const code = await builtCode();
    expect(() => load(code, forbiddenServices())).not.toThrow();
  });

  test('makes no schema while it is loaded: most formulas need none', async () => {
    const code = await codeWithoutSchemas();
    expect(() => load(code)).not.toThrow();
  });

  test('makes none when the sidebar opens either, whatever the gate has stored: theirs took longer than all the rest', async () => {
    const addon = await createAddon({ files: { code: await codeWithoutSchemas(), manifest, html: {} } });
    const spend = { charged: 1, unknown: 0 };
    const state = { version: 2, keys: {}, days: { '2026-11-23': { run: spend } }, runs: {}, counted: [], nextSlot: 0 };
    addon.setProperty('gate', JSON.stringify(state));
    addon.setProperty('pace', JSON.stringify({ version: 1, keys: {} }));
    addon.setSettings({ version: 1, paused: true });
    const opened = await addon.emulator.serve('influSidebar', ['open', {}]);
    await addon.emulator.close();
    expect(opened).toMatchObject({ value: { ok: true, value: { account: { today: { charged: 1 } } } } });
  });

  test('calculates without any global when the formula needs no call', async () => {
    const context = load(await builtCode(), forbiddenServices());
    const rows = (context['INFLU_CATEGORIES'] as () => unknown[][])();
    expect(rows.length).toBeGreaterThan(5);
  });

  test('has no static field, static block or #private, which Apps Script does not parse', async () => {
    expect(refusedSyntax(await builtCode())).toEqual([]);
  });

  test('names no global that Apps Script lacks, and no method newer than ES2019, run or not', async () => {
    expect(unknownNames(await builtCode())).toEqual([]);
  });

  test('makes no code from text', async () => {
    expect(await builtCode()).not.toMatch(/\bnew Function\b|\beval\(/);
  });

  test('tells the names of its functions in a stack trace', async () => {
    const context = load(await builtCode(), forbiddenServices());
    let stack: unknown;
    try {
      (context['onOpen'] as () => void)();
    } catch (error) {
      stack = (error as Error).stack;
    }
    expect(stack).toMatch(/at addMenu \(/);
  });

  test('shows a creator on the emulator, whose contexts have nothing but Apps Script', async () => {
    const addon = await createAddon({ files: { code: await builtCode(), manifest, html: {} } });
    const [handle] = ordinaryHandles(addon.standin, 1);
    const shown = await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    await addon.close();
    expect(shown).toBeTypeOf('number');
  });
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
