import { expect, test } from 'vitest';
import { builtCode, GLOBAL_NAME, load } from '../bundle/built';
import { functionsIn } from './entry-file';
import { readText } from './module-graph';

const exported = functionsIn(readText('src/google/entry.ts'), 'exported');
const signature = ({ name, parameters }: (typeof exported)[number]): string => `${name}(${parameters.join(', ')})`;

test('the bundle has a plain function under its comment for each export, and no other', async () => {
  const wrappers = functionsIn(await builtCode(), 'all');
  expect(wrappers.map(signature)).toEqual(exported.map(signature));
  expect(wrappers.map(({ doc }) => doc)).toEqual(exported.map(({ doc }) => doc));
});

test('each wrapper hands its arguments to the export of its name', async () => {
  const code = await builtCode();
  const context = load(code);
  expect(Object.keys(context[GLOBAL_NAME] as object).sort()).toEqual(exported.map(({ name }) => name).sort());
  for (const { name, parameters } of exported) {
    const seen: unknown[][] = [];
    context[GLOBAL_NAME] = { [name]: (...args: unknown[]) => (seen.push(args), name) };
    const wrapper = context[name] as (...args: unknown[]) => unknown;
    const given = parameters.map((_, index) => index);
    expect(wrapper(...given), name).toBe(name);
    expect(seen, name).toEqual([given]);
  }
});

test('what cells call is a custom function named INFLU_, what menus and triggers call is not', () => {
  for (const { name, doc } of exported) expect(doc.includes('@customfunction'), name).toBe(name.startsWith('INFLU_'));
});

test('every custom function explains each argument and its result', () => {
  for (const { name, parameters, doc } of exported.filter((each) => each.name.startsWith('INFLU_'))) {
    const explained = [...doc.matchAll(/@param \{[^}]+\} (\w+) \S/g)].map(([, parameter]) => parameter);
    expect(explained, name).toEqual(parameters);
    expect(doc, name).toMatch(/@return \{.+\} \S/);
  }
});

test('every menu item calls a function that there is', () => {
  const called = [...readText('src/google/menu.ts').matchAll(/'(menu\w+)'\]/g)].map(([, name]) => name);
  const menuFunctions = exported.map(({ name }) => name).filter((name) => name.startsWith('menu'));
  expect([...called].sort()).toEqual([...menuFunctions].sort());
});
