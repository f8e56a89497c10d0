import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  markupWithoutDoubleSlash,
  refuseDoubleSlash,
  scriptWithoutDoubleSlash,
  styleWithoutDoubleSlash,
} from '../../double-slash.mjs';
import { examples } from '../setup/examples';

const RUNS = examples(300, 11);

const worth = (script: string): unknown =>
  // oxlint-disable-next-line no-new-func, no-implied-eval -- the test's own text
  new Function(`let result, g = 2; ${script}\nreturn result;`)();

/** A script of one expression is worth the same before and after. */
function same(expression: string): void {
  const code = `result = ${expression}`;
  const without = scriptWithoutDoubleSlash(code);
  expect(without).not.toContain('//');
  expect(worth(without), without).toEqual(worth(code));
}

describe('a script', () => {
  test.each([
    ['an address', '"https://x.com//a///b"'],
    ['one between escapes', String.raw`"\\//\n\//\""`],
    ['one in single quotes', `'//"//'`],
    ['a name', '{ "http://www.w3.org": 1 }'],
    ['an expression that ends with a slash', String.raw`/https?:\//.test("https:/" + "/")`],
    ['two slashes in an expression', String.raw`/^\/\/+$/.exec("/" + "/")[0].length`],
    ['slashes in a class', String.raw`"a/b".split(/[//]/)`],
    ['slashes in a class, escaped and not', String.raw`"a/b".split(/[\//^]/u)`],
    ['a backslash before the end of an expression', String.raw`/\\\//.test("\\/")`],
    ['a division next to a division', '8 / g / g'],
    ['an expression divided', '/a//g'],
    ['an expression behind a division', '8 / /2/.exec("2")[0]'],
    ['comments between divisions', '8 /* a */ / /* b */ g // c'],
    ['a comment behind an expression', '/a/.source/* // */'],
    ['addresses in an expression of a template', '`a${"https://x".length}b`'],
  ])('is worth the same: %s', (_what, expression) => same(expression));

  test('is worth the same: any string', () => {
    const piece = fc.constantFrom('/', '/', '\\', '"', "'", 'n', ':', '\n', '*', '\u2028');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => same(JSON.stringify(pieces.join('')))),
      RUNS,
    );
  });

  test('is worth the same: any expression', () => {
    const piece = fc.constantFrom('\\/', '\\/', '[/]', '[//]', '[^/]', '[\\]/]', '\\\\', 'a', ':', '(?:\\/)', '[*]');
    const text = fc.array(fc.constantFrom('/', '/', 'a', ':', '\\', ']', '*'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.array(text, { maxLength: 5 }), (pieces, texts) =>
        same(`${JSON.stringify(texts.map((each) => each.join('')))}.map((t) => t.replace(/${pieces.join('')}/g, "+"))`),
      ),
      RUNS,
    );
  });

  test('loses its comments, and no line end that ends a statement', () => {
    expect(scriptWithoutDoubleSlash('a() // x\nb() /* y\n */ c()/* http://z */;')).toBe('a()  \nb() \n c() ;');
  });

  test('that does not parse is refused', () => {
    expect(() => scriptWithoutDoubleSlash('var a = ;')).toThrow('does not parse');
  });
});

test('a style: strings and addresses say the same in another way', () => {
  expect(
    styleWithoutDoubleSlash(
      '@namespace "http://a";/* "// */b{background:url(data:image/svg+xml,http://c)}d::before{content:\'//"//\'}',
    ),
  ).toBe(
    String.raw`@namespace "http:/\/a"; b{background:url(data:image/svg+xml,http:/\/c)}d::before{content:'/\/"/\/'}`,
  );
});

test('markup: the second slash is an entity', () => {
  expect(markupWithoutDoubleSlash('<a href="https://x///y">//</a>')).toBe(
    '<a href="https:/&#47;x/&#47;&#47;y">/&#47;</a>',
  );
});

test('a page that would still be cut is refused: a template, an operator of a style', () => {
  const template = scriptWithoutDoubleSlash('var a = `https://x`;');
  for (const page of [`<script>${template}</script>`, styleWithoutDoubleSlash('a{b:c//d}')])
    expect(() => refuseDoubleSlash(page)).toThrow(/cut the page at this \/\//);
  expect(refuseDoubleSlash('<p>/ /</p>')).toBe('<p>/ /</p>');
});
