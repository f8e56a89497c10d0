/** The workbench's page: puts its parts together once the server has said hello. */
import { CellValueType } from '@univerjs/core';
import type { FRange } from '@univerjs/preset-sheets-core';
import type { Mutation } from '../document';
import type { CellAnswer, MenuItem, ServerMessage } from '../protocol';
import { createMutationApplier } from './apply-mutations';
import { createCellCard } from './cell-card';
import { openChannel } from './channel';
import { tickOnClick } from './checkbox';
import { createChartLayer } from './charts';
import { registerDrawnCells } from './drawn-cells';
import { registerCustomFunctions } from './custom-functions';
import { dataMenu } from './data-menu';
import { showDialog, showToast } from './dialogs';
import { createDrawer } from './drawer';
import { byId } from './element';
import { createMenuBar } from './menu-bar';
import type { ServeResult } from './sidebar';
import { createSidebarHost } from './sidebar';
import './styles.css';
import { showTip } from './tip';
import { askBeforeStartingOver } from './start-over';
import { createSheetsComponent } from './univer';
import { watchEdits } from './watch-edits';
import { documentSheetId, toWorkbookData, univerSheetId } from './workbook-data';

type Hello = Extract<ServerMessage, { kind: 'hello' }>;

let instance: string | null = null;
let handle: ((message: ServerMessage) => void) | null = null;

const channel = openChannel(
  (message) => {
    if (message.kind !== 'hello') handle?.(message);
    else if (instance === null) {
      ({ instance } = message);
      handle = start(message);
    } else location.reload();
  },
  (isLost) => {
    byId('lost').hidden = !isLost;
  },
);

function start(hello: Hello): (message: ServerMessage) => void {
  const timeZone = hello.workbook.timeZone ?? 'Etc/UTC';
  byId('title').textContent = hello.title;
  document.title = `${hello.title} – influData workbench`;

  let { looks } = hello;
  const unsettled = new Set<number>();
  let lastId = 0;
  const calculations = new Map<number, (answer: CellAnswer) => void>();
  const served = new Map<number, (result: ServeResult) => void>();
  const ask = <Answer>(waiting: Map<number, (answer: Answer) => void>, send: (id: number) => void) =>
    new Promise<Answer>((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      send(lastId);
    });

  const sheets = createSheetsComponent('grid', toWorkbookData(hello.workbook));
  const { api, workbook } = sheets;
  const functions = registerCustomFunctions(sheets, hello.functions, timeZone, (name, args) =>
    ask(calculations, (id) => channel.send({ kind: 'calculate', id, name, args })),
  );
  const edits = watchEdits(
    sheets,
    functions,
    (list, structure) => channel.send({ kind: 'edits', edits: list, structure, looks }),
    functions.rerun,
  );
  const charts = createChartLayer(sheets);
  const drawn = registerDrawnCells(sheets, timeZone);
  const apply = createMutationApplier(sheets, charts);

  const card = createCellCard(sheets, (cell) =>
    functions.noteAt({ sheetId: cell.getSheetId(), row: cell.getRow(), column: cell.getColumn() }),
  );
  const activeCell = (): FRange | null => workbook.getActiveCell();
  let hovered: FRange | null = null;
  const showCard = () => card.update(workbook.isCellEditing() ? [] : [hovered, activeCell()]);
  sheets.onHover((cell) => {
    hovered = cell;
    showCard();
  });
  const look = () => {
    showCard();
    charts.update();
    drawn.update();
  };

  const menuBar = createMenuBar(byId('menu-bar'), (functionName) => {
    edits.flush();
    menuBar.busy(true);
    channel.send({ kind: 'click', functionName });
  });
  const sidebar = createSidebarHost({
    origin: hello.sandboxOrigin,
    serve: (name, args) => {
      edits.flush();
      return ask(served, (id) => channel.send({ kind: 'serve', id, name, args }));
    },
    closed: () => channel.send({ kind: 'sidebarClosed' }),
    focusEditor: () => byId('grid').querySelector<HTMLElement>('canvas')?.focus(),
  });
  const drawer = createDrawer((action) => channel.send({ kind: 'standin', action }));

  const updateTip = showTip(() => workbook.getActiveSheet());

  function sendSelection(): void {
    const sheet = workbook.getActiveSheet();
    const selections = sheet.getSelection()?.getActiveRangeList() ?? [];
    const current = activeCell();
    if (selections.length === 0 || !current) return;
    edits.select({
      type: 'select',
      sheetId: documentSheetId(sheet.getSheetId()),
      ranges: selections.map((range) => ({
        row: range.getRow() + 1,
        column: range.getColumn() + 1,
        rows: range.getHeight(),
        columns: range.getWidth(),
      })),
      current: { row: current.getRow() + 1, column: current.getColumn() + 1 },
    });
  }

  api.addEvent(api.Event.SelectionChanged, () => {
    sendSelection();
    look();
  });
  api.addEvent(api.Event.ActiveSheetChanged, () => {
    sendSelection();
    look();
  });
  tickOnClick(sheets);
  api.addEvent(api.Event.Scroll, look);
  api.addEvent(api.Event.SheetEditStarted, look);
  api.addEvent(api.Event.SheetEditEnded, look);
  api.getFormula().calculationResultApplied(() => {
    updateTip();
    look();
    // What has spilled stands in its cells a moment later.
    requestAnimationFrame(look);
  });
  window.addEventListener('resize', look);

  askBeforeStartingOver(() => channel.send({ kind: 'startOver' }));
  const data = dataMenu(sheets, (message) => showToast('', message, 10));
  const showMenu = (menu: MenuItem[]) => menuBar.show([data, ...menu]);
  showMenu(hello.menu);
  drawer.show(hello.standin);

  sheets.whenReady(() => {
    const active = hello.workbook.sheets.find(({ id }) => id === hello.workbook.activeSheetId);
    if (active) {
      apply([{ type: 'activateSheet', sheetId: active.id }]);
      if (active.selection) apply([{ type: 'select', sheetId: active.id, ...active.selection }]);
    }
    for (const sheet of hello.workbook.sheets) {
      if (sheet.charts) charts.replace(sheet.id, sheet.charts);
      const { id: sheetId, filter = null, rowProperties = [] } = sheet;
      if (filter)
        apply([
          { type: 'sheetProperties', sheetId, properties: { id: sheetId, name: sheet.name, filter, rowProperties } },
        ]);
      sheets.conditionalFormats.set(univerSheetId(sheet.id), sheet.conditionalFormats ?? []);
    }
    // Sheets runs every formula again when a document is opened; so does this page.
    api.getFormula().executeCalculation();
    document.body.dataset['ready'] = 'true';
  });
  /** What a cell shows, a spilled value too. */
  const displayed = (a1: string): string => {
    const at = workbook.getActiveSheet().getRange(a1);
    const { v, t } = workbook.getActiveSheet().getSheet().getCell(at.getRow(), at.getColumn()) ?? {};
    return t === CellValueType.BOOLEAN ? (v ? 'TRUE' : 'FALSE') : String(v ?? '');
  };
  // For tests and for the curious: window.workbench in the console.
  Object.assign(window, {
    workbench: { api, workbook, functions, flush: edits.flush, cellOnPage: sheets.cellOnPage, displayed },
  });

  type Handlers = { [Kind in ServerMessage['kind']]?: (message: Extract<ServerMessage, { kind: Kind }>) => void };
  const handlers: Handlers = {
    mutations: ({ mutations, structure, ...told }) => {
      ({ looks } = told);
      const isBehind = structure < edits.structure();
      const isUnsettled = (mutation: Mutation): boolean => isBehind && mutation.type === 'cells';
      // Its rows and columns are those of before a person inserted some: take the sheet whole once the server knows.
      for (const mutation of mutations.filter(isUnsettled)) unsettled.add((mutation as { sheetId: number }).sheetId);
      apply(mutations.filter((mutation) => !isUnsettled(mutation)));
      if (!isBehind && unsettled.size > 0) {
        edits.flush();
        channel.send({ kind: 'resync', sheetIds: [...unsettled] });
        unsettled.clear();
      }
      look();
    },
    calculated: ({ id, answer }) => {
      calculations.get(id)?.(answer);
      calculations.delete(id);
    },
    served: ({ id, result }) => {
      served.get(id)?.(result);
      served.delete(id);
    },
    clicked: ({ error }) => {
      menuBar.busy(false);
      if (error) showToast('', error, 20);
    },
    menu: ({ menu }) => showMenu(menu),
    dialog: ({ dialog }) =>
      showDialog(dialog, (button, text) => channel.send({ kind: 'answer', id: dialog.id, button, text })),
    toast: ({ title, message, seconds }) => showToast(title, message, seconds),
    sidebar: (frame) => sidebar.show(frame),
    closeSidebar: () => sidebar.close(),
    standin: ({ state }) => drawer.show(state),
  };
  return (message) => (handlers[message.kind] as ((each: ServerMessage) => void) | undefined)?.(message);
}
