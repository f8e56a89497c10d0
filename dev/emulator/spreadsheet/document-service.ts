// The services behind SpreadsheetApp: permissions, time, and the buffer of writes that each execution keeps.
import { COST_MS } from '../limits';
import { ServiceError } from '../service';
import type { ExecutionInfo, Service, ServiceCall } from '../service';
import { mayEdit } from './book';
import type { Book } from './book';
import type { BufferedWrite, DocumentMethod, DocumentMethods, MethodContext } from './document-method';
import { texts } from './exception-text';
import { rangeArrangementMethods } from './range-arrangement-methods';
import { rangeMethods } from './range-methods';
import { sheetMethods } from './sheet-methods';
import { spreadsheetMethods } from './spreadsheet-methods';

export interface DocumentOptions {
  book: Book;
  container: 'bound' | 'addon' | 'none';
  /** Brings the built-in formulas up to date after a change. */
  calculate(): void;
  toast(execution: ExecutionInfo, message: string, title: string, timeoutSeconds: number): void;
}

export interface DocumentService extends Service {
  /** What this execution has buffered takes effect now. Throws what the first bad write throws. */
  flush(executionId: number): void;
}

/** Methods by "Class.method", as they are counted and intercepted. */
function named(className: string, methods: DocumentMethods): [string, DocumentMethod][] {
  return Object.entries(methods).map(([name, method]) => [`${className}.${name}`, method]);
}

const documentMethods = new Map<string, DocumentMethod>([
  ...named('Spreadsheet', spreadsheetMethods),
  ...named('Sheet', sheetMethods),
  ...named('Range', rangeMethods),
  ...named('Range', rangeArrangementMethods),
]);

const spreadsheetsScope = 'https://www.googleapis.com/auth/spreadsheets';
const opensDocument = new Set(['openById', 'openByUrl', 'open', 'create']);

const changesDocument = (method: string): boolean => {
  const kind = documentMethods.get(method)?.kind;
  return kind === 'write' || kind === 'change' || method === 'Spreadsheet.toast';
};

export function documentService({ book, container, calculate, toast }: DocumentOptions): DocumentService {
  const buffers = new Map<number, BufferedWrite[]>();

  function flush(executionId: number): void {
    const waiting = buffers.get(executionId);
    if (!waiting) return;
    // One bad write takes the ones behind it along; those before it stay.
    buffers.delete(executionId);
    const replaced = new Map();
    try {
      for (const apply of waiting) apply(replaced);
    } finally {
      calculate();
    }
  }

  function perform(name: string, method: DocumentMethod, { execution, args }: ServiceCall): unknown {
    const context: MethodContext = { book, actor: { user: execution.user } };
    if (execution.cell) context.cell = execution.cell;
    if (changesDocument(name) && !mayEdit(book, execution.user)) throw new ServiceError(texts.noPermission());
    if (method.kind === 'handle') return method.run(context, ...(args as never[]));
    if (method.kind === 'write') {
      const apply = method.run(context, ...(args as never[]));
      const buffer = buffers.get(execution.id);
      if (buffer) buffer.push(apply);
      else buffers.set(execution.id, [apply]);
      return null;
    }
    flush(execution.id);
    const result = method.run(context, ...(args as never[]));
    if (method.kind === 'change') calculate();
    return result ?? null;
  }

  return {
    flush,
    costMs: (method) =>
      method === 'getActiveSpreadsheet' || documentMethods.get(method)?.kind === 'handle'
        ? 0
        : method === 'Sheet.isLineHidden'
          ? COST_MS.row
          : COST_MS.spreadsheet,
    refuse({ mode }, method) {
      if (mode === 'NONE') return texts.notPermitted(`SpreadsheetApp.${method}.`);
      // guides/sheets/functions: a custom function opens no other document; nor does spreadsheets.currentonly.
      if (opensDocument.has(method)) return texts.notPermittedScope(`SpreadsheetApp.${method}`, spreadsheetsScope);
      const name = method.slice(method.indexOf('.') + 1);
      if (mode === 'CUSTOM_FUNCTION' && changesDocument(method)) return texts.notPermitted(name);
      return undefined;
    },
    methods: {
      ...Object.fromEntries(
        [...documentMethods].map(([name, method]) => [name, (call: ServiceCall) => perform(name, method, call)]),
      ),
      /** null without a container. In an add-on's time trigger unverified: the emulator takes the worse answer. */
      getActiveSpreadsheet({ execution }) {
        return container === 'none' || (container === 'addon' && execution.source === 'trigger') ? null : book.id;
      },
      ...Object.fromEntries([...opensDocument].map((method) => [method, () => null])),
      flush({ execution }) {
        flush(execution.id);
        return null;
      },
      'Spreadsheet.toast'({ execution, args }) {
        flush(execution.id);
        const [message, title, timeoutSeconds] = args as [string, string, number];
        toast(execution, message, title, timeoutSeconds);
        return null;
      },
    },
    finish: ({ id }) => flush(id),
    end: ({ id }) => void buffers.delete(id),
  };
}
