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

/** What to write once these lines are in the log tab. */
export const withoutLines = (properties: PropertyValues, written: readonly LedgerLine[]): PropertyValues => {
  const gone = new Set(written.map(entryOf));
  return writeLines(
    properties,
    waitingLines(properties).filter((line) => !gone.has(entryOf(line))),
    () => '',
  );
};

function writeLines(
  properties: PropertyValues,
  lines: readonly LedgerLine[],
  dayOf: (atMs: number) => string,
): PropertyValues {
  let text = JSON.stringify(lines.map(toRow));
  if (text.length > WAITING_LIMIT) text = JSON.stringify(addedUp(lines, dayOf).map(toRow));
  return cutIntoPieces(lines.length === 0 ? '' : text, properties, piece);
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
