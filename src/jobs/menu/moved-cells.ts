import type { CellValue } from '../../core/ports';
import { areMoved, origins } from '../run/moved-rows';
import { isSameCell, type SheetReading } from './sheet-reading';

/** Where the rows and columns of now stood before, counted from 0. */
export interface Standing {
  rows: (number | undefined)[];
  columns: (number | undefined)[];
  isMoved: boolean;
}

/** Formulas without their references, which change when cells are moved. */
const skeleton = (formula: string): string =>
  formula
    .split(/("[^"]*")/)
    .map((part, at) => (at % 2 ? part : part.replace(/\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|#REF!/gi, '#')))
    .join('');

/** A text that stands in more lines than this tells none of them apart. */
const COMMON = 50;

/**
 * Finds where rows and columns stand by what else they hold. `written` is what was written to a cell of before. `isHidden`
 * says that a cell shows now what was written there, so that whatever was moved there cannot be seen.
 */
export function placedCells(
  before: SheetReading,
  now: SheetReading,
  written: (row: number, column: number) => CellValue | undefined,
  isHidden: (row: number, column: number) => boolean,
): Standing {
  const isUnchanged = now.cells.every((cells, row) =>
    cells.every((cell, column) => {
      if (isHidden(row, column)) return true;
      const [was, is] = [before.formulas[row]?.[column] ?? '', now.formulas[row]?.[column] ?? ''];
      return was === is && (is !== '' || isSameCell(cell, before.cells[row]?.[column] ?? ''));
    }),
  );
  if (isUnchanged) return { rows: stay(now.cells.length), columns: stay(width(now)), isMoved: false };
  const [rowsBefore, columnsBefore] = linesOf(before, (row, column) => {
    const value = written(row, column);
    return [...textOf(before, row, column), ...(value === undefined || value === '' ? [] : [JSON.stringify(value)])];
  });
  const [rowsNow, columnsNow] = linesOf(now, (row, column) => (isHidden(row, column) ? [] : textOf(now, row, column)));
  const hidden = (at: number, cells: readonly number[], isRow: boolean): boolean =>
    cells.some((each) => (isRow ? isHidden(at, each) : isHidden(each, at)));
  const [allRows, allColumns] = [stay(now.cells.length), stay(width(now))];
  const rows = foundLines(rowsBefore, rowsNow, (at) => hidden(at, allColumns, true));
  const columns = foundLines(columnsBefore, columnsNow, (at) => hidden(at, allRows, false));
  return {
    rows,
    columns,
    isMoved: areMovedUpTo(rows, rowsBefore.length) || areMovedUpTo(columns, columnsBefore.length),
  };
}

const width = (reading: SheetReading): number => reading.cells[0]?.length ?? 0;

const stay = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** What is new after all others has moved nothing. */
const areMovedUpTo = (found: readonly (number | undefined)[], count: number): boolean =>
  areMoved(found.slice(0, count)) || found.slice(count).some((was) => was !== undefined);

function textOf({ cells, formulas }: SheetReading, row: number, column: number): string[] {
  const formula = formulas[row]?.[column] ?? '';
  const value = cells[row]?.[column] ?? '';
  if (formula !== '') return [skeleton(formula)];
  return value === '' ? [] : [JSON.stringify(value)];
}

type Lines = Set<string>[];

function linesOf({ cells }: SheetReading, texts: (row: number, column: number) => string[]): [Lines, Lines] {
  const rows: Lines = cells.map(() => new Set());
  const columns: Lines = (cells[0] ?? []).map(() => new Set());
  cells.forEach((each, row) =>
    each.forEach((_, column) => {
      for (const text of texts(row, column)) {
        rows[row]?.add(text);
        columns[column]?.add(text);
      }
    }),
  );
  return [rows, columns];
}

function foundLines(before: Lines, now: Lines, isHidden: (at: number) => boolean): (number | undefined)[] {
  const places = new Map<string, number[]>();
  before.forEach((texts, at) => {
    for (const text of texts) places.set(text, [...(places.get(text) ?? []), at]);
  });
  const names = now.map((texts, at) => {
    const was = likeliest(texts, at, places);
    if (was !== undefined) return nameOf(before[was] ?? new Set());
    return texts.size > 0 || isHidden(at) ? `?${at}` : '';
  });
  const found = origins(before.map(nameOf), names);
  // A line without any text of its own goes with its neighbours.
  const taken = new Set(found);
  const follow = (at: number, was: number | undefined): void => {
    if (was === undefined || found[at] !== undefined || !names[at]?.startsWith('?')) return;
    if (was < 0 || was >= before.length || taken.has(was)) return;
    found[at] = was;
    taken.add(was);
  };
  const by = (at: number, step: number): number | undefined => {
    const was = found[at + step];
    return was === undefined ? undefined : was - step;
  };
  for (let at = found.length - 2; at >= 0; at--) follow(at, by(at, 1));
  for (let at = 1; at < found.length; at++) follow(at, by(at, -1));
  return found;
}

const nameOf = (texts: Set<string>): string => [...texts].sort().join('\n');

/** The earlier line that shares most texts, rare ones counting most. If several share as much, the line at the same place. */
function likeliest(texts: Set<string>, at: number, places: ReadonlyMap<string, number[]>): number | undefined {
  const scores = new Map<number, number>();
  let most = 0;
  for (const text of texts) {
    const lines = places.get(text) ?? [];
    if (lines.length > COMMON) continue;
    most += 1 / Math.max(1, lines.length);
    for (const line of lines) scores.set(line, (scores.get(line) ?? 0) + 1 / lines.length);
  }
  const [best] = [...scores].sort(
    ([left, one], [right, other]) => other - one || Number(right === at) - Number(left === at),
  );
  return best && best[1] * 2 >= most ? best[0] : undefined;
}
