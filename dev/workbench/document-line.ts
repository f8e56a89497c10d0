/** The document between the emulator and the open pages: what one changes, the others are told. */
import type { Book } from '../emulator/spreadsheet/book';
import { captureCells } from '../emulator/spreadsheet/mutation';
import { gridArea } from '../emulator/spreadsheet/sheet-data';
import { applyEdit } from './apply-edits';
import type { Edit, Mutation } from './document';
import type { PageMessage, ServerMessage } from './protocol';

type Told = Omit<Extract<ServerMessage, { kind: 'mutations' }>, 'kind'>;

export interface DocumentLine {
  /** How often scripts have turned to another sheet, or to other cells of the one in front. */
  looks(): number;
  /** What scripts have written so far goes out now, ahead of the message that follows. */
  flush(): void;
  /** Throws where page and document have grown apart; the page then has to load anew. */
  edit(client: string, message: Extract<PageMessage, { kind: 'edits' }>): void;
  /** Sheets as they are now, for a page that could not place what it was told. */
  resend(client: string, sheetIds: number[]): void;
  forget(client: string): void;
}

export interface DocumentPages {
  clients(): string[];
  tellPage(client: string, told: Told): void;
}

/** Not told to other pages: where one person looks, and what every page computes for itself. */
const unsharedEdits = new Set<Edit['type']>(['results', 'select', 'activateSheet']);
/** What takes a page elsewhere. */
const looking: ReadonlySet<string> = new Set<Edit['type'] & Mutation['type']>(['select', 'activateSheet']);

export function createDocumentLine(book: Book, pages: DocumentPages): DocumentLine {
  let mutations: Mutation[] = [];
  /** The edit that is being applied: its page has done it already. */
  let editing: { client: string; edit: Edit } | null = null;
  /** By page: how many of its insertions, deletions and moves the document has. */
  const structureOf = new Map<string, number>();
  let looks = 0;
  const tell = (client: string, list: Mutation[]) =>
    pages.tellPage(client, { mutations: list, structure: structureOf.get(client) ?? 0, looks });

  function flush(): void {
    const ready = mutations;
    mutations = [];
    // Nothing here recalculates by this list, and it would only grow.
    book.changes = [];
    if (ready.length === 0) return;
    for (const client of pages.clients()) if (client !== editing?.client) tell(client, ready);
  }

  book.watchers.add((mutation) => {
    if (editing && unsharedEdits.has(editing.edit.type)) return;
    // As soon as the running code yields: many cells, one message.
    if (mutations.length === 0) setImmediate(flush);
    mutations.push(mutation);
    if (editing) return;
    if (looking.has(mutation.type)) looks += 1;
    // A script's new sheet becomes the active one; the emulator says so by nothing else.
    if (mutation.type === 'insertSheet') {
      looks += 1;
      mutations.push({ type: 'activateSheet', sheetId: mutation.sheet.id });
    }
  });

  return {
    flush,
    looks: () => looks,
    edit(client, { edits, structure, looks: known }) {
      flush();
      try {
        for (const edit of edits) {
          // A page that follows a script tells where it is, and may tell it when the script has long gone on.
          if (known < looks && looking.has(edit.type)) continue;
          editing = { client, edit };
          applyEdit(book, edit);
        }
      } finally {
        flush();
        editing = null;
      }
      if (structure === structureOf.get(client)) return;
      structureOf.set(client, structure);
      // Empty, but it tells the page what the document knows.
      tell(client, []);
    },
    resend(client, sheetIds) {
      flush();
      const sheets = book.sheets.filter(({ id }) => sheetIds.includes(id));
      const whole = sheets.map((sheet) => captureCells(sheet, gridArea(sheet)));
      tell(client, whole);
    },
    forget: (client) => void structureOf.delete(client),
  };
}
