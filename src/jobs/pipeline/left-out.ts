import type { Tools } from '../../core/ports';
import { oneNames } from '../../gate/one-creator';
import { pipelineSheets, rowsOf, type PipelineRow } from './pipeline-sheet';
import { leavesOut, statusWords } from './status-words';

/** Where creators stand that are left out, and how many. */
export interface LeftOutPlace {
  sheet: string;
  status: string;
  creators: number;
}

/** The creators whose status somewhere says that Find and Enrich leave them out. */
export interface LeftOut {
  /** Each creator by its first such row, under all names that it has. */
  rows: readonly PipelineRow[];
  /** Pipelines that lost their column of creators: nobody can say who is left out by them. */
  lost: readonly string[];
  /** Such rows whose creator can't be read: they leave out nobody. */
  unread: readonly PipelineRow[];
  /** By the key that is asked for, with the names of the creator, see `creatorKey`. */
  find: (asked: ReadonlyMap<string, readonly string[]>) => Map<string, PipelineRow>;
}

const NOBODY: LeftOut = { rows: [], lost: [], unread: [], find: () => new Map() };

/** One call where there is no pipeline; else some for each of them, however many rows it has. Free. */
export function leftOut({ host, workbook }: Tools): LeftOut {
  const sheets = pipelineSheets(workbook);
  if (sheets.length === 0) return NOBODY;
  const isWanted = leavesOut(statusWords(workbook));
  const all = sheets.flatMap((sheet) => rowsOf(sheet, isWanted));
  const rows = all.filter(({ names }) => names.length > 0);
  const unread = all.filter(({ names }) => names.length === 0);
  const lost = sheets.filter(({ creator }) => creator === undefined).map(({ table }) => table.name());
  if (rows.length === 0) return { ...NOBODY, lost, unread };
  const one = oneNames(host, [...new Set(rows.flatMap(({ names }) => names))]);
  const byName = new Map<string, PipelineRow>();
  const once = rows.filter((row) => {
    const names = row.names.flatMap((name) => [name, one.get(name) ?? name]);
    const isNew = !names.some((name) => byName.has(name));
    for (const name of names) if (!byName.has(name)) byName.set(name, row);
    return isNew;
  });
  return {
    rows: once,
    lost,
    unread,
    find(asked) {
      const known = oneNames(host, [...new Set([...asked.values()].flat())]);
      return new Map(
        [...asked].flatMap(([key, names]): [string, PipelineRow][] => {
          const [row] = names.flatMap((name) => byName.get(name) ?? byName.get(known.get(name) ?? name) ?? []);
          return row ? [[key, row]] : [];
        }),
      );
    },
  };
}

/** Those of these creators that are left out, by their keys. */
export const leftOutOf = (tools: Tools, creators: ReadonlyMap<string, unknown>): Map<string, PipelineRow> =>
  leftOut(tools).find(new Map([...creators.keys()].map((key) => [key, [key]])));

/** What a run does with creators that a status leaves out. */
export type ByStatus = 'skip' | 'mark';

/** As many places as a run remembers. */
const MOST_PLACES = 12;

/** Adds rows to what was counted, most first. */
export function placesOf(rows: Iterable<PipelineRow>, before: readonly LeftOutPlace[] = []): LeftOutPlace[] {
  const places = new Map(before.map((place) => [`${place.status}\n${place.sheet}`, { ...place }]));
  for (const { sheet, status } of rows) {
    const name = `${status}\n${sheet}`;
    const place = places.get(name) ?? { sheet, status, creators: 0 };
    place.creators += 1;
    places.set(name, place);
  }
  return [...places.values()].sort((one, other) => other.creators - one.creators).slice(0, MOST_PLACES);
}
