import * as z from 'zod/mini';
import type { CellValue } from '../../core/ports';
import { isBlank } from '../../core/text';
import { headerRole, otherNetworkIn } from '../../schema/column-header';
import { readCreator, type Creator, type CreatorReading } from '../../schema/creator';
import { PLATFORMS, PLATFORM_NAMES } from '../../schema/platform';
import { platformOfText, platformsIn } from '../../schema/platform-alias';

/** How the cells of a column are read, as the page showed it. Kept with runs and schedules. */
export const keyReading = () =>
  z.object({
    /** Numbers are the platform's ids. */
    isId: z.optional(z.boolean()),
    /** `none`, `tbd` and their like are creators: somebody said so. */
    fillers: z.optional(z.boolean()),
    /** A link under a text counts where it is a profile's address. */
    links: z.optional(z.boolean()),
    /** The text of the column's header: where it stands again, it is nobody. */
    header: z.optional(z.string()),
  });
export type KeyReading = z.infer<ReturnType<typeof keyReading>>;

/** `filler`: it reads like a word for nobody, and is left out unless somebody said that it is not. */
export type KeyCell = { row: number; filler?: true } & CreatorReading;

/** The creators that cells name, each once. */
export const creatorsIn = (cells: readonly KeyCell[]): Map<string, Creator> =>
  new Map(cells.flatMap((cell) => (cell.kind === 'creator' ? [[cell.key, cell.creator] as const] : [])));

const LABELS = PLATFORM_NAMES.map((name) => PLATFORMS[name].label);
const LISTED = `${LABELS.slice(0, -1).join(', ')} or ${LABELS[LABELS.length - 1] ?? ''}`;

/** What one row names. `own` is its cell in the column of platforms; `platform` is for handles that name none. */
export function keyCell(
  row: number,
  own: unknown,
  platform: string,
  value: unknown,
  { isId = false, fillers = false, header = '' }: KeyReading = {},
): KeyCell {
  const ours = isBlank(own) ? platform : (platformOfText(String(own)) ?? '');
  const reading = readCreator(ours, value, { isId });
  if (reading.kind === 'blank') return { row, kind: 'blank' };
  const text = String(value).trim().slice(0, 80);
  const unreadable = (why: string): KeyCell => ({ row, kind: 'unreadable', text, why });
  if (header !== '' && text.toLowerCase() === header.toLowerCase()) return unreadable('this repeats the header');
  if (reading.kind === 'unreadable' && ours === '' && !isBlank(own)) return unreadable(whyNone(String(own).trim()));
  const other = reading.kind === 'creator' && !/[/:]/.test(text) ? otherNetworkIn(header) : undefined;
  if (other !== undefined) return unreadable(whyNone(other));
  // A word that people write where there is nobody, or above a part of their list.
  const isDoubtful = reading.kind === 'creator' && (reading.doubt !== undefined || headerRole(value) !== undefined);
  if (!isDoubtful) return { row, ...reading };
  return { ...(fillers ? { row, ...reading } : unreadable('left out: this reads like a placeholder')), filler: true };
}

const whyNone = (text: string): string =>
  platformsIn(text).length > 1
    ? `"${text.slice(0, 40)}" are several platforms. Name one in each row`
    : `${text.slice(0, 40)} is not one of the platforms: ${LISTED}`;

/** What a link under a text stands for: the link where that is a profile's address, else the text. */
export const linkedValue = (value: CellValue, link: string): CellValue =>
  link !== '' && readCreator('', link).kind === 'creator' ? link : value;
