import { expect, test } from 'vitest';
import { buildClient, bundleServer } from '../../esbuild.config.mjs';
import { circleIn, sourceEdges, type Edge } from './module-graph';

/** From the ground up. An import points to a lower floor or stays in its folder; one floor's folders do not meet. */
const FLOORS: readonly (readonly string[])[] = [
  ['core'],
  ['schema'],
  ['api'],
  ['gate', 'sheet'],
  // Each kind of run in a room of its own, over what every run is.
  ['jobs/selection'],
  ['jobs/run'],
  ['jobs/pipeline'],
  [
    'jobs/search',
    'jobs/enrich',
    'jobs/report',
    'jobs/content',
    'jobs/menu',
    'jobs/account',
    'jobs/template',
    'jobs/client-sheet',
    'jobs/download',
    'jobs/history',
  ],
  // Finds its posts in the sheets of the others.
  ['jobs/campaign'],
  // Flags stand beside what enriching has bought, brands are looked for in what runs have saved.
  // What these have written goes on to BigQuery.
  ['jobs/schedule', 'jobs/vetting', 'jobs/conflict', 'jobs/archive'],
  ['jobs/check'],
  ['functions', 'sidebar'],
  ['google'],
];

/** Runs in the browser: stands beside the floors. */
const BROWSER = 'client';

function folderOf(path: string): string {
  const [, folder = '', room = ''] = path.split('/');
  return folder === 'jobs' ? `jobs/${room}` : folder;
}
const floorOf = (folder: string): number => FLOORS.findIndex((folders) => folders.includes(folder));

function brokenFloors(edges: readonly Edge[]): string[] {
  return edges
    .filter(({ from, to }) => {
      const [upper, lower] = [folderOf(from), folderOf(to)];
      return upper !== lower && !(floorOf(lower) >= 0 && floorOf(lower) < floorOf(upper));
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

const bundledInputs = async () => (await bundleServer()).metafile.inputs;

async function bundledEdges(): Promise<Edge[]> {
  return Object.entries(await bundledInputs())
    .filter(([from]) => from.startsWith('src/'))
    .flatMap(([from, { imports }]) => imports.map(({ path }) => ({ from, to: path })))
    .filter(({ to }) => to.startsWith('src/'));
}

const ownEdges = (): Edge[] => sourceEdges('src').filter(({ from }) => folderOf(from) !== BROWSER);

test('what the bundle imports points down', async () => {
  const edges = await bundledEdges();
  expect(edges.length).toBeGreaterThan(100);
  expect(brokenFloors(edges)).toEqual([]);
});

test('imports of types alone, which the bundler drops, point down too', () => {
  expect(ownEdges().length).toBeGreaterThan(150);
  expect(brokenFloors(ownEdges())).toEqual([]);
});

test('nothing imports in a circle, types included', async () => {
  expect(circleIn(await bundledEdges())).toBeUndefined();
  const edges = sourceEdges('src').map(({ from, to }) => ({ from: from.replace(/\.tsx?$/, ''), to }));
  expect(circleIn(edges)).toBeUndefined();
});

test('every folder of src has its floor', () => {
  const folders = new Set(ownEdges().map(({ from }) => folderOf(from)));
  expect([...folders].filter((folder) => floorOf(folder) < 0)).toEqual([]);
});

test('the bundle takes nothing from outside but zod/mini', async () => {
  const packages = Object.keys(await bundledInputs())
    // `<stdin>` only hands out what the entry exports: see esbuild.config.mjs.
    .filter((path) => !path.startsWith('src/') && path !== '<stdin>')
    .map((path) => path.split('node_modules/').pop()?.split('/')[0]);
  expect([...new Set(packages)]).toEqual(['zod']);
});

const edge = (from: string, to: string): Edge => ({ from: `src/${from}`, to: `src/${to}` });

test('what a broken floor or a circle is, this test knows', () => {
  expect(brokenFloors([edge('core/text', 'schema/creator')])).toHaveLength(1);
  expect(brokenFloors([edge('schema/creator', 'gate/book')])).toHaveLength(1);
  expect(brokenFloors([edge('gate/admit', 'nowhere/thing')])).toHaveLength(1);
  expect(brokenFloors([edge('jobs/run/run-step', 'jobs/search/search-run')])).toHaveLength(1);
  expect(brokenFloors([edge('jobs/enrich/enrich-run', 'jobs/search/search-run')])).toHaveLength(1);
  expect(brokenFloors([edge('gate/admit', 'gate/fold'), edge('google/entry', 'core/text')])).toEqual([]);
  expect(circleIn([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['src/b', 'src/c', 'src/b']);
});

/** What the browser's files reach for outside their own folder. */
const outside = (count: 'all' | 'values'): Edge[] =>
  sourceEdges('src/client', count).filter(({ to }) => folderOf(to) !== BROWSER);
const shown = ({ from, to }: Edge): string => `${from} -> ${to}`;

const isTable = ({ to }: Edge): boolean => ['schema', 'core'].includes(folderOf(to));

test('the sidebar in the browser takes types from sidebar, and values from the pure tables of schema and core', () => {
  expect(outside('all').length).toBeGreaterThan(30);
  expect(
    outside('values')
      .filter((each) => !isTable(each))
      .map(shown),
  ).toEqual([]);
  expect(
    outside('all')
      .filter((each) => !isTable(each) && folderOf(each.to) !== 'sidebar')
      .map(shown),
  ).toEqual([]);
});

test('the page carries no schema library: a table that needs one is not pure', async () => {
  const { metafile } = await buildClient();
  const packages = Object.keys(metafile.inputs)
    .filter((path) => path.includes('node_modules/'))
    .map((path) => path.split('node_modules/').pop()?.split('/')[0]);
  expect([...new Set(packages)]).toEqual(['preact']);
});
