// Assembles the spreadsheet side of one emulator: the document, what the person sees, and the two services over them.
import type { Service } from '../service';
import type { World } from '../world';
import { calculate } from './calculator';
import { documentService } from './document-service';
import { createUiDesk } from './ui-desk';
import type { Ui } from './ui-desk';
import { uiService } from './ui-service';

export interface SpreadsheetHost {
  ui: Ui;
  services: { SpreadsheetApp: Service; Ui: Service };
}

type HostWorld = Pick<World, 'clock' | 'container' | 'nowMs' | 'workbook' | 'releaseLocks'>;

function createSpreadsheetHost(world: HostWorld): SpreadsheetHost {
  const { book } = world.workbook;
  const desk = createUiDesk();
  const document = documentService({
    book,
    container: world.container,
    calculate: () => void calculate(book),
    toast(_execution, message, title, timeoutSeconds) {
      const toast = { message, title, timeoutSeconds, atMs: world.nowMs() };
      desk.toasts.push(toast);
      desk.emit({ type: 'toast', toast });
    },
  });
  const ui = uiService({
    desk,
    container: world.container,
    clock: world.clock,
    flush: (executionId) => document.flush(executionId),
    releaseLocks: (executionId) => world.releaseLocks(executionId),
  });
  return { ui: desk, services: { SpreadsheetApp: document, Ui: ui } };
}

const hosts = new WeakMap<HostWorld, SpreadsheetHost>();

/** The spreadsheet side of an emulator, made when first asked for: the services and the emulator's surface share it. */
export function spreadsheetOf(world: HostWorld): SpreadsheetHost {
  let host = hosts.get(world);
  if (!host) {
    host = createSpreadsheetHost(world);
    hosts.set(world, host);
  }
  return host;
}
