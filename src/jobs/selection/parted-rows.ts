import type { Table } from '../../core/ports';
import { platformOfText } from '../../schema/platform-alias';
import { SELECTION_TEXT } from '../../schema/said-text';
import { blocksWithout } from './hidden-rows';
import { readKeys, whyNone, type KeyCell, type KeyColumn, type KeyReading } from './key-column';
import { partAt, partsIn, rowsIn, type ListPart, type SheetRows } from './list-part';
import type { Understood } from './selection-reading';

/** What was read of a column. */
interface Read {
  keys: KeyColumn & { reading: KeyReading };
  cells: KeyCell[];
}

/** The lines that part the list, whichever rows of it are selected. */
export function partsOf(sheet: SheetRows, { keys, cells }: Read, read: Understood, platform: string): ListPart[] {
  const { blocks } = keys;
  const [top, bottom] = [blocks[0], blocks[blocks.length - 1]];
  if (!top || !bottom) return [];
  const { firstRow, headerRow, header, headerPlatform } = read;
  // Without headers the list may begin further up, over a blank line.
  const row = headerRow === undefined ? 1 : Math.min(firstRow, top.row);
  const all = { row, rows: bottom.row + bottom.rows - row };
  const span = { ...keys, blocks: [all] };
  const isRead = row === top.row && blocks.length === 1;
  const lines = isRead ? cells : readKeys(sheet.table, span, platform);
  const groups = keys.platformColumn === undefined ? [] : groupsIn(sheet, lines, keys.platformColumn);
  if (groups.length > 0) return groups;
  const parts = partsIn(sheet, lines, keys, read);
  const head = { row, of: headerPlatform, said: { row, text: header }, isElse: false };
  return parts.length > 0 ? [head, ...parts] : [];
}

/** A platform that is written once for the rows below it: in a cell that is merged over them, or over blank ones. */
function groupsIn(sheet: SheetRows, cells: readonly KeyCell[], column: number): ListPart[] {
  const lines = cells.filter(({ kind }) => kind !== 'blank').map(({ row }) => row);
  const [first = 0, last = 0] = [lines[0], lines[lines.length - 1]];
  if (first === 0) return [];
  const rows = last - first + 1;
  const values = rowsIn(sheet, { row: first, rows, column: 1, columns: column });
  const textAt = (row: number): string => String(values[row - first]?.[column - 1] ?? '').trim();
  const named = lines.filter((row) => textAt(row) !== '');
  const blanks = lines.length - named.length;
  if (blanks === 0 || named.length === 0) return [];
  const isOnce = new Set(named.map((row) => textAt(row).toLowerCase())).size === named.length;
  const isOver = isOnce && named[0] === first && blanks > named.length;
  if (!isOver && !sheet.table.hasMerged({ row: first, column, rows, columns: 1 })) return [];
  return named.map((row) => {
    const text = textAt(row);
    return { row, of: platformOfText(text) ?? 'other', said: { row, text }, isElse: false };
  });
}

/** Without rows of another platform, unless they name theirs themselves, and of other tables. `far`: a part with creators that are left out. */
export function inParts(
  table: Table,
  { keys, cells }: Read,
  parts: readonly ListPart[],
  platform: string,
): Read & { far?: ListPart | undefined } {
  const partOf = new Map(cells.flatMap(({ row, kind }) => (kind === 'blank' ? [] : [[row, partAt(parts, row)]])));
  const isOne = new Set([...partOf.values()].map((part) => part?.of)).size < 2;
  const isFar = ({ of }: ListPart): boolean =>
    of === 'other' || (!isOne && platform !== '' && of !== undefined && of !== platform);
  const isTitle = ({ row, filler }: KeyCell): boolean => !filler && partOf.get(row)?.title === row;
  const left = (row: number): ListPart | undefined => {
    const part = partOf.get(row);
    return part && (part.isElse || isFar(part)) ? part : undefined;
  };
  if (!cells.some((cell) => left(cell.row) || isTitle(cell))) return { keys, cells };
  const alone = readKeys(table, keys, '');
  const out = new Set<number>();
  let far: ListPart | undefined;
  const told = cells.map((cell, at): KeyCell => {
    const { row } = cell;
    const part = left(row);
    const text = cell.kind === 'unreadable' ? cell.text : cell.kind === 'creator' ? cell.creator.id : '';
    if (isTitle(cell) && !keys.reading.fillers) {
      out.add(row);
      return { row, kind: 'unreadable', text, why: SELECTION_TEXT.placeholder, filler: true };
    }
    if (!part || cell.kind === 'blank' || (alone[at]?.kind === 'creator' && !part.isElse)) return cell;
    out.add(row);
    if (cell.kind === 'creator' && !part.isElse) far ??= part;
    if (cell.kind === 'unreadable' && !part.isElse && (cell.filler || row === part.row)) return cell;
    const { otherTable, otherPart } = SELECTION_TEXT;
    if (part.isElse) return { row, kind: 'unreadable', text, why: otherTable(part.row) };
    // Alone they would be on no platform of ours either.
    const why = part.of === 'other' ? whyNone(part.said.text) : otherPart(part.said.row, part.said.text);
    return { row, kind: 'unreadable', text, why };
  });
  return { keys: { ...keys, blocks: blocksWithout(keys.blocks, out) }, cells: told, far };
}
