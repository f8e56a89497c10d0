/** What scripts show to a person: menus, alerts, toasts, the sidebar. The page is the person's side of it. */
import { randomUUID } from 'node:crypto';
import type { Emulator } from '../emulator/emulator';
import type { ButtonName, Dialogue, MenuEntry, Panel, UiEvent } from '../emulator/spreadsheet/ui-desk';
import type { DialogRequest, MenuItem, ServerMessage } from './protocol';

export interface ScriptUi {
  /** Runs onOpen, which builds the menu. */
  open(): Promise<void>;
  menu(): MenuItem[];
  /** The sidebar and the dialogs that are open, for a page that comes later. */
  present(): ServerMessage[];
  /** @returns the sentence of the error, if the function threw */
  click(functionName: string): Promise<string | undefined>;
  answer(dialogId: number, button: string, text: string): void;
  panelClosed(): void;
}

export interface UiPage {
  tell(message: ServerMessage): void;
  /** google.script for the frame, as a script. */
  sidebarClient: string;
  keepFrame(html: string): string;
}

/** As the add-on is called in Extensions. */
const addonName = 'influData';
const modalWidthPixels = 600;

const itemsOf = (entries: MenuEntry[]): MenuItem[] =>
  entries.map(({ label, functionName, entries: inner }) => {
    if (inner) return { label, items: itemsOf(inner) };
    return functionName === undefined ? { label: null } : { label, functionName };
  });

const requestOf = ({ id, kind, title, message, buttons }: Dialogue): DialogRequest => ({
  id,
  type: kind,
  title,
  message,
  buttons: buttons.split('_'),
});

/** What an earlier document's sidebar kept for itself in this tab is not this one's. */
const forgetOthers = (document: string): string =>
  `if (sessionStorage.getItem('workbench') !== '${document}') sessionStorage.clear();` +
  `sessionStorage.setItem('workbench', '${document}');`;

/** The client script goes before everything of the page's own. */
function frameHtml(page: string, sidebarClient: string, document: string): string {
  const client = sidebarClient.replaceAll('</script', String.raw`<\/script`);
  const script = `<script>${forgetOthers(document)}${client}</script>`;
  const start = /<head\b[^>]*>/i.exec(page) ?? /<!doctype[^>]*>/i.exec(page);
  const at = start ? start.index + start[0].length : 0;
  return page.slice(0, at) + script + page.slice(at);
}

export function createScriptUi(emulator: Emulator, page: UiPage): ScriptUi {
  const { ui } = emulator;
  const document = randomUUID();

  function menu(): MenuItem[] {
    const addon = ui.menus.filter(({ kind }) => kind === 'addon');
    const own = ui.menus.filter(({ kind }) => kind === 'top');
    return [
      {
        label: 'Extensions',
        items: addon.map(({ caption, entries }) => ({ label: caption || addonName, items: itemsOf(entries) })),
      },
      ...own.map(({ caption, entries }) => ({ label: caption, items: itemsOf(entries) })),
    ];
  }

  function show(panel: Panel | null, modal: boolean): void {
    if (!panel) {
      page.tell({ kind: 'closeSidebar' });
      return;
    }
    const url = page.keepFrame(frameHtml(panel.html, page.sidebarClient, document));
    page.tell({ kind: 'sidebar', title: panel.title, url, width: panel.width ?? modalWidthPixels, modal });
  }

  const shown: { [Type in UiEvent['type']]?: (event: UiEvent) => void } = {
    menus: () => page.tell({ kind: 'menu', menu: menu() }),
    toast: (event) => {
      if (event.type !== 'toast') return;
      const { title, message, timeoutSeconds: seconds } = event.toast;
      page.tell({ kind: 'toast', title, message, seconds });
    },
    dialogue: (event) => {
      if (event.type === 'dialogue') page.tell({ kind: 'dialog', dialog: requestOf(event.dialogue) });
    },
    sidebar: () => show(ui.sidebar, false),
    dialog: () => show(ui.dialog, true),
  };
  ui.subscribe((event) => shown[event.type]?.(event));

  return {
    async open() {
      ui.sidebar = null;
      ui.dialog = null;
      ui.menus = [];
      const { error } = await emulator.open();
      if (error) page.tell({ kind: 'toast', title: 'onOpen', message: error.message, seconds: -1 });
    },
    menu,
    present: () => ui.open().map((dialogue) => ({ kind: 'dialog', dialog: requestOf(dialogue) })),
    async click(functionName) {
      const { outcome, error } = await emulator.run({ name: functionName, mode: 'FULL', source: 'menu' });
      if (outcome === 'killed') return 'Exceeded maximum execution time';
      return error && `${error.name}: ${error.message}`;
    },
    answer: (dialogId, button, text) => ui.reply(dialogId, { button: button as ButtonName, text }),
    panelClosed() {
      ui.sidebar = null;
      ui.dialog = null;
    },
  };
}
