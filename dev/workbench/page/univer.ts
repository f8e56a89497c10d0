/** Univer with the core preset for sheets, and the few services of its injector that the workbench needs. */
import type { IWorkbookData } from '@univerjs/core';
import {
  ICommandService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
} from '@univerjs/core';
import type { FRange, FWorkbook } from '@univerjs/preset-sheets-core';
import { FUniver } from '@univerjs/core/facade';
import {
  CellAlertManagerService,
  FormulaDataModel,
  HoverManagerService,
  IActiveDirtyManagerService,
  IDescriptionService,
  IFunctionService,
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import { SheetsFilterService, UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import { byId } from './element';
import { showAsSheetsDoes, type ConditionalFormats } from './sheets-display';
import { workbookId } from './workbook-data';
import english from '@univerjs/preset-sheets-core/locales/en-US';
import filterEnglish from '@univerjs/sheets-filter/locale/en-US';
import filterUiEnglish from '@univerjs/sheets-filter-ui/locale/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/sheets-filter-ui/lib/index.css';

export interface SheetsComponent {
  api: FUniver;
  workbook: FWorkbook;
  commands: ICommandService;
  functions: IFunctionService;
  descriptions: IDescriptionService;
  dirty: IActiveDirtyManagerService;
  formulas: FormulaDataModel;
  conditionalFormats: ConditionalFormats;
  filters: SheetsFilterService;
  /** Tells the cell under the pointer, null where there is none. */
  onHover(tell: (cell: FRange | null) => void): void;
  /** Tells once that the grid is drawn and takes input. */
  whenReady(then: () => void): void;
  /** Where a cell is on the page; Univer itself tells where it is on an unscrolled sheet. */
  cellOnPage(cell: FRange): DOMRect;
  /** Where the cells are on the page: the grid without its headers. */
  cellsOnPage(): DOMRect;
}

/** @param container the id of an element */
export function createSheetsComponent(container: string, data: Partial<IWorkbookData>): SheetsComponent {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(english, filterEnglish, filterUiEnglish) },
    logLevel: LogLevel.ERROR,
  });
  // Drawing its buttons anew is a third of the work that a typed cell makes; most tests look at none of them.
  const toolbar = !location.search.includes('bare');
  const { plugins } = UniverSheetsCorePreset({ container, ribbonType: 'simple', toolbar });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  const api = FUniver.newAPI(univer);
  // Before there is a workbook the injector does not know the services of the formula plugins.
  const workbook = api.createWorkbook(data);
  const injector = univer.__getInjector();
  const formulas = injector.get(FormulaDataModel);
  const conditionalFormats: ConditionalFormats = new Map();
  showAsSheetsDoes(injector.get(SheetInterceptorService), formulas, conditionalFormats);
  // They name and explain errors in Univer's own words; the workbench has its card for that.
  injector.get(CellAlertManagerService).showAlert = () => undefined;
  const lifecycle = injector.get(LifecycleService);
  const renderers = injector.get(IRenderManagerService);
  return {
    api,
    workbook,
    whenReady(then) {
      api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
        // Univer would let three seconds pass before the last parts (the fill handle) come to life.
        if (stage === LifecycleStages.Rendered) requestAnimationFrame(() => (lifecycle.stage = LifecycleStages.Steady));
        if (stage === LifecycleStages.Steady) then();
      });
    },
    cellOnPage(cell) {
      const { x, y, width, height } = cell.getCellRect();
      const render = renderers.getRenderById(workbookId);
      const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
      const { scaleX = 1, scaleY = 1 } = render?.scene ?? {};
      const sheet = workbook.getActiveSheet();
      const scrolledX = cell.getColumn() < sheet.getFrozenColumns() ? 0 : (view?.viewportScrollX ?? 0);
      const scrolledY = cell.getRow() < sheet.getFrozenRows() ? 0 : (view?.viewportScrollY ?? 0);
      const canvas = render?.engine.getCanvasElement().getBoundingClientRect();
      const left = (canvas?.x ?? 0) + (x - scrolledX) * scaleX;
      const top = (canvas?.y ?? 0) + (y - scrolledY) * scaleY;
      return new DOMRect(left, top, width * scaleX, height * scaleY);
    },
    cellsOnPage() {
      const canvas = renderers.getRenderById(workbookId)?.engine.getCanvasElement().getBoundingClientRect();
      const { x = 0, y = 0, width = 0, height = 0 } = canvas ?? {};
      const first = workbook.getActiveSheet().getRange(0, 0).getCellRect();
      return new DOMRect(x + first.x, y + first.y, Math.max(0, width - first.x), Math.max(0, height - first.y));
    },
    onHover(tell) {
      // Univer goes on naming the cell that the pointer left the grid by.
      byId(container).addEventListener('pointerleave', () => tell(null));
      injector.get(HoverManagerService).currentCell$.subscribe((at) => {
        const { row, col } = at?.location ?? {};
        tell(row === undefined || col === undefined ? null : workbook.getActiveSheet().getRange(row, col));
      });
    },
    filters: injector.get(SheetsFilterService),
    commands: injector.get(ICommandService),
    functions: injector.get(IFunctionService),
    descriptions: injector.get(IDescriptionService),
    dirty: injector.get(IActiveDirtyManagerService),
    formulas,
    conditionalFormats,
  };
}
