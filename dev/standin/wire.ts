/** One HTTP request; the host of `url` does not matter. */
export interface StandinRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
  latencyMs: number;
}

export type StandinReply = Reply | { lost: 'before-charge' | 'after-charge'; latencyMs: number };
