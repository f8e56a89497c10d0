import { badInput, InfluError } from '../../core/error';
import type { CellValue, Table } from '../../core/ports';
import { readCreator } from '../../schema/creator';
import { creatorList, type CreatorList } from './selected-rows';
import { understand, type SelectionChoices } from './selection-reading';

/** Rows of a sheet in which its list begins. */
const ROWS_LOOKED_AT = 260;

/**
 * The list of a sheet, without anybody selecting it: of its parts, which blank rows divide, the one with the most creators,
 * as far as the sheet goes. Throws `badInput` where there is none.
 */
export function wholeList(table: Table, picked: string, choices: SelectionChoices = {}): CreatorList {
  const [last, columns] = [table.lastRow(), table.lastColumn()];
  const rows = last === 0 ? [] : table.read({ row: 1, column: 1, rows: Math.min(last, ROWS_LOOKED_AT), columns });
  const numbers = rows.map((_, at) => at + 1);
  let best: { row: number; headerRow: number; count: number } | undefined;
  for (const part of partsOf(rows)) {
    // The row below the first tells more: the first may be a title or a header.
    const row = part.rows > 1 ? part.row + 1 : part.row;
    const area = { row, column: 1, rows: part.row + part.rows - row, columns };
    const read = attempt(() => understand({ numbers, rows }, [area], choices, picked));
    if (!read) continue;
    const { column, firstRow, headerRow, headerPlatform, platformColumn, isId } = read;
    const count = rows.slice(firstRow - 1, part.row + part.rows - 1).filter((cells) => {
      const platform = platformColumn === undefined ? (headerPlatform ?? picked) : 'instagram';
      return readCreator(platform, cells[column - 1], { isId }).kind === 'creator';
    }).length;
    if (count > (best?.count ?? 0)) best = { row: headerRow ?? part.row, headerRow: headerRow ?? 0, count };
  }
  // Names with links under them read as nothing here: the first part is as good as any.
  const { row, ...found } = best ?? { row: 1 };
  if (rows.length === 0) throw badInput('This sheet is empty. Open a list of creators first.');
  const header = 'headerRow' in found ? { headerRow: found.headerRow } : {};
  return creatorList(
    table,
    [{ row, column: 1, rows: last - row + 1, columns }],
    picked,
    { ...header, ...choices },
    last,
  );
}

/** Blocks of rows with something in them. */
function partsOf(rows: readonly (readonly CellValue[])[]): { row: number; rows: number }[] {
  const parts: { row: number; rows: number }[] = [];
  rows.forEach((cells, at) => {
    if (cells.every((cell) => cell === '')) return;
    const part = parts[parts.length - 1];
    if (part && part.row + part.rows === at + 1) part.rows += 1;
    else parts.push({ row: at + 1, rows: 1 });
  });
  return parts;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InfluError) return undefined;
    throw error;
  }
}
