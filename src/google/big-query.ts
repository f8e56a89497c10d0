import { messageOf } from '../core/error';
import { ArchiveRefusal, type Archive, type ArchiveRow } from '../core/ports';
import { hashText, isRecord } from '../core/text';
import { refusedRight } from './consent';

/** Google recommends 500 rows a call, takes 10 MB, and bytes may be three times the characters (bigquery/quotas). */
const ROWS_A_CALL = 500;
const CHARACTERS_A_CALL = 3_000_000;
/** A longer id is refused (bigquery/quotas). */
const LONGEST_ID = 128;

/** Undefined where the manifest does not enable the service: then its name must not be said. */
export const bigQuery = (): Archive | undefined =>
  typeof BigQuery === 'undefined' || !BigQuery.Tabledata ? undefined : archiveOf(BigQuery.Tabledata);

type Tabledata = GoogleAppsScript.BigQuery.Collection.TabledataCollection;

interface Refused {
  index: number;
  why: string;
}

const archiveOf = (tabledata: Tabledata): Archive => ({
  append: (rows, place) => partsOf(rows).flatMap(({ from, part }) => insert(tabledata, part, from, place)),
});

/** How Google counts what Apps Script sends is not written down: what it finds too large goes in halves. */
function insert(
  tabledata: Tabledata,
  part: readonly ArchiveRow[],
  from: number,
  place: Parameters<Archive['append']>[1],
): Refused[] {
  const request = {
    // Otherwise one bad row keeps out all others.
    skipInvalidRows: true,
    rows: part.map(({ id, values }) => ({ insertId: id.length > LONGEST_ID ? hashText(id) : id, json: values })),
  };
  try {
    const { insertErrors = [] } = tabledata.insertAll(request, place.project, place.dataset, place.table);
    return insertErrors.map(({ index = 0, errors = [] }) => ({
      index: from + index,
      why: errors.map(({ message, reason }) => message || reason || '').join(' '),
    }));
  } catch (error) {
    if (!isTooLarge(error)) throw refusalOf(error);
    if (part.length === 1) return [{ index: from, why: messageOf(error) }];
    const half = Math.ceil(part.length / 2);
    return [
      ...insert(tabledata, part.slice(0, half), from, place),
      ...insert(tabledata, part.slice(half), from + half, place),
    ];
  }
}

function partsOf(rows: readonly ArchiveRow[]): { from: number; part: ArchiveRow[] }[] {
  const parts: { from: number; part: ArchiveRow[] }[] = [];
  let characters = Infinity;
  rows.forEach((row, from) => {
    const own = JSON.stringify(row).length;
    const last = parts[parts.length - 1];
    if (last && last.part.length < ROWS_A_CALL && characters + own <= CHARACTERS_A_CALL) {
      last.part.push(row);
      characters += own;
    } else {
      parts.push({ from, part: [row] });
      characters = own;
    }
  });
  return parts;
}

/** What the API said, as Apps Script hands it on. */
function detailsOf(error: unknown): { code: number; reason: string } {
  const details = isRecord(error) || error instanceof Error ? (error as { details?: unknown }).details : undefined;
  if (!isRecord(details)) return { code: 0, reason: '' };
  const [first] = Array.isArray(details['errors']) ? (details['errors'] as unknown[]) : [];
  return { code: Number(details['code']) || 0, reason: isRecord(first) ? String(first['reason']) : '' };
}

const isTooLarge = (error: unknown): boolean => detailsOf(error).code === 413;

const BY_REASON: Readonly<Record<string, ArchiveRefusal['code']>> = {
  accessDenied: 'access',
  billingNotEnabled: 'billing',
  accessNotConfigured: 'notEnabled',
  quotaExceeded: 'quota',
  rateLimitExceeded: 'quota',
  notFound: 'noTable',
  backendError: 'noReply',
  // In the same table of Google's (bigquery/docs/error-messages); both pass.
  blocked: 'quota',
  timeout: 'noReply',
  userRateLimitExceeded: 'quota',
  dailyLimitExceeded: 'quota',
};

/** Google may name a wider scope than ours, or none. */
const NO_SCOPE = /\/auth\/(bigquery|cloud-platform)\b|insufficient authentication scopes/;

function refusalOf(error: unknown): ArchiveRefusal {
  const said = messageOf(error);
  const { code, reason } = detailsOf(error);
  const known = (): ArchiveRefusal['code'] => {
    if (refusedRight(error) === 'bigquery' || NO_SCOPE.test(said)) return 'notGranted';
    if (/free tier|billing/i.test(said)) return 'billing';
    if (/has not been used in project|it is disabled/i.test(said)) return 'notEnabled';
    if (BY_REASON[reason]) return BY_REASON[reason];
    if (code === 404) return 'noTable';
    if (code === 429) return 'quota';
    return code === 403 ? 'access' : code === 0 || code >= 500 ? 'noReply' : 'other';
  };
  return new ArchiveRefusal(known(), said);
}
