import type { CellValue } from '../../core/ports';
import { isBlank } from '../../core/text';
import { headerRole, otherNetworkIn, type HeaderRole } from '../../schema/column-header';
import { readCreator, SHORTEST_ID } from '../../schema/creator';
import { isNetworks, platformOfText } from '../../schema/platform-alias';

/** What a cell looks like, whoever it may name. `own`: it names its platform itself, as a profile's address does. */
export type Shape =
  | 'blank'
  | 'number'
  | 'date'
  | 'other'
  | 'network'
  | 'own'
  | 'at'
  | 'handle'
  | 'link'
  | 'filler'
  | 'words';

/** Whatever a handle may be on some platform: which one the column is of is not known yet. */
const ANY = ['instagram', 'youtube'] as const;

function shapeOf(value: CellValue): Shape {
  if (isBlank(value)) return 'blank';
  if (typeof value === 'number') return 'number';
  if (value instanceof Date) return 'date';
  if (typeof value !== 'string') return 'other';
  const text = value.trim();
  const isSigned = /^[@＠]/.test(text);
  if (!isSigned && isNetworks(text)) return 'network';
  if (readCreator('', text).kind === 'creator') return 'own';
  if (/^(https?:|www\.)|^\S+@\S+\.\S+$/i.test(text)) return 'link';
  const read = ANY.map((platform) => readCreator(platform, text)).find(({ kind }) => kind === 'creator');
  if (read?.kind !== 'creator') return 'words';
  return read.doubt ? 'filler' : isSigned ? 'at' : 'handle';
}

/** A column of the window that is looked at. */
export interface ColumnCells {
  values: readonly CellValue[];
  shapes: readonly Shape[];
}

export const columnCellsOf = (values: readonly CellValue[]): ColumnCells => ({ values, shapes: values.map(shapeOf) });

const NAMES: Readonly<Partial<Record<Shape, number>>> = { own: 1, at: 0.95 };

/** How much a text looks like a handle rather than like a word: 0 to 1. */
function handleLike(text: string): number {
  if (text.length < 3) return 0.1;
  // A name in Chinese could be a handle of two platforms; it mostly is a name.
  if (!/^[!-~]+$/.test(text)) return 0.3;
  if (/[._\d]/.test(text)) return 0.85;
  return text === text.toLowerCase() ? 0.65 : 0.4;
}

const BONUS: Readonly<Record<HeaderRole, number>> = {
  handle: 0.3,
  link: 0.25,
  id: 0.2,
  name: -0.1,
  platform: -0.5,
  other: -0.6,
};

export interface Score {
  /** How much the cells read as creators, 0 to 1, and with what header and gaps say. */
  share: number;
  score: number;
}

/** How much a column reads as one of creators, from its row `from` of the window on. */
export function scoreOf({ values, shapes }: ColumnCells, from: number, header: string, rows: number): Score {
  const role = headerRole(header);
  const texts: string[] = [];
  let sum = 0;
  for (let row = from; row < shapes.length; row++) {
    const shape = shapes[row] ?? 'blank';
    if (shape === 'blank' || shape === 'filler') continue;
    const text = String(values[row]).trim();
    texts.push(text.toLowerCase());
    if (shape === 'handle') sum += handleLike(text);
    else if (shape === 'number') sum += role === 'id' && text.length >= SHORTEST_ID ? 0.9 : 0;
    else sum += NAMES[shape] ?? 0;
  }
  if (texts.length === 0) return { share: 0, score: 0 };
  const share = sum / texts.length;
  // Countries, categories and states repeat themselves; creators seldom do.
  const different = new Set(texts).size / texts.length;
  const isRepeated = texts.length > 3 && different < 0.5;
  const filled = 0.6 + 0.4 * Math.min(1, texts.length / Math.max(1, rows));
  const bonus = otherNetworkIn(header) === undefined ? (role ? BONUS[role] : 0) : BONUS.other;
  return { share, score: (share * (isRepeated ? 0.4 : 0.8 + 0.2 * different) + (share > 0 ? bonus : 0)) * filled };
}

/** Whether a column names a platform in each row. One that is not ours here and there does not make it another column. */
export function isPlatforms({ shapes, values }: ColumnCells, from: number, header: string): boolean {
  const filled = shapes.slice(from).filter((shape) => shape !== 'blank' && shape !== 'filler');
  const named = filled.filter((shape) => shape === 'network').length;
  const isSaid = headerRole(header) === 'platform';
  if (named === 0 || named < filled.length * (isSaid ? 0.3 : 0.7)) return false;
  // Marks such as x, and kinds such as podcast, are other networks' names as well.
  return isSaid || values.slice(from).some((value) => platformOfText(String(value)) !== undefined);
}
