export interface Charge {
  atMs: number;
  key: string;
  endpoint: string;
  requests: number;
  /** For what: `instagram/adidas (507f…)`, a search and its page, a number of pieces. */
  what: string;
}

export interface ReceivedRequest {
  atMs: number;
  endpoint: string;
  method: string;
  /** 0 where the answer was lost. */
  status: number;
  /** Undefined where none, or an unknown one, was sent. */
  key: string | undefined;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: unknown;
  charged: number;
}

/** Requests kept in the log; the oldest go first. Charges are all kept. */
const LOG_LENGTH = 50_000;

export type Charges = ReturnType<typeof createCharges>;

/** What was charged, to whom and for what; and every request received. */
export function createCharges() {
  const charges: Charge[] = [];
  let requests: ReceivedRequest[] = [];
  return {
    list: charges as readonly Charge[],
    /** Requests charged to one key, or to all. */
    total: (key?: string): number =>
      charges.reduce((sum, each) => (key === undefined || each.key === key ? sum + each.requests : sum), 0),
    requests: (endpoint?: string): readonly ReceivedRequest[] =>
      endpoint === undefined ? requests : requests.filter((each) => each.endpoint === endpoint),
    charge: (entry: Charge): void => void charges.push(entry),
    receive: (entry: ReceivedRequest): void => {
      requests.push(entry);
      if (requests.length > LOG_LENGTH * 1.2) requests = requests.slice(-LOG_LENGTH);
    },
    /** Forgets both lists, not the balances. */
    clear: (): void => {
      charges.length = 0;
      requests = [];
    },
  };
}
