import { ScriptBlob, bytesOfData } from './blob';
import { formatDate } from './format-date';
import { call, exception, local } from './host';
import { checkSignature } from './signature';

type Api = GoogleAppsScript.Utilities.Utilities;
type Blob = GoogleAppsScript.Base.Blob;

// Version 4, from the context's seeded random numbers: unique within a run, the same in the next run.
function uuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (mark) => {
    const digit = Math.floor(Math.random() * 16);
    return (mark === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}

export function createUtilities(): Pick<Api, 'formatDate' | 'getUuid' | 'gzip' | 'newBlob' | 'sleep' | 'ungzip'> {
  return {
    sleep(...args: [milliseconds: number]) {
      checkSignature('Utilities.sleep', args, 1);
      call('Utilities', 'sleep', Number(args[0]));
    },
    formatDate(...args: [date: unknown, timeZone: string, format: string]) {
      checkSignature('Utilities.formatDate', args, 3);
      if (!(args[0] instanceof Date)) throw exception('Invalid argument: date. Should be of type: Date');
      return formatDate(args[0], String(args[1]), String(args[2]));
    },
    getUuid: uuid,
    newBlob: (data: unknown, contentType?: string | null, name?: string) =>
      new ScriptBlob(bytesOfData(data), contentType ?? null, name ?? null) as unknown as Blob,
    gzip: (blob: unknown, name?: string) =>
      new ScriptBlob(
        local('gzip', [], [bytesOfData(blob)]) as Uint8Array,
        'application/x-gzip',
        name ?? 'archive.gz',
      ) as unknown as Blob,
    ungzip(blob: unknown) {
      // Reports: the blob's type is asked for, as of unzip.
      if ((blob as ScriptBlob).getContentType() !== 'application/x-gzip')
        throw exception('Blob object must have content type application/x-gzip for this operation.');
      const bytes = bytesOfData(blob);
      try {
        return new ScriptBlob(local('gunzip', [], [bytes]) as Uint8Array) as unknown as Blob;
      } catch {
        throw exception('Could not decompress gzip.');
      }
    },
  } as ReturnType<typeof createUtilities>;
}
