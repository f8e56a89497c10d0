/**
 * A local spreadsheet around the real bundle: the page, the emulator with the clock on the wall, and the stand-in of
 * influData's API behind real HTTP on loopback. Nothing leaves this machine.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../emulator/emulator';
import { createEmulator } from '../emulator/emulator';
import { createLoopbackTransport } from '../emulator/loopback-transport';
import { decode, encode } from '../emulator/wire';
import type { Standin } from '../standin/standin';
import { createStandin } from '../standin/standin';
import { createCellCalls } from './cell-calls';
import { demoDocument, documentTitle } from './demo-document';
import { readDist } from './dist-files';
import { createDocumentLine } from './document-line';
import { listCustomFunctions } from './function-list';
import { loadPage } from './page-bundle';
import type { PageServer } from './page-server';
import { servePage } from './page-server';
import type { PageMessage, ServerMessage } from './protocol';
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
  /** Of the page. */
  url: string;
  /** Of the stand-in, without a path. */
  standinUrl: string;
  emulator: Emulator;
  standin: Standin;
  close(): Promise<void>;
}

export const defaultPort = 8787;
const standinPollMs = 250;

export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const dist = options.dist ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const [files, page] = await Promise.all([readDist(dist), loadPage()]);
  const standin = createStandin(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs });
  const loopback = await standin.listen(options.standinPort ?? 0);
  const emulator = await createEmulator({ files, transport: createLoopbackTransport(loopback.url), clock: 'real' });
  const desk = createStandinDesk(standin, emulator.stores, loopback.url);
  const functions = listCustomFunctions(files.code);
  const calculate = createCellCalls(emulator);
  let instance = randomUUID();

  // Nobody is told before the document is ready: a page of an earlier workbench may be waiting for this one.
  let server: PageServer | null = null;
  const tell = (message: ServerMessage, client?: string) =>
    server?.tell(message, client === undefined ? client : { client });
  const line = createDocumentLine(emulator.spreadsheet.book, {
    clients: () => server?.clients() ?? [],
    tell: (client, mutations, structure) => tell({ kind: 'mutations', mutations, structure }, client),
  });
  const ui = createScriptUi(emulator, {
    tell,
    sidebarClient: page.sidebarClient,
    keepFrame: (html) => server?.keepFrame(html) ?? '',
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
    line.flush();
  }

  const hello = (): ServerMessage => ({
    kind: 'hello',
    instance,
    sandboxOrigin: server?.sandboxOrigin ?? '',
    title: documentTitle,
    workbook: emulator.spreadsheet.snapshot(),
    functions,
    menu: ui.menu(),
    standin: desk.state(),
  });

  let toldStandin = '';
  function tellStandin(): void {
    const state = desk.state();
    const text = JSON.stringify(state);
    if (text === toldStandin) return;
    toldStandin = text;
    tell({ kind: 'standin', state });
  }

  type Handlers = {
    [Kind in PageMessage['kind']]: (message: Extract<PageMessage, { kind: Kind }>, client: string) => unknown;
  };
  const handlers: Handlers = {
    edits: (message, client) => {
      try {
        line.edit(client, message);
      } catch (error) {
        // A script deleted what the person was editing: the page takes the document as it is here.
        console.warn(`The page loads anew: ${String(error)}`);
        tell(hello(), client);
      }
    },
    resync: ({ sheetIds }, client) => line.resend(client, sheetIds),
    calculate: async ({ id, name, args }, client) => {
      tell({ kind: 'calculated', id, answer: await calculate(name, args) }, client);
    },
    click: async ({ functionName }) => {
      const error = await ui.click(functionName);
      line.flush();
      tell({ kind: 'clicked', functionName, ...(error !== undefined && { error }) });
    },
    serve: async ({ id, name, args }, client) => {
      const served = await emulator.serve(name, decode(args) as unknown[]);
      line.flush();
      const result = served.ok
        ? { ok: true as const, value: encode(served.value) }
        : { ok: false as const, ...served.error };
      tell({ kind: 'served', id, result }, client);
    },
    answer: ({ id, button, text }) => ui.answer(id, button, text),
    sidebarClosed: () => ui.panelClosed(),
    standin: ({ action }) => {
      desk.act(action);
      tellStandin();
    },
    startOver: async () => {
      await startOver();
      instance = randomUUID();
      tell(hello());
    },
  };

  await startOver();
  server = await servePage(
    page,
    {
      opened: (client) => {
        line.forget(client);
        tell(hello(), client);
        for (const message of ui.present()) tell(message, client);
      },
      received: (client, message) => {
        const handle = handlers[message.kind] as (each: PageMessage, client: string) => unknown;
        void Promise.resolve(handle(message, client)).catch((error: unknown) => console.error(error));
      },
    },
    options.port ?? defaultPort,
  );
  const poll = setInterval(tellStandin, standinPollMs);
  poll.unref();

  const { url, close } = server;
  return {
    url,
    standinUrl: loopback.url,
    emulator,
    standin,
    async close() {
      clearInterval(poll);
      await close();
      await emulator.close();
      await loopback.close();
    },
  };
}
