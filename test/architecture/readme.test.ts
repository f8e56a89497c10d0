import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../src/schema/platform';
import { PROFILE_FIELDS } from '../../src/schema/profile-field';
import { NOT_RUN, OUTCOMES, WAITING } from '../../src/schema/row-status';
import { PRICES, type AnswerKind } from '../../src/api/price';
import { DEFAULT_SETTINGS } from '../../src/gate/settings';
import { functionsIn, type PublicFunction } from './entry-file';
import { code, tableUnder } from './markdown-table';
import { readText } from './module-graph';

const readme = readText('README.md');
const formulasPage = readText('docs/formulas.md');
const formulas = tableUnder(formulasPage, '## Formulas');
const formulaFunctions = functionsIn(readText('src/google/entry.ts'), 'exported').filter(({ doc }) =>
  doc.includes('@customfunction'),
);

/** What a formula may have to buy: its worst case. `none`: it makes no call. */
const BUYS: Record<string, AnswerKind | 'none'> = {
  INFLU_FOLLOWERS: 'profile',
  INFLU_ENGAGEMENT: 'profile',
  INFLU_GROWTH: 'profile',
  INFLU_PROFILE: 'profile',
  INFLU_TIMELINE: 'profile',
  INFLU_STATUS: 'status',
  INFLU_AUDIENCE: 'audience',
  INFLU_SEARCH: 'search',
  INFLU_COUNT: 'search',
  INFLU_CONTENT: 'content',
  INFLU_BALANCE: 'balance',
  INFLU_CITIES: 'cities',
  INFLU_CATEGORIES: 'none',
};

const priceOf = (name: string): number => {
  const kind = BUYS[name];
  if (kind === undefined) throw new Error(`say in BUYS what ${name} buys`);
  return kind === 'none' ? 0 : PRICES[kind];
};

const summaryOf = ({ doc }: PublicFunction): string => doc.split('@')[0] ?? '';
const numbersIn = (text: string): number[] => (text.match(/\b\d+\b/g) ?? []).map(Number);

/** The cost that a function's comment names, in requests. */
function namedCost(summary: string): number | undefined {
  const requests = /(\d+) requests?\b/.exec(summary)?.[1];
  if (requests !== undefined) return Number(requests);
  return /\bFree\b/.test(summary) ? 0 : undefined;
}

describe('the table of formulas', () => {
  test('lists what can be typed into a cell, with the arguments', () => {
    const listed = formulas.map(([formula]) => code(formula).replaceAll(/[[\]\s]/g, ''));
    expect(listed).toEqual(formulaFunctions.map(({ name, parameters }) => `${name}(${parameters.join(',')})`));
  });

  for (const [formula, , cost] of formulas) {
    const name = code(formula).replace(/\(.*/, '');
    test(`${name}: the document, comment and price table name the same cost`, () => {
      expect(Math.max(...numbersIn(cost ?? ''))).toBe(priceOf(name));
      const found = formulaFunctions.find((each) => each.name === name);
      expect(found && namedCost(summaryOf(found))).toBe(priceOf(name));
    });
  }

  test('names every field of the catalogue', () => {
    const [, list] = /Names are: ([^.]+)\./.exec(formulasPage) ?? [];
    expect(list?.split(', ')).toEqual(PROFILE_FIELDS.map(({ name }) => name));
  });

  test('names the platforms on which followers are free', () => {
    const free = Object.values(PLATFORMS).filter(({ features }) => features.includes('status'));
    const row = formulas.find(([formula]) => formula?.includes('INFLU_FOLLOWERS'));
    expect(row?.[2]).toContain(`(${free.map(({ label }) => label).join(', ')})`);
  });
});

test('the price table is the one that the gate uses', () => {
  const listed = tableUnder(readme, '## What costs what').map(([kind, , cost]) => [code(kind), Number(cost)]);
  expect(Object.fromEntries(listed)).toEqual(PRICES);
});

describe('the table of settings', () => {
  const rows = tableUnder(readText('docs/settings.md'), '## Settings');

  test('lists every setting with its default, in order', () => {
    const listed = rows.map(([key, value]) => [code(key), JSON.parse(code(value)) as unknown]);
    expect(listed).toEqual(Object.entries(DEFAULT_SETTINGS));
  });

  test('says in what unit each is', () => {
    const units: readonly (readonly [name: RegExp, unit: string])[] = [
      [/^max|^keep/, 'requests'],
      [/Days$/, 'days'],
    ];
    for (const [key, value, unit, effect] of rows) {
      const name = code(key);
      const expected = units.find(([pattern]) => pattern.test(name))?.[1];
      if (expected !== undefined) expect(unit, name).toBe(expected);
      else if (['true', 'false'].includes(code(value))) expect(unit, name).toBe('true or false');
      else expect(unit, name).not.toBe('');
      expect(effect, name).not.toBe('');
    }
  });
});

test('every status of a row is explained', () => {
  const rows = tableUnder(readText('docs/troubleshooting.md'), '## The status of a row');
  const listed = rows.flatMap(([status]) => [...(status ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ''));
  for (const word of [...OUTCOMES, WAITING, NOT_RUN])
    expect(
      listed.some((each) => each.startsWith(word)),
      word,
    ).toBe(true);
  for (const [status, meaning] of rows) expect(meaning, status).not.toBe('');
});

/** Only `check` calls it. */
const INNER_SCRIPT = 'types';

test('the table of scripts lists them all, ten at most', () => {
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
  const listed = tableUnder(readme, '## Scripts').map(([command]) => code(command).replace(/^npm (run )?/, ''));
  const named = Object.keys(scripts).filter((name) => name !== INNER_SCRIPT);
  expect([...listed].sort()).toEqual(named.sort());
  expect(listed.length).toBeLessThanOrEqual(10);
});

test('the menu of docs/sidebar.md has the labels of the menu, in order', () => {
  const labels = [...readText('src/google/menu.ts').matchAll(/\[\s*'([^']+)',\s*(?:'menu\w+'\]|\[)/g)].map(
    ([, label]) => label,
  );
  const page = readText('docs/sidebar.md');
  const section = page.slice(page.indexOf('\n## Menu'), page.indexOf('\n## Sidebar'));
  const listed = [...section.matchAll(/^ *- \*\*([^*]+)\*\*/gm)].flatMap(([, text]) => expanded(text ?? ''));
  expect(labels.length).toBeGreaterThan(0);
  expect(listed).toEqual(labels);
});

/** "Freeze (selection / whole sheet)" stands for two items. */
function expanded(label: string): string[] {
  const [, stem, options] = /^(.*) \(([^)]* \/ [^)]*)\)$/.exec(label) ?? [];
  return options === undefined ? [label] : options.split(' / ').map((option) => `${stem} (${option})`);
}

test('the documents link to what exists', () => {
  const pages = ['formulas', 'settings', 'troubleshooting', 'sidebar', 'conformance', 'first-meeting'];
  const names = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  for (const name of [...names, ...pages.map((page) => `docs/${page}.md`)])
    for (const [, target] of readText(name).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      expect(() => readText(posix.join(posix.dirname(name), target ?? ''))).not.toThrow();
});
