import { badInput } from '../../core/error';
import type { CellPicture, CellValue, Table, Tools } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { clientText } from '../../schema/sheet-text';
import { CLIENT_REFUSAL } from '../../schema/said-text';
import { pictureAddress, safeCell } from '../../sheet/safe-text';
import { freeName } from '../run/sheet-name';
import { layClientPage, type ClientPage } from './client-page';
import { placePictures } from './client-picture';
import { addTie } from './client-tie';
import { creatorList, type CreatorList } from './creator-list';
import { isPicture, plainValue, readRows } from './list-rows';
import { platformText } from './shown-creator';

/** A column as the page showed it. */
export interface PickedColumn {
  column: number;
  header: string;
}

export interface MadeClientSheet {
  sheet: string;
  creators: number;
  /** Rows that were left out because they are hidden. */
  hidden: number;
  /** Pictures that it holds, and those of the list that it doesn't. */
  pictures: number;
  picturesLeft: number;
  /** Cells that showed an error or were still loading, and are blank in the copy. */
  blanked: number;
}

/** Names of columns that are ours in the copy, whoever reads it. */
const isReserved = (header: string): boolean =>
  clientText
    .each()
    .some(({ creator, platform, decision, comment }) =>
      [creator, platform, decision, comment].some((text) => text.toLowerCase() === header.trim().toLowerCase()),
    );

/**
 * A copy of a list for somebody else: values and pictures, and room for a decision and a comment. Nothing of it leads back
 * here. Reads first, checks that no row has moved meanwhile, then makes the sheet. Free.
 */
export function makeClientSheet(
  { host, workbook }: Tools,
  table: Table,
  platform: string,
  picked: readonly PickedColumn[],
): MadeClientSheet {
  const list = creatorList(table, platform, true);
  if (list.creators.size === 0) throw badInput(CLIENT_REFUSAL.nobody);
  for (const { column, header } of picked)
    if (headerAt(list, column) !== header) throw badInput(CLIENT_REFUSAL.columnsMoved);
  const width = Math.max(1, ...picked.map(({ column }) => column));
  const read = readRows(list, width);
  const now = creatorList(table, platform, false);
  const isStill = [...list.creators].every(([row, { key }]) => now.creators.get(row)?.key === key);
  if (!isStill || now.headers.join('\n') !== list.headers.join('\n'))
    throw badInput(CLIENT_REFUSAL.rowsMoved(table.name()));

  const isDrawn = ({ column }: PickedColumn): boolean => read.pictures.has(column);
  const columns = [...picked.filter(isDrawn), ...picked.filter((each) => !isDrawn(each))];
  const split = columns.filter(isDrawn).length;
  const blanks = { count: 0 };
  const shown = ({ column, header }: PickedColumn) => ({
    header: isReserved(header) ? `${header} 2` : header,
    isPicture: read.pictures.has(column),
  });
  const rows = [...list.creators].map(([row, creator]) => {
    const [cells, formulas] = [read.cells.get(row) ?? [], read.formulas.get(row) ?? []];
    const valueOf = (each: PickedColumn): CellValue =>
      isDrawn(each) ? '' : plainValue(cells[each.column - 1], formulas[each.column - 1] ?? '', blanks);
    const values = columns.map(valueOf);
    const names = [safeCell(creator.text), platformText(creator.platform)];
    return [...values.slice(0, split), ...names, ...values.slice(split)];
  });
  const formats = [...list.creators.keys()].map((row) => {
    const own = columns.map(({ column }) => read.formats.get(row)?.[column - 1] || 'General');
    return [...own.slice(0, split), 'General', 'General', ...own.slice(split)];
  });
  const heads = columns.map(shown);
  const name = clientText().sheetName(table.name());
  const made = layClientPage(workbook, freeName(workbook, [name, clientText().unfinished]), {
    columns: [...heads.slice(0, split), own(clientText().creator), own(clientText().platform), ...heads.slice(split)],
    rows,
    formats,
  });
  let [pictures, wanted] = [0, 0];
  columns.filter(isDrawn).forEach(({ column }, at) => {
    const urls = [...list.creators].map(([row, { text }]): CellPicture | undefined => {
      const formula = read.formulas.get(row)?.[column - 1] ?? '';
      if (isPicture(formula)) wanted += 1;
      const url = pictureAddress(formula);
      return url === undefined ? undefined : { url, title: text };
    });
    pictures += placePictures(workbook, made, at + 1, urls);
  });
  addTie(host, { listId: table.id(), clientId: made.id() });
  made.rename(freeName(workbook, [name]));
  made.show();
  workbook.flush();
  return {
    sheet: made.name(),
    creators: rows.length,
    hidden: list.hidden.rows.size,
    pictures,
    picturesLeft: Math.max(0, wanted - pictures),
    blanked: blanks.count,
  };
}

const own = (header: string): ClientPage['columns'][number] => ({ header, isPicture: false });

const headerAt = ({ headers }: CreatorList, column: number): string =>
  headers[column - 1] || clientText().columnNamed(columnLetters(column));
