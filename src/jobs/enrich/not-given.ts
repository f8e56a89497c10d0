import { StoreFull, type Host } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import type { Enriched } from './enrich-answer';

/** By field, of how many creators in a row influData gave nothing. A hint: one that cannot be read says nothing. */
export const NOT_GIVEN_PROPERTY = 'not-given';
/** Fewer may be chance. */
const FEWEST = 20;
const MOST_FIELDS = 100;

type Counts = Record<string, number>;

function countsIn(text: string | undefined): Counts {
  const stored = parseJson(text ?? '');
  if (!isRecord(stored) || stored['version'] !== 1 || !isRecord(stored['creators'])) return {};
  return Object.fromEntries(
    Object.entries(stored['creators']).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
  );
}

/** Fields that none of the last creators had, and how many these were. */
export const notGiven = (host: Host): { field: string; creators: number }[] =>
  Object.entries(countsIn(host.documentProperties.get(NOT_GIVEN_PROPERTY)))
    .filter(([, creators]) => creators >= FEWEST)
    .map(([field, creators]) => ({ field, creators }));

/** Counts what was bought just now; a creator that is read from what is saved was counted when it was bought. */
export function countNotGiven(host: Host, fields: readonly string[], results: Iterable<Enriched>): void {
  const bought = [...results].filter(({ paid, values }) => paid !== undefined && values !== undefined);
  if (bought.length === 0) return;
  const before = countsIn(host.documentProperties.get(NOT_GIVEN_PROPERTY));
  const after: Counts = { ...before };
  fields.forEach((field, at) => {
    for (const { values = [] } of bought) after[field] = values[at] === '' ? (after[field] ?? 0) + 1 : 0;
    if (after[field] === 0) delete after[field];
  });
  const creators = Object.fromEntries(Object.entries(after).slice(-MOST_FIELDS));
  if (JSON.stringify(before) === JSON.stringify(creators)) return;
  try {
    host.documentProperties.setMany({ [NOT_GIVEN_PROPERTY]: JSON.stringify({ version: 1, creators }) });
  } catch (error) {
    // A hint stops nothing that is paid for.
    if (!(error instanceof StoreFull)) throw error;
  }
}
