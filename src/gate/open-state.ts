import { kindOf } from '../api/answer';
import type { Host } from '../core/ports';
import { maskCached } from './answer-cache';
import { foldedValues, openBook, writeFitting, type Book } from './book';
import { allRecords } from './durable-answers';
import type { DurableRecord } from './durable-record';
import { isStale } from './fold';
import { locked } from './locked';
import { formulaSwitches } from './settings';

/** Creators whom influData did not have yet, or whose report was not ready, and what formulas may buy of them. */
export const openStates = (host: Host): DurableRecord[] => openIn(openBook(host), host);

function openIn({ folded, settings, context }: Book, { zip }: Host): DurableRecord[] {
  const stale = isStale(settings, context.nowMs);
  const all = new Map([...allRecords(folded.properties, zip), ...folded.records].map((record) => [record.key, record]));
  return [...all.values()].filter((record) => {
    const off = formulaSwitches()[kindOf(record.key)];
    const isOpen = record.state === 'queued' || record.state === 'audiencePending';
    return isOpen && !stale(record) && (!off || settings[off.setting]);
  });
}

/** Who asks next asks the API. An answer that has come meanwhile stays. */
export function forgetStates(host: Host, keys: ReadonlySet<string>): void {
  if (keys.size === 0) return;
  locked(host, () =>
    writeFitting((budget) => {
      const book = openBook(host, undefined, budget);
      const gone = openIn(book, host).filter(({ key }) => keys.has(key));
      book.folded.records.push(...gone.map((record) => ({ ...record, atMs: 0 })));
      host.documentProperties.setMany(foldedValues(host, book));
    }),
  );
  maskCached(host, [...keys]);
}
