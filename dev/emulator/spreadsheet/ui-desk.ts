// What a person sees of an add-on besides the cells: menus, alerts, prompts, toasts, the sidebar. Host side.

export interface MenuEntry {
  label: string;
  /** Of a separator neither is set. */
  functionName?: string;
  entries?: MenuEntry[];
}

export interface Menu {
  /** `addon`: under Extensions and the add-on's name; `top`: in the menu bar under its caption. */
  kind: 'addon' | 'top';
  caption: string;
  entries: MenuEntry[];
}

export interface MenuItem {
  label: string;
  /** Captions from the outside in, the label last. An add-on's begin with "Extensions". */
  path: string[];
  functionName: string;
}

export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
export type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

/** An alert or a prompt, open until `button` is set. */
export interface Dialogue {
  id: number;
  executionId: number;
  kind: 'alert' | 'prompt';
  title: string;
  message: string;
  buttons: ButtonSetName;
  button?: ButtonName;
  /** What was typed into a prompt. */
  text?: string;
}

export interface Toast {
  message: string;
  title: string;
  /** 5 by default; negative stays until dismissed. */
  timeoutSeconds: number;
  atMs: number;
}

/** A sidebar or dialog as it was shown; one of each at a time. */
export interface Panel {
  title: string;
  /** As it reaches the browser. */
  html: string;
  width: number | null;
  height: number | null;
}

export interface Answer {
  button: ButtonName;
  text?: string;
}

export type UiEvent =
  | { type: 'menus' }
  | { type: 'toast'; toast: Toast }
  | { type: 'dialogue'; dialogue: Dialogue }
  | { type: 'answered'; dialogue: Dialogue }
  | { type: 'sidebar' | 'dialog' };

export interface Ui {
  menus: Menu[];
  /** Every alert and prompt so far, answered or not. */
  dialogues: Dialogue[];
  readonly alerts: Dialogue[];
  readonly prompts: Dialogue[];
  toasts: Toast[];
  sidebar: Panel | null;
  dialog: Panel | null;
  /** Queues what the person will say to the next alert or prompt; a dialogue that is open takes it at once. */
  answer(button: ButtonName, text?: string): void;
  /** Dialogues that wait for an answer (with the real clock). */
  open(): Dialogue[];
  reply(dialogueId: number, answer: Answer): void;
  menuItems(): MenuItem[];
  /** For a page that shows all this. @returns the function that ends it */
  subscribe(listener: (event: UiEvent) => void): () => void;
}

export interface UiDesk extends Ui {
  emit(event: UiEvent): void;
  takeAnswer(): Answer | undefined;
  /** Runs once the dialogue is answered. */
  onReply(dialogueId: number, resume: (answer: Answer) => void): void;
  nextDialogueId(): number;
}

function itemsOf(entries: MenuEntry[], path: string[]): MenuItem[] {
  return entries.flatMap(({ label, functionName, entries: inner }) => {
    const here = [...path, label];
    if (inner) return itemsOf(inner, here);
    return functionName === undefined ? [] : [{ label, path: here, functionName }];
  });
}

/** The function behind a menu item, found by its label or the end of its path, captions parted by " ▸ ". */
export function menuFunction(items: MenuItem[], labelOrPath: string): string {
  const found = items.filter(({ path }) => ` ▸ ${path.join(' ▸ ')}`.endsWith(` ▸ ${labelOrPath}`));
  const [item] = found;
  if (!item || found.length > 1) {
    const known = items.map(({ path }) => path.join(' ▸ ')).join(', ');
    throw new Error(`${found.length} menu items are called "${labelOrPath}"; there are: ${known || 'none'}.`);
  }
  return item.functionName;
}

export function createUiDesk(): UiDesk {
  const listeners = new Set<(event: UiEvent) => void>();
  const answers: Answer[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  const ofKind = (kind: Dialogue['kind']) => desk.dialogues.filter((each) => each.kind === kind);

  const desk: UiDesk = {
    menus: [],
    dialogues: [],
    get alerts() {
      return ofKind('alert');
    },
    get prompts() {
      return ofKind('prompt');
    },
    toasts: [],
    sidebar: null,
    dialog: null,
    answer(button, text) {
      const answer: Answer = text === undefined ? { button } : { button, text };
      const [first] = desk.open();
      if (first) desk.reply(first.id, answer);
      else answers.push(answer);
    },
    open: () => desk.dialogues.filter(({ id }) => waiting.has(id)),
    reply(dialogueId, answer) {
      const resume = waiting.get(dialogueId);
      waiting.delete(dialogueId);
      resume?.(answer);
    },
    menuItems: () =>
      desk.menus.flatMap(({ kind, caption, entries }) =>
        itemsOf(entries, kind === 'addon' ? ['Extensions', ...(caption ? [caption] : [])] : [caption]),
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    takeAnswer: () => answers.shift(),
    onReply: (dialogueId, resume) => void waiting.set(dialogueId, resume),
    nextDialogueId: () => (lastId += 1),
  };
  return desk;
}
