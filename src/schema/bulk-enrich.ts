import { isRecord } from '../core/text';
import { readAs, unreadable } from './wire';

export const BULK_LIMIT = { organization: 100, trial: 10 } as const;

/** bulkAddToEnrich: who was queued and who was not, with the reason. */
export interface BulkResult {
  processed: { identifier: string; isNewUser?: boolean; addedToInstant?: boolean; addedToWeekly?: boolean }[];
  failed: { identifier: string; error: string }[];
}

type Flag = 'isNewUser' | 'addedToInstant' | 'addedToWeekly';
const FLAGS: readonly Flag[] = ['isNewUser', 'addedToInstant', 'addedToWeekly'];

export function parseBulkEnrich(body: unknown): BulkResult {
  if (!isRecord(body)) throw unreadable();
  const [processed, failed] = [body['processed'], body['failed']].map((list) => {
    if (list === undefined || list === null) return [];
    if (!Array.isArray(list)) throw unreadable();
    return list
      .filter(isRecord)
      .map((item) => ({ item, identifier: String(readAs('text', item['identifier']) ?? '') }));
  });
  return {
    processed: (processed ?? []).map(({ item, identifier }) => ({
      identifier,
      ...Object.fromEntries(FLAGS.map((flag) => [flag, readAs('boolean', item[flag])])),
    })),
    failed: (failed ?? []).map(({ item, identifier }) => ({
      identifier,
      error: String(readAs('text', item['error']) ?? 'not accepted'),
    })),
  };
}
