// What SpreadsheetApp.getUi() returns: menus, alerts, prompts, sidebar and dialogs.
import type { Menu, MenuEntry, Panel } from '../spreadsheet/ui-desk';
import { enumeration } from './enumeration';
import { call, exception } from './host';
import { nameOf } from './spreadsheet-host';

type Ui = GoogleAppsScript.Base.Ui;
type ScriptMenu = GoogleAppsScript.Base.Menu;
type ButtonSet = GoogleAppsScript.Base.ButtonSet;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

const Button = enumeration('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
const ButtonSets = enumeration('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

const ask = <Result>(method: string, ...args: unknown[]): Result => call('Ui', method, ...args) as Result;

const entriesOf = new WeakMap<object, Menu>();

function createMenu(kind: Menu['kind'], caption: string): ScriptMenu {
  const data: Menu = { kind, caption, entries: [] };
  const add = (entry: MenuEntry): ScriptMenu => {
    data.entries.push(entry);
    return menu;
  };
  const menu: ScriptMenu = {
    addItem: (label, functionName) => add({ label: String(label), functionName: String(functionName) }),
    addSeparator: () => add({ label: '' }),
    addSubMenu(inner) {
      const { caption: label, entries } = entriesOf.get(inner) as Menu;
      return add({ label, entries });
    },
    addToUi: () => ask('addMenu', data),
  };
  entriesOf.set(menu, data);
  return menu;
}

/** The overloads of alert and prompt: message; message and buttons; title, message and buttons. */
function readDialogue(args: unknown[]): [title: string, message: string, buttons: string] {
  const hasTitle = args.length > 2;
  const [title, message] = hasTitle ? [String(args[0]), String(args[1])] : ['', String(args[0])];
  const buttons = args[hasTitle ? 2 : 1];
  return [title, message, buttons === undefined ? 'OK' : nameOf(buttons as ButtonSet)];
}

function panelOf(output: HtmlOutput | string, title?: string): Panel {
  if (typeof output === 'string' || output === null || output === undefined) {
    throw exception(`The parameters (String) don't match the method signature for Ui.showSidebar.`);
  }
  return {
    title: title ?? output.getTitle(),
    html: output.getContent(),
    width: output.getWidth(),
    height: output.getHeight(),
  };
}

export function createUi(): Ui {
  ask('getUi');
  const buttonNamed = (name: string) => (Button as Record<string, unknown>)[name] as GoogleAppsScript.Base.Button;
  const ui: Omit<Ui, 'showDialog' | 'showModelessDialog'> = {
    Button: Button as unknown as typeof GoogleAppsScript.Base.Button,
    ButtonSet: ButtonSets as unknown as typeof GoogleAppsScript.Base.ButtonSet,
    alert: (...args: unknown[]) => buttonNamed(ask<{ button: string }>('alert', ...readDialogue(args)).button),
    prompt(...args: unknown[]) {
      const { button, text } = ask<{ button: string; text: string }>('prompt', ...readDialogue(args));
      return { getSelectedButton: () => buttonNamed(button), getResponseText: () => text };
    },
    createAddonMenu: () => createMenu('addon', ''),
    createMenu: (caption) => createMenu('top', String(caption)),
    showSidebar: (output) => ask('showSidebar', { ...panelOf(output), width: null, height: null }),
    showModalDialog: (output, title) => ask('showModalDialog', panelOf(output, title)),
  };
  return ui as Ui;
}
