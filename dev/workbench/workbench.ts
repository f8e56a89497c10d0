/**
 * A local spreadsheet around the real bundle: the page, the emulator with the clock on the wall, and the stand-in of
 * influData's API behind real HTTP on loopback. Nothing leaves this machine.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../emulator/emulator';
import { decode, encode } from '../emulator/wire';
import type { Standin } from '../standin/standin';
import { documentTitle } from './demo-document';
import { readDist } from './dist-files';
import { listCustomFunctions } from './function-list';
import { loadPage } from './page-bundle';
import type { PageServer } from './page-server';
import { servePage } from './page-server';
import type { Playground } from './playground';
import { createPlayground } from './playground';
import type { PageMessage, ServerMessage } from './protocol';

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
  /** Another one after *Start over*. */
  readonly emulator: Emulator;
  /** Likewise. */
  readonly standin: Standin;
  close(): Promise<void>;
}

export const defaultPort = 8787;
const standinPollMs = 250;

export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const dist = options.dist ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const [files, page] = await Promise.all([readDist(dist), loadPage()]);
  const functions = listCustomFunctions(files.code);
  let instance = randomUUID();

  // Nobody is told before the document is ready: a page of an earlier workbench may be waiting for this one.
  let server: PageServer | null = null;
  const tell = (message: ServerMessage, client?: string) =>
    server?.tell(message, client === undefined ? client : { client });
  const open = (standinPort: number): Promise<Playground> =>
    createPlayground(
      { files, standinPort, withKey: options.withKey !== false, latencyMs: options.latencyMs },
      {
        clients: () => server?.clients() ?? [],
        tellPage: (client, told) => tell({ kind: 'mutations', ...told }, client),
        tell,
        sidebarClient: page.sidebarClient,
        keepFrame: (html) => server?.keepFrame(html) ?? '',
      },
    );
  let now = await open(options.standinPort ?? 0);

  const hello = (): ServerMessage => ({
    kind: 'hello',
    instance,
    sandboxOrigin: server?.sandboxOrigin ?? '',
    title: documentTitle,
    workbook: now.emulator.spreadsheet.snapshot(),
    looks: now.line.looks(),
    functions,
    menu: now.ui.menu(),
    standin: now.desk.state(),
  });

  let toldStandin = '';
  function tellStandin(): void {
    const state = now.desk.state();
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
        now.line.edit(client, message);
      } catch (error) {
        // A script deleted what the person was editing: the page takes the document as it is here.
        console.warn(`The page loads anew: ${String(error)}`);
        tell(hello(), client);
      }
    },
    resync: ({ sheetIds }, client) => now.line.resend(client, sheetIds),
    calculate: async ({ id, name, args }, client) => {
      tell({ kind: 'calculated', id, answer: await now.calculate(name, args) }, client);
    },
    click: async ({ functionName }) => {
      const error = await now.ui.click(functionName);
      now.line.flush();
      tell({ kind: 'clicked', functionName, ...(error !== undefined && { error }) });
    },
    serve: async ({ id, name, args }, client) => {
      const served = await now.emulator.serve(name, decode(args) as unknown[]);
      now.line.flush();
      const result = served.ok
        ? { ok: true as const, value: encode(served.value) }
        : { ok: false as const, ...served.error };
      tell({ kind: 'served', id, result }, client);
    },
    answer: ({ id, button, text }) => now.ui.answer(id, button, text),
    sidebarClosed: () => now.ui.panelClosed(),
    standin: ({ action }) => {
      now.desk.act(action);
      tellStandin();
    },
    startOver: async () => {
      await now.close();
      now = await open(now.standinPort);
      instance = randomUUID();
      tell(hello());
    },
  };

  server = await servePage(
    page,
    {
      opened: (client) => {
        now.line.forget(client);
        tell(hello(), client);
        for (const message of now.ui.present()) tell(message, client);
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
    standinUrl: now.standinUrl,
    get emulator() {
      return now.emulator;
    },
    get standin() {
      return now.standin;
    },
    async close() {
      clearInterval(poll);
      await close();
      await now.close();
    },
  };
}
