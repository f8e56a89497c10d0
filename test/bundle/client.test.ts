import { describe, expect, test } from 'vitest';
import { servedHtml } from '../../dev/emulator/html-serving';
import { filesUnder, readText } from '../architecture/module-graph';
import { distFiles } from '../setup/addon';

/** What makes a browser load something: the sidebar has no right to any of it. */
const EXTERNAL: readonly RegExp[] = [
  /<(?:script|img|iframe|source|video|audio)\b[^>]*\ssrc\s*=/i,
  /<link\b/i,
  /@import\b/i,
  /\burl\((?!\s*["']?(?:data:|#|\)))/i,
  /\bimport\s*\(/,
  /\bimportScripts\s*\(/,
];

const externalIn = (html: string): string[] =>
  EXTERNAL.flatMap((pattern) => {
    const found = pattern.exec(html);
    return found ? [found[0]] : [];
  });

describe('the sidebar', () => {
  const page = distFiles().html['Sidebar'] ?? '';

  test('has no backtick: HtmlService eats comments inside a template literal', () => {
    expect(page).toContain('<script>');
    expect(page).not.toContain('`');
  });

  test('arrives whole, though HtmlService may drop the rest of a line from // on', () => {
    expect(servedHtml(page)).toBe(page);
  });

  test('loads nothing from outside', () => {
    expect(externalIn(page)).toEqual([]);
  });
});

test('what is loaded from outside is seen', () => {
  for (const html of [
    '<script src="https://cdn.example/x.js"></script>',
    '<link rel="stylesheet" href="x.css">',
    '<style>@import "x.css";</style>',
    '<style>a { background: url(https://cdn.example/x.png) }</style>',
    '<script>import("x")</script>',
  ])
    expect(externalIn(html), html).toHaveLength(1);
  expect(externalIn('<style>a { background: url("data:image/png;base64,x") }</style><script>f()</script>')).toEqual([]);
});

test('strangers’ texts never become HTML: no source of the page writes any', () => {
  const sources = filesUnder('src/client');
  expect(sources.length).toBeGreaterThan(40);
  const writing = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/i;
  expect(sources.filter((name) => writing.test(readText(name)))).toEqual([]);
});
