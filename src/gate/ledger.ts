import { parseJson } from '../core/text';
import { cutIntoPieces, joinPieces, LARGEST_PROPERTY, type PropertyValues } from './property-pieces';

/** One entry of the ledger: who asked what of the API, and what it cost. */
export interface LedgerLine {
  atMs: number;
  /** `formula (owner's key)`, `formula (spreadsheet key)` or the temporary user key. */
  who: string;
  /** formula, search, run, account... */
  what: string;
  endpoint: string;
  creators: number;
  charged: number;
  /** The most that may have been charged on top. */
  unknown: number;
  /** The key's last four characters. */
  keyEnd: string;
  /** The reservation that it belongs to. It makes a line unique. */
  id: string;
}

const piece = (index: number): string => `log/${index}`;
/** Lines wait until somebody may write to the log tab. When they grow longer than this, they are added up. */
const WAITING_LIMIT = 3 * LARGEST_PROPERTY;

/** So many of the waiting lines, from the first, were handed over to be written into the tab, and may stand there. */
const HANDED = 'log/handed';

const FIELDS = ['who', 'what', 'endpoint', 'creators', 'charged', 'unknown', 'keyEnd', 'id'] as const;
type Row = [atSeconds: number, ...fields: (string | number)[]];

const toRow = (line: LedgerLine): Row => [Math.floor(line.atMs / 1000), ...FIELDS.map((field) => line[field])];

const toLine = ([at, ...values]: Row): LedgerLine =>
  ({ atMs: at * 1000, ...Object.fromEntries(FIELDS.map((field, index) => [field, values[index]])) }) as LedgerLine;

export function waitingLines(properties: PropertyValues): LedgerLine[] {
  const rows = parseJson(joinPieces(properties, piece) || '[]');
  // Caps rest on totals that are kept elsewhere, so a line that cannot be read is lost and costs nobody anything.
  return Array.isArray(rows) ? (rows as Row[]).filter((row) => Array.isArray(row)).map(toLine) : [];
}

/** What to write so that these lines wait too. */
export function withLines(
  properties: PropertyValues,
  lines: readonly LedgerLine[],
  dayOf: (atMs: number) => string,
): PropertyValues {
  const waiting = waitingLines(properties);
  const there = new Set(waiting.map(entryOf));
  // A write that broke off may have left some of them here, without saying that they are counted.
  const fresh = lines.filter((line) => !there.has(entryOf(line)));
  return fresh.length === 0 ? {} : writeLines(properties, [...waiting, ...fresh], dayOf);
}

const entryOf = ({ id, endpoint }: LedgerLine): string => `${id} ${endpoint}`;

/** What to write before these lines go into the log tab: whoever is stopped then leaves them to be told from others. */
export const handedOver = (lines: readonly LedgerLine[]): PropertyValues => ({ [HANDED]: String(lines.length) });

/** What to write once all waiting lines are in the log tab. */
export const withoutLines = (properties: PropertyValues): PropertyValues => ({
  ...cutIntoPieces('', properties, piece),
  [HANDED]: '',
});

function writeLines(
  properties: PropertyValues,
  lines: readonly LedgerLine[],
  dayOf: (atMs: number) => string,
): PropertyValues {
  let text = JSON.stringify(lines.map(toRow));
  if (text.length > WAITING_LIMIT) {
    // One that stands in the tab already, and others that don't, must not become one.
    const handed = Number(properties[HANDED] ?? 0);
    text = JSON.stringify([...lines.slice(0, handed), ...addedUp(lines.slice(handed), dayOf)].map(toRow));
  }
  return cutIntoPieces(text, properties, piece);
}

/** Lines of one day and source become one. */
function addedUp(lines: readonly LedgerLine[], dayOf: (atMs: number) => string): LedgerLine[] {
  const sums = new Map<string, LedgerLine>();
  for (const line of lines) {
    const source = [dayOf(line.atMs), line.who, line.what, line.endpoint, line.keyEnd].join('\n');
    const sum = sums.get(source);
    if (!sum) sums.set(source, { ...line });
    else {
      sum.atMs = Math.max(sum.atMs, line.atMs);
      sum.creators += line.creators;
      sum.charged += line.charged;
      sum.unknown += line.unknown;
    }
  }
  return [...sums.values()];
}
