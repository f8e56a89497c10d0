/**
 * What page and server say to each other. Page to server: POST /send, in order. Server to page: one stream of
 * server-sent events, in order, so that a reply never overtakes the cells it talks about (and a browser's six
 * connections to one host never run out). Values of scripts travel as text encoded by dev/emulator/wire.
 */
import type { Edit, Mutation, WorkbookSnapshot } from './document';

/** A function that cells can call, as its JSDoc in dist/Code.js tells. */
export interface CustomFunction {
  name: string;
  description: string;
  parameters: { name: string; description: string }[];
}

export interface MenuItem {
  /** Null: a separator line. */
  label: string | null;
  functionName?: string;
  items?: MenuItem[];
}

export type CellAnswer =
  | { value: string /* encoded scalar or rows of scalars */ }
  | { error: { display: string; note: string } };

export interface DialogRequest {
  id: number;
  type: 'alert' | 'prompt';
  title: string;
  message: string;
  buttons: string[];
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  atMs: number;
}

export interface ChargeLine {
  atMs: number;
  endpoint: string;
  requests: number;
  what: string;
}

export interface RequestLine {
  atMs: number;
  endpoint: string;
  /** HTTP status, or how the connection ended. */
  status: string;
}

/** What the drawer shows of the stand-in; sent again whenever it changes. */
export interface StandinState {
  url: string;
  running: boolean;
  latencyMs: number;
  key: KeyChoice;
  balance: number | null;
  charged: number;
  charges: ChargeLine[];
  requests: RequestLine[];
  mails: Mail[];
  /** Faults that wait for their call. */
  pendingFaults: string[];
}

const keyChoices = ['demo', 'trial', 'wrong', 'none'] as const;
export type KeyChoice = (typeof keyChoices)[number];

/** Faults for the next call, by name; what each does is in standin-desk.ts. */
const faultNames = ['500', '429', 'lost before', 'lost after', 'HTML', 'truncated'] as const;
export type FaultName = (typeof faultNames)[number];

export type StandinAction =
  | { do: 'run' }
  | { do: 'stop' }
  | { do: 'key'; key: KeyChoice }
  | { do: 'fault'; fault: FaultName }
  | { do: 'latency'; latencyMs: number };

export type PageMessage =
  /**
   * `structure`: how often this page has inserted, deleted or moved rows or columns so far, these edits included.
   * `looks`: how often scripts had turned to a sheet or a selection, as this page knew it.
   */
  | { kind: 'edits'; edits: Edit[]; structure: number; looks: number }
  | { kind: 'resync'; sheetIds: number[] }
  | { kind: 'calculate'; id: number; name: string; args: string }
  | { kind: 'click'; functionName: string }
  | { kind: 'serve'; id: number; name: string; args: string }
  | { kind: 'answer'; id: number; button: string; text: string }
  | { kind: 'sidebarClosed' }
  | { kind: 'standin'; action: StandinAction }
  | { kind: 'startOver' };

export type ServerMessage =
  | {
      kind: 'hello';
      /** Another one after a reconnect means another server: the page loads anew. */
      instance: string;
      sandboxOrigin: string;
      title: string;
      workbook: WorkbookSnapshot;
      looks: number;
      functions: CustomFunction[];
      menu: MenuItem[];
      standin: StandinState;
    }
  /** `structure`: the page's own count as the server knew it; behind the page's, the positions are those of before. */
  | { kind: 'mutations'; mutations: Mutation[]; structure: number; looks: number }
  | { kind: 'calculated'; id: number; answer: CellAnswer }
  | { kind: 'clicked'; functionName: string; error?: string }
  | { kind: 'served'; id: number; result: { ok: true; value: string } | { ok: false; name: string; message: string } }
  | { kind: 'menu'; menu: MenuItem[] }
  | { kind: 'dialog'; dialog: DialogRequest }
  | { kind: 'toast'; title: string; message: string; seconds: number }
  | { kind: 'sidebar'; title: string; url: string; width: number; modal: boolean }
  | { kind: 'closeSidebar' }
  | { kind: 'standin'; state: StandinState };
