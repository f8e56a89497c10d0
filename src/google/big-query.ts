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

const archiveOf = (tabledata: Tabledata): Archive => ({
  append(rows, { project, dataset, table }) {
    const refused: { index: number; why: string }[] = [];
    for (const { from, part } of partsOf(rows)) {
      const request = {
        // Otherwise one bad row keeps out all others.
        skipInvalidRows: true,
        rows: part.map(({ id, values }) => ({ insertId: id.length > LONGEST_ID ? hashText(id) : id, json: values })),
      };
      let errors: GoogleAppsScript.BigQuery.Schema.TableDataInsertAllResponseInsertErrors[];
      try {
        errors = tabledata.insertAll(request, project, dataset, table).insertErrors ?? [];
      } catch (error) {
        if (part.length > 1 || !isTooLarge(error)) throw refusalOf(error);
        errors = [{ index: 0, errors: [{ message: messageOf(error) }] }];
      }
      for (const { index = 0, errors: its = [] } of errors)
        refused.push({ index: from + index, why: its.map(({ message, reason }) => message || reason || '').join(' ') });
    }
    return refused;
  },
});

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
