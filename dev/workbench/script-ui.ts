/** What scripts show to a person: menus, alerts, toasts, the sidebar. The page is the person's side of it. */
import type { Emulator } from '../emulator/emulator';
import type { MenuItem, ServerMessage } from './protocol';

export interface ScriptUi {
  /** Runs onOpen, which builds the menu. */
  open(): Promise<void>;
  menu(): MenuItem[];
  /** @returns the sentence of the error, if the function threw */
  click(functionName: string): Promise<string | undefined>;
  answer(dialogId: number, button: string, text: string): void;
  sidebarClosed(): void;
}

export function createScriptUi(
  emulator: Emulator,
  page: { tell(message: ServerMessage): void; sidebarClient: string; keepFrame(html: string): string },
): ScriptUi {
  void page;
  return {
    async open() {
      await emulator.open();
    },
    menu: () => [],
    async click(functionName) {
      const { error } = await emulator.run({ name: functionName, mode: 'FULL' });
      return error?.message;
    },
    answer: () => undefined,
    sidebarClosed: () => undefined,
  };
}
