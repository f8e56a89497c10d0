import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../dev/release/release';
import { PLATFORMS } from '../../src/schema/platform';
import { PROFILE_FIELDS } from '../../src/schema/profile-field';
import { cellStatuses, rowStatuses, type StatusHelp } from '../../src/schema/text/help';
import { campaignEn } from '../../src/schema/text/campaign';
import { templateEn } from '../../src/schema/text/template';
import { menuLabelsEn } from '../../src/schema/text/menu';
import { NOT_RUN, OUTCOMES, WAITING } from '../../src/schema/row-status';
import { formulaRows, priceOfFormula, signatureOf } from '../../src/api/formula-table';
import { PRICES } from '../../src/api/price';
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

const priceOf = (name: string): number => {
  const row = formulaRows().find((each) => each.name === name);
  if (!row) throw new Error(`give ${name} a row in FORMULAS`);
  return priceOfFormula(row);
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
  test('is the one that Help lists', () => {
    const listed = formulas.map(([formula, gives]) => [code(formula), gives]);
    expect(listed).toEqual(formulaRows().map((row) => [signatureOf(row), row.gives]));
  });

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

const plain = (text = ''): string => text.replaceAll(/`|\b_|_\b/g, '');
const statusRows = (statuses: readonly StatusHelp[]): string[][] =>
  statuses.map(({ words, meaning, next }) => [words.join(', '), meaning, next]);

test('the tables of statuses are those that Help lists, and every status of a row is in them', () => {
  const page = readText('docs/troubleshooting.md');
  const rowsUnder = (heading: string): string[][] => tableUnder(page, heading).map((row) => row.map(plain));
  expect(rowsUnder('## What a cell can show')).toEqual(statusRows(cellStatuses()));
  expect(rowsUnder('## The status of a row')).toEqual(statusRows(rowStatuses()));
  const listed = rowStatuses().flatMap(({ words }) => words);
  for (const word of [...OUTCOMES, WAITING, NOT_RUN])
    expect(
      listed.some((each) => each.startsWith(word)),
      word,
    ).toBe(true);
});

test('the table of error codes has those of the code, and those that only the page knows', () => {
  const ours = [...readText('src/core/error.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, name]) => name);
  const [, pages = ''] = /FailureCode = ErrorCode \|(.*);/.exec(readText('src/client/call.ts')) ?? [];
  const known = [...ours, ...[...pages.matchAll(/'(\w+)'/g)].map(([, name]) => name)];
  expect(known.length).toBeGreaterThan(15);
  const listed = tableUnder(readText('docs/troubleshooting.md'), '## Codes of errors').map(([name]) => code(name));
  expect(listed).toEqual(known);
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

const labelOf = (name: string): unknown =>
  Object.entries(menuLabelsEn()).find(([each]) => each === name)?.[1] ??
  Object.entries({ ...templateEn(), campaign: campaignEn() }).flatMap(([each, text]) =>
    each === name && typeof text === 'object' && 'name' in text ? [text.name] : [],
  )[0];

test('the menu of docs/sidebar.md has the labels of the menu, in order', () => {
  const names = [...readText('src/google/menu.ts').matchAll(/\[\s*(?:(?:says|templates)\.(\w+)|(\w+)Text\(\)\.name)/g)];
  const labels = names.map(([, name, template = '']) => labelOf(name ?? template));
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

/** As GitHub makes them of headings. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]|\b_|_\b/gu, '')
      .replaceAll(' ', '-'),
  );

const under = (folder: string): string[] => readdirSync(folder).map((name) => posix.join(folder, name));

test('the documents link to what exists, and to what lies beside them in the folder of a release', () => {
  const names = ['.', 'docs', 'docs/publish'].flatMap(under).filter((name) => name.endsWith('.md'));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names)
    for (const [link, path = '', anchor] of readText(name).matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)) {
      const target = path === '' ? name : posix.join(posix.dirname(name), path);
      expect(DOCUMENTS, `${name}: ${link}`).toContain(target.split('/')[0]);
      const text = readText(target);
      if (anchor !== undefined) expect(anchorsOf(text), `${name}: ${link}`).toContain(anchor);
    }
});
