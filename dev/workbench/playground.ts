/** All that a person can change in the workbench. Starting over makes another one, so that nothing is forgotten. */
import type { Emulator } from '../emulator/emulator';
import { createEmulator } from '../emulator/emulator';
import { createLoopbackTransport } from '../emulator/loopback-transport';
import type { Standin } from '../standin/standin';
import { createStandin } from '../standin/standin';
import { createCellCalls } from './cell-calls';
import { demoDocument } from './demo-document';
import type { DistFiles } from './dist-files';
import type { DocumentLine, DocumentPages } from './document-line';
import { createDocumentLine } from './document-line';
import type { ScriptUi, UiPage } from './script-ui';
import { createScriptUi } from './script-ui';
import type { StandinDesk } from './standin-desk';
import { createStandinDesk } from './standin-desk';

export interface Playground {
  emulator: Emulator;
  standin: Standin;
  standinUrl: string;
  standinPort: number;
  desk: StandinDesk;
  calculate: ReturnType<typeof createCellCalls>;
  line: DocumentLine;
  ui: ScriptUi;
  close(): Promise<void>;
}

export interface PlaygroundOptions {
  files: DistFiles;
  standinPort: number;
  withKey: boolean;
  latencyMs: number | undefined;
}

export async function createPlayground(
  { files, standinPort, withKey, latencyMs }: PlaygroundOptions,
  pages: DocumentPages & UiPage,
): Promise<Playground> {
  const standin = createStandin(latencyMs === undefined ? {} : { latencyMs });
  const loopback = await standin.listen(standinPort);
  const emulator = await createEmulator({ files, transport: createLoopbackTransport(loopback.url), clock: 'real' });
  emulator.spreadsheet.load(demoDocument(standin.creators.demoSheet));
  const desk = createStandinDesk(standin, emulator.stores, loopback.url);
  desk.setKey(withKey ? 'demo' : 'none');
  const ui = createScriptUi(emulator, pages);
  await ui.open();
  return {
    emulator,
    standin,
    standinUrl: loopback.url,
    standinPort: loopback.port,
    desk,
    calculate: createCellCalls(emulator),
    line: createDocumentLine(emulator.spreadsheet.book, pages),
    ui,
    async close() {
      await emulator.close();
      await loopback.close();
    },
  };
}
