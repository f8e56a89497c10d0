/**
 * A local spreadsheet around the real bundle: the page, the emulator with the clock on the wall, and the stand-in of
 * influData's API behind real HTTP on loopback. Nothing leaves this machine.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../emulator/emulator';
import { createEmulator } from '../emulator/emulator';
import { createLoopbackTransport } from '../emulator/loopback-transport';
import { captureCells } from '../emulator/spreadsheet/mutation';
import { gridArea } from '../emulator/spreadsheet/sheet-data';
import { decode, encode } from '../emulator/wire';
import type { Standin } from '../standin/standin';
import { createStandin } from '../standin/standin';
import { applyEdit } from './apply-edits';
import { demoDocument, documentTitle } from './demo-document';
import type { Edit, Mutation } from './document';
import { listCustomFunctions } from './function-list';
import { loadPage } from './page-bundle';
import type { PageServer } from './page-server';
import { servePage } from './page-server';
import type { CellAnswer, PageMessage, ServerMessage } from './protocol';
import { createScriptUi } from './script-ui';
import { createStandinDesk } from './standin-desk';

export interface WorkbenchOptions {
  /** Default 8787 or the next free one; 0: any. */
  port?: number;
  /** Of the stand-in, 0 (any) by default. */
  standinPort?: number;
  /** false: no API key, for the way through the sign-up. */
  withKey?: boolean;
  /** Of the stand-in's answers; default 300. */
  latencyMs?: number;
  /** What clasp pushes: Code.js, appsscript.json, HTML. Default dist/. */
  dist?: string;
}

export interface Workbench {
  url: string;
  standinUrl: string;
  emulator: Emulator;
  standin: Standin;
  close(): Promise<void>;
}

export const defaultPort = 8787;
/** Of the 30 simultaneous executions of a user; the others are left to menu and sidebar. */
const cellsAtOnce = 25;
const standinPollMs = 250;
/** Not told to other pages. */
const unsharedEdits = new Set<Edit['type']>(['results', 'select', 'activateSheet']);

async function readDist(folder: string): Promise<{ code: string; manifest: object; html: Record<string, string> }> {
  if (!existsSync(join(folder, 'Code.js')))
    throw new Error(`There is no ${join(folder, 'Code.js')}: run "npm run build" first.`);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  const html = await Promise.all(
    names.map(async (name) => [name.replace(/\.html$/, ''), await readFile(join(folder, name), 'utf8')] as const),
  );
  return {
    code: await readFile(join(folder, 'Code.js'), 'utf8'),
    manifest: JSON.parse(await readFile(join(folder, 'appsscript.json'), 'utf8')) as object,
    html: Object.fromEntries(html),
  };
}

export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const dist = options.dist ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const [files, page] = await Promise.all([readDist(dist), loadPage()]);
  const standin = createStandin(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs });
  const loopback = await standin.listen(options.standinPort ?? 0);
  const emulator = await createEmulator({ files, transport: createLoopbackTransport(loopback.url), clock: 'real' });
  const { book } = emulator.spreadsheet;
  const desk = createStandinDesk(standin, emulator.stores, loopback.url);
  const functions = listCustomFunctions(files.code);
  let instance = randomUUID();

  let server: PageServer;
  const tell = (message: ServerMessage) => server.tell(message);
  const ui = createScriptUi(emulator, {
    tell,
    sidebarClient: page.sidebarClient,
    keepFrame: (html) => server.keepFrame(html),
  });

  // What changes in the document is told as soon as the running code yields: many cells, one message.
  let mutations: Mutation[] = [];
  /** The edit that is being applied: its page has done it already, only the others are told. */
  let editing: { client: string; edit: Edit } | null = null;
  const structureOf = new Map<string, number>();
  const tellCells = (client: string, list: Mutation[]) =>
    server.tell({ kind: 'mutations', mutations: list, structure: structureOf.get(client) ?? 0 }, { client });
  function tellMutations(): void {
    const ready = mutations;
    mutations = [];
    // Nothing here recalculates by this list, and it would only grow.
    book.changes = [];
    if (ready.length === 0) return;
    for (const client of server.clients()) if (client !== editing?.client) tellCells(client, ready);
  }
  book.watchers.add((mutation) => {
    // Where one person looks is no business of another's page, and every page computes for itself.
    if (editing && unsharedEdits.has(editing.edit.type)) return;
    if (mutations.length === 0) setImmediate(tellMutations);
    mutations.push(mutation);
  });

  async function startOver(): Promise<void> {
    for (const scope of ['script', 'document', 'user'] as const) {
      emulator.stores.cache(scope).clear();
      emulator.stores.properties(scope).clear();
    }
    standin.faults.clear();
    standin.charges.clear();
    emulator.spreadsheet.load(demoDocument(standin.creators.demoSheet));
    desk.setKey(options.withKey === false ? 'none' : 'demo');
    await ui.open();
  }

  let calculating = 0;
  const waitingCells: (() => void)[] = [];
  async function calculate(name: string, args: string): Promise<CellAnswer> {
    if (calculating >= cellsAtOnce) await new Promise<void>((resolve) => waitingCells.push(resolve));
    calculating += 1;
    try {
      const result = await emulator.cell(name, ...(decode(args) as unknown[]));
      return result.error ? { error: result.error } : { value: encode(result.value) };
    } catch (error) {
      return { error: { display: '#ERROR!', note: String(error) } };
    } finally {
      calculating -= 1;
      waitingCells.shift()?.();
    }
  }

  const hello = (): ServerMessage => ({
    kind: 'hello',
    instance,
    sandboxOrigin: server.sandboxOrigin,
    title: documentTitle,
    workbook: emulator.spreadsheet.snapshot(),
    functions,
    menu: ui.menu(),
    standin: desk.state(),
  });

  type Handlers = {
    [Kind in PageMessage['kind']]: (message: Extract<PageMessage, { kind: Kind }>, client: string) => unknown;
  };
  const handlers: Handlers = {
    edits: ({ edits, structure }, client) => {
      tellMutations();
      try {
        for (const edit of edits) {
          editing = { client, edit };
          applyEdit(book, edit);
        }
      } catch (error) {
        // A script deleted what the person was editing: the page takes the document as it is here.
        console.warn(`The page loads anew: ${String(error)}`);
        server.tell(hello(), { client });
      } finally {
        tellMutations();
        editing = null;
      }
      if (structure === structureOf.get(client)) return;
      structureOf.set(client, structure);
      tellCells(client, []);
    },
    resync: ({ sheetIds }, client) => {
      tellMutations();
      const present = book.sheets.filter(({ id }) => sheetIds.includes(id));
      tellCells(
        client,
        present.map((sheet) => captureCells(sheet, gridArea(sheet))),
      );
    },
    calculate: async ({ id, name, args }, client) => {
      const answer = await calculate(name, args);
      server.tell({ kind: 'calculated', id, answer }, { client });
    },
    click: async ({ functionName }) => {
      const error = await ui.click(functionName);
      tellMutations();
      tell(error === undefined ? { kind: 'clicked', functionName } : { kind: 'clicked', functionName, error });
    },
    serve: async ({ id, name, args }, client) => {
      const result = await emulator.serve(name, decode(args) as unknown[]);
      tellMutations();
      server.tell(
        {
          kind: 'served',
          id,
          result: result.ok ? { ok: true, value: encode(result.value) } : { ok: false, ...result.error },
        },
        { client },
      );
    },
    answer: ({ id, button, text }) => ui.answer(id, button, text),
    sidebarClosed: () => ui.panelClosed(),
    standin: ({ action }) => {
      desk.act(action);
      tellStandin();
    },
    startOver: async () => {
      await startOver();
      mutations = [];
      instance = randomUUID();
      tell(hello());
    },
  };

  server = await servePage(
    page,
    {
      opened: (client) => {
        structureOf.delete(client);
        server.tell(hello(), { client });
        for (const message of ui.present()) server.tell(message, { client });
      },
      received: (client, message) => {
        const handle = handlers[message.kind] as (each: PageMessage, client: string) => unknown;
        void Promise.resolve(handle(message, client)).catch((error: unknown) => console.error(error));
      },
    },
    options.port ?? defaultPort,
  );

  let told = '';
  function tellStandin(): void {
    const state = desk.state();
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    tell({ kind: 'standin', state });
  }
  const poll = setInterval(tellStandin, standinPollMs);
  poll.unref();
  await startOver();

  return {
    url: server.url,
    standinUrl: loopback.url,
    emulator,
    standin,
    async close() {
      clearInterval(poll);
      await server.close();
      await emulator.close();
      await loopback.close();
    },
  };
}
