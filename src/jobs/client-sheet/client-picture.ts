import { InfluError } from '../../core/error';
import type { CellPicture, Table, Workbook } from '../../core/ports';

/** Nobody says how many images a sheet takes at once: enough for a shortlist. */
const MOST = 500;
const A_BLOCK = 50;
/** Google may refuse a block for one address in it, so a refused one is halved, and that as often as this in a sheet. */
const MOST_TRIES = 60;

/** Puts images into a column, from row 2 on. Returns how many stand there now. */
export function placePictures(
  workbook: Workbook,
  table: Table,
  column: number,
  pictures: readonly (CellPicture | undefined)[],
): number {
  let tries = 0;
  const place = (from: number, part: readonly (CellPicture | undefined)[]): number => {
    const count = part.filter((picture) => picture !== undefined).length;
    if (count === 0 || tries >= MOST_TRIES) return 0;
    tries += 1;
    try {
      table.putPictures(from + 2, column, part);
      workbook.flush();
      return count;
    } catch (error) {
      if (!(error instanceof InfluError)) throw error;
      if (part.length === 1) return 0;
      const middle = Math.ceil(part.length / 2);
      return place(from, part.slice(0, middle)) + place(from + middle, part.slice(middle));
    }
  };
  const wanted = pictures.slice(0, MOST);
  let placed = 0;
  for (let at = 0; at < wanted.length; at += A_BLOCK) placed += place(at, wanted.slice(at, at + A_BLOCK));
  return placed;
}
