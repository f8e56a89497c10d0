import { describe, expect, it } from 'vitest';
import { checkSyntax } from '../../dev/emulator/push';
import { emulate, value } from './harness';

const reason = (code: string): string => {
  try {
    checkSyntax(code);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a push', () => {
  it.each([
    ['a private field', 'function f() {}\nclass A {\n  #x = 1;\n  get() { return this.#x; }\n}', 3],
    ['a private method', 'class A { #run() {} }', 1],
    ['a static field', 'class A {\n  static count = 1;\n}', 2],
    ['a static field without a value', 'class A {\n  static count;\n}', 2],
    ['a static block', 'class A { static { this.x = 1; } }', 1],
    ['a logical assignment', 'var a;\na ??= 1;', 2],
  ])('is rejected for %s, naming line and file', (_what, code, line) => {
    expect(reason(code)).toMatch(new RegExp(`^Syntax error: SyntaxError: .* line: ${line} file: Code\\.gs$`));
  });

  it.each([
    ['an export', 'export function f() {}'],
    ['an import', 'import { a } from "a";'],
    ['await at the top', 'await 1;'],
    ['what is not JavaScript', 'function f( {'],
    ['a regular expression newer than 2020', 'var r = /a/v;'],
  ])('is rejected for %s', (_what, code) => {
    expect(reason(code)).toMatch(/^Syntax error: SyntaxError: /);
  });

  it.each([
    ['classes, static methods and instance fields', 'class A { x = 1; static make() { return new A(); } }'],
    ['optional chaining and ??', 'function f(a) { return a?.b ?? 1; }'],
    [
      'spread, async, generators, BigInt',
      'async function f() { return { ...await g(), n: 1n }; } function* g() { yield 1; }',
    ],
    [
      'texts and comments that look like the forbidden',
      'var a = "#fff this.#x"; // class { static x = 1 }\nvar b = `static { #y }`, c = /#z/;',
    ],
  ])('is accepted with %s', (_what, code) => {
    expect(reason(code)).toBe('accepted');
  });

  it('that is rejected changes nothing; one that is accepted counts from the next execution', async () => {
    await expect(emulate('class A { static x = 1; }')).rejects.toThrow(/^Syntax error/);
    const emulator = await emulate('function version() { return 1; }');
    expect(() => emulator.push('class A { #x; } function version() { return 2; }')).toThrow(/^Syntax error/);
    expect(await value(emulator, 'version')).toBe(1);
    emulator.push('function version() { return 3; }');
    expect(await value(emulator, 'version')).toBe(3);
  });
});
