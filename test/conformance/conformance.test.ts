import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { buildConformance } from '../../dev/conformance/build';
import { createEmulator, type Emulator, type Transport } from '../../dev/emulator/emulator';
import { decode, encode } from '../../dev/emulator/wire';

// The facts on which the product rests, all of them, on the emulator. On Google a person runs the very same script.

/** The network that a scratch script meets, as far as its facts go. */
const transport: Transport = {
  send: async (requests) =>
    requests.map(({ url }) => {
      if (url.includes('.invalid')) return { failed: 'dns', latencyMs: 100 };
      const status = url.endsWith('/generate_204') ? 204 : url === 'https://google.com/' ? 301 : 404;
      return { status, headers: {}, body: new Uint8Array(), latencyMs: 100 };
    }),
};

interface FrameMessage {
  influData: string;
  id: number;
  name: string;
  args: string;
}

/** The page in its frame, with the workbench's google.script.run; resolves with the text that it shows at the end. */
async function openPage(emulator: Emulator, html: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['dev/workbench/sidebar-client.ts'],
    bundle: true,
    format: 'iife',
    write: false,
  });
  const heard: ((event: unknown) => void)[] = [];
  let finish: (text: string) => void;
  const ended = new Promise<string>((resolve) => (finish = resolve));
  const parent = {
    postMessage({ influData, id, name, args }: FrameMessage) {
      if (influData !== 'run') return;
      void emulator.serve(name, decode(args) as unknown[]).then((served) => {
        const result = served.ok ? { ok: true, value: encode(served.value) } : { ok: false, ...served.error };
        for (const hear of heard) hear({ source: parent, data: { influData: 'done', id, result } });
      });
    },
  };
  const texts: Record<string, string> = Object.fromEntries(
    [...html.matchAll(/<p id="(\w+)"[^>]*>([^<]*)<\/p>/g)].map(([, id, text]) => [id, text]),
  );
  const element = (id: string) => ({
    get textContent() {
      return texts[id] ?? null;
    },
    set textContent(text: string | null) {
      texts[id] = text ?? '';
      if (id === 'report') finish(texts[id]);
    },
  });
  const window: Record<string, unknown> = {
    parent,
    addEventListener: (_: string, hear: (event: unknown) => void) => heard.push(hear),
    document: { getElementById: element },
    navigator: { userAgent: 'the emulator' },
    location: {},
    // Nothing here is a form.
    HTMLFormElement: Map,
    setTimeout,
    console,
  };
  window['window'] = window;
  const context = createContext(window);
  runInContext(outputFiles[0]?.text ?? '', context);
  for (const [, script = ''] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    try {
      runInContext(script, context);
    } catch (error) {
      // As in a browser: a script that does not parse is left out, and the others run.
      if ((error as Error).name !== 'SyntaxError') throw error;
    }
  }
  return ended;
}

test('every fact that a script can look at holds', async () => {
  const { code, page, manifest } = await buildConformance();
  const files = { code, manifest: JSON.parse(manifest) as object, html: { Page: page } };
  const emulator = await createEmulator({ files, transport });
  await emulator.open();
  const run = await emulator.menu.click('Look at all facts');
  expect(run.error).toBeUndefined();
  await emulator.recalculate();
  const text = await openPage(emulator, emulator.ui.sidebar?.html ?? '');
  const rows = emulator.spreadsheet
    .sheet('Conformance')
    .displays('A2:G200')
    .filter(([name]) => name !== '');
  expect(rows.filter(([, , , , verdict]) => verdict === 'DIFFERS')).toEqual([]);
  expect(text).toMatch(new RegExp(`^${rows.length} facts, 0 differ\\.`));
  expect(rows.filter(([, , , , verdict]) => verdict === 'holds').length).toBeGreaterThan(70);
  // What it had to put there is gone again.
  expect(emulator.spreadsheet.sheetNames()).toEqual(['Sheet1', 'Conformance']);
  expect(emulator.stores.properties('document').all()).toEqual({});
  await emulator.close();
});
