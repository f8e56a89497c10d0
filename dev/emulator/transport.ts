/** How UrlFetchApp reaches the network. One `send` is one fetch or fetchAll; replies in the order of the requests. */
export interface Transport {
  send(requests: TransportRequest[], atMs: number): Promise<TransportReply[]>;
}

export interface TransportRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

/** Names of headers as the server wrote them, repeated ones as a list; the body as it came, gzip and all. */
export interface TransportResponse {
  status: number;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
  latencyMs: number;
}

/** `lost`: the connection broke, before or after the server had done its work; which, nobody knows. */
export interface TransportFailure {
  failed: 'dns' | 'address' | 'timeout' | 'lost';
  latencyMs: number;
}

export type TransportReply = TransportResponse | TransportFailure;
