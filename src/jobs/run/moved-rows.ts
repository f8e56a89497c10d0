import type { Area, CellValue, Table } from '../../core/ports';
import { safeCell } from '../../sheet/safe-text';
import { setCell, writeCells, type CellWrites } from './cell-block';

/** What stood in an area just before it was written to. */
export interface Before {
  area: Area;
  cells: readonly CellValue[][];
  formulas: readonly string[][];
}

export const readBefore = (table: Table, area: Area): Before => ({
  area,
  cells: table.read(area),
  formulas: table.formulas(area),
});

/**
 * Where each of today's rows (or columns) stood before, told by the texts that name them; undefined if unknown. Sorted rows
 * are found by their texts, shifted ones by how far the others shifted, and edited ones by their neighbours.
 */
export function origins(before: readonly string[], now: readonly string[]): (number | undefined)[] {
  let same = 0;
  while (same < now.length && now[same] === before[same]) same += 1;
  const places = new Map<string, number[]>();
  before.forEach((text, at) => {
    if (at >= same && text !== '') places.set(text, [...(places.get(text) ?? []), at]);
  });
  const only = (text: string): number | undefined => {
    const found = places.get(text);
    return found?.length === 1 ? found[0] : undefined;
  };
  const votes = new Map<number, number>();
  now.forEach((text, at) => {
    const was = at < same ? undefined : only(text);
    if (was !== undefined) votes.set(at - was, (votes.get(at - was) ?? 0) + 1);
  });
  const [shift = 0] = [...votes].sort(([, left], [, right]) => right - left)[0] ?? [];
  const found = now.map((text, at) => {
    if (at < same) return at;
    const was = at - shift;
    return was >= same && before[was] === text ? was : only(text);
  });
  // Edited in place: between two known rows there are as many as before.
  for (let at = same; at < found.length; at++) {
    if (found[at] !== undefined) continue;
    let end = at;
    while (end < found.length && found[end] === undefined) end += 1;
    const first = at === 0 ? 0 : (found[at - 1] ?? -2) + 1;
    const next = end < found.length ? found[end] : before.length;
    if (next !== undefined && next - first === end - at)
      for (let each = at; each < end; each++) found[each] = first + each - at;
    at = end;
  }
  return found;
}

/**
 * Which line was pushed to a place in a block that was written below the `last` of them, where what names it cannot be read
 * any more: what `before` knows and `now` does not. The nearest that still has its name tells how far. Those between it and the block are found
 * by what else they hold (`fits`), as few lines further as may be. In doubt they were not deleted but pushed.
 */
export function pushedInto(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  last: number,
  fits: (line: number, at: number) => boolean,
): (at: number) => number | undefined {
  const { by, below } = pushedBy(before, now, last, fits);
  const names = new Map([...before].map(([name, line]) => [line, name]));
  return (at) => {
    const name = names.get(at - by);
    return (name === undefined ? at - by > below : !now.has(name)) ? at - by : undefined;
  };
}

function pushedBy(...[before, now, last, fits]: Parameters<typeof pushedInto>): { by: number; below: number } {
  let [below, lowest] = [0, 0];
  let [nameBelow, nameLowest] = ['', ''];
  for (const [name, was] of before) {
    const at = now.get(name);
    if (at === undefined) continue;
    if (was > below) [below, nameBelow] = [was, name];
    if (at > lowest) [lowest, nameLowest] = [at, name];
  }
  // Sorted lines stand in other places of the same ones.
  const least = nameBelow === nameLowest ? lowest - below : 0;
  const tail = Array.from({ length: Math.max(0, last - below) }, (_, at) => below + 1 + at);
  for (let by = least; by <= least + MOST_PUSHED; by++)
    if (tail.every((line) => fits(line, line + by))) return { by, below };
  return { by: Math.max(least, tail.length), below };
}

const MOST_PUSHED = 100;

export const areMoved = (found: readonly (number | undefined)[]): boolean => found.some((was, at) => was !== at);

/** Undoes a write to cells that people had moved meanwhile: each cell gets back what belongs there now. */
export function takeBack(
  table: Table,
  { area, cells, formulas }: Before,
  writes: CellWrites,
  rows: readonly (number | undefined)[],
  /** Counted from the first column of the sheet. */
  columns: readonly (number | undefined)[],
): void {
  const back: CellWrites = new Map();
  for (const [row, written] of writes)
    for (const column of written.keys()) {
      const [was, from] = [rows[row - area.row], columns[column - 1]];
      const isKnown = was !== undefined && from !== undefined;
      const wasColumn = isKnown ? from + 1 - area.column : 0;
      const formula = isKnown ? formulas[was]?.[wasColumn] : undefined;
      const value = isKnown ? cells[was]?.[wasColumn] : undefined;
      setCell(back, row, column, formula || safeCell(value ?? ''));
    }
  writeCells(table, back);
}
