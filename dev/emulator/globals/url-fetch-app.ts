import { decodeText, encodeText, signed } from './blob';
import { fetchRequest } from './fetch-request';
import type { FetchRequest } from './fetch-request';
import { call, exception } from './host';
import { checkSignature } from './signature';

type Api = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

const SERVICE = 'UrlFetchApp';

/** As the host answers: header names as the server wrote them, repeated ones as lists, the body one char per byte. */
interface FetchReply {
  status: number;
  headers: Record<string, string | string[]>;
  latin1: string;
}

const CHARSET = /charset\s*=\s*"?([\w-]+)/i;

const last = (value: string | string[]): string | undefined => (Array.isArray(value) ? value.at(-1) : value);

class HttpResponse implements Omit<Response, 'getAs' | 'getBlob'> {
  readonly #reply: FetchReply;
  constructor(reply: FetchReply) {
    this.#reply = reply;
  }
  #bytes(): Uint8Array {
    return encodeText(this.#reply.latin1, 'ISO-8859-1');
  }
  #contentType(): string {
    const name = Object.keys(this.#reply.headers).find((each) => each.toLowerCase() === 'content-type');
    return name === undefined ? '' : String(this.#reply.headers[name]);
  }
  getAllHeaders(): object {
    return { ...this.#reply.headers };
  }
  getContent(): GoogleAppsScript.Byte[] {
    return signed(this.#bytes());
  }
  getContentText(charset?: string): string {
    const wanted = (charset ?? CHARSET.exec(this.#contentType())?.[1] ?? 'utf-8').toLowerCase();
    if (wanted === 'utf-8' || wanted === 'utf8') {
      try {
        // The quickest decoder a bare context has.
        return decodeURIComponent(escape(this.#reply.latin1));
      } catch {
        return decodeText(this.#bytes());
      }
    }
    return decodeText(this.#bytes(), wanted);
  }
  getHeaders(): object {
    return Object.fromEntries(Object.entries(this.#reply.headers).map(([name, value]) => [name, last(value)]));
  }
  getResponseCode(): GoogleAppsScript.Integer {
    return this.#reply.status;
  }
  toString(): string {
    return this.getContentText();
  }
}

function requestOf(item: unknown): FetchRequest {
  if (typeof item === 'string') return fetchRequest(item, undefined);
  const url = (item as { url?: unknown } | null)?.url;
  if (url === undefined || url === null) throw exception('Attribute provided with no value: url');
  return fetchRequest(url, item);
}

export function createUrlFetchApp(): Pick<Api, 'fetch' | 'fetchAll'> {
  return {
    fetch(...args: [url: string, params?: Options]) {
      checkSignature('UrlFetchApp.fetch', args, 1, 2);
      const replies = call(SERVICE, 'fetch', [fetchRequest(args[0], args[1])]) as FetchReply[];
      return new HttpResponse(replies[0]!);
    },
    fetchAll(...args: [requests: unknown[]]) {
      checkSignature('UrlFetchApp.fetchAll', args, 1);
      if (!Array.isArray(args[0])) throw exception('Invalid argument: requests');
      const replies = call(SERVICE, 'fetchAll', args[0].map(requestOf)) as FetchReply[];
      return replies.map((reply) => new HttpResponse(reply));
    },
  } as unknown as ReturnType<typeof createUrlFetchApp>;
}
