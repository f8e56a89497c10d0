import { InfluError } from '../../core/error';
import type { Area, Table, Workbook } from '../../core/ports';
import { headerRole } from '../../schema/column-header';
import { freeName } from '../run/sheet-name';
import { understand } from '../selection/selection-reading';
import { templateText } from '../../schema/sheet-text';
import { MENU_REFUSAL } from '../../schema/said-text';

const headersIn = ({ platform, examples }: ReturnType<typeof templateText>): string[] => [platform, examples.handle];
const EXAMPLES = [
  ['Instagram', 'adidas'],
  ['Instagram', 'nike'],
  ['Instagram', 'natgeo'],
  ['TikTok', 'khaby.lame'],
  ['YouTube', 'mkbhd'],
];

/** Rows and columns in which a list of handles is looked for. */
const LOOKED_AT = { rows: 50, columns: 26 };

/**
 * Selects handles as a person would: those of the sheet in front where a header says that they are, or else of a sheet of
 * examples, which is made once. Killed in the middle, that sheet is filled by the next click.
 */
export function selectExample(workbook: Workbook, creators: 'all' | 'one'): { sheet: string } {
  const front = workbook.active();
  const own = front && handlesIn(front);
  const table = own ? front : exampleSheet(workbook);
  const area = own ?? handlesIn(table);
  if (!area) throw new InfluError('sheet', MENU_REFUSAL.examplesGone(table.name()));
  table.show();
  table.select(creators === 'one' ? { ...area, rows: 1 } : area);
  workbook.flush();
  return { sheet: table.name() };
}

/** The cells below the header of a column of handles, as far down as the sheet goes. */
function handlesIn(table: Table): Area | undefined {
  const [lastRow, lastColumn] = [table.lastRow(), table.lastColumn()];
  if (lastRow < 2 || lastColumn < 1) return undefined;
  const [rows, columns] = [Math.min(lastRow, LOOKED_AT.rows), Math.min(lastColumn, LOOKED_AT.columns)];
  const area = { row: 1, column: 1, rows, columns };
  const cells = table.read(area);
  try {
    const window = { numbers: cells.map((_, at) => at + 1), rows: cells };
    const { column, header, firstRow } = understand(window, [area]);
    const isFilled = (cells[firstRow - 1]?.[column - 1] ?? '') !== '';
    const isList = isFilled && ['handle', 'link'].includes(headerRole(header) ?? '');
    return isList ? { row: firstRow, column, rows: lastRow - firstRow + 1, columns: 1 } : undefined;
  } catch (error) {
    // Nothing in it reads as handles.
    if (error instanceof InfluError) return undefined;
    throw error;
  }
}

function exampleSheet(workbook: Workbook): Table {
  const there = templateText.each().flatMap(({ examples }) => workbook.find(examples.name) ?? []);
  const filled = there.find(handlesIn);
  if (filled) return filled;
  const table = there.find(isBare) ?? createExamples(workbook);
  const cells = [headersIn(templateText()), ...EXAMPLES];
  table.write({ row: 1, column: 1, rows: cells.length, columns: 2 }, cells);
  workbook.flush();
  return table;
}

const createExamples = (workbook: Workbook): Table =>
  workbook.create(
    freeName(workbook, [templateText().examples.name]),
    headersIn(templateText()).map((header) => ({ header })),
  );

/** Nothing stands there but our headers, or not even those. */
function isBare(table: Table): boolean {
  const [lastRow, lastColumn] = [table.lastRow(), table.lastColumn()];
  if (lastRow === 0) return true;
  if (lastRow > 1 || lastColumn > 2) return false;
  const [headers = []] = table.read({ row: 1, column: 1, rows: 1, columns: 2 });
  return templateText.each().some((text) => headers.every((own, at) => own === '' || own === headersIn(text)[at]));
}
