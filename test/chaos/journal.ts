import { gunzipSync } from 'node:zlib';
import type { ExecutionCall, InterceptedCall } from '../../dev/emulator/emulator';
import type { StandinReply } from '../../dev/standin/standin';
import type { Addon } from '../setup/addon';

/** An execution of the add-on, as whoever started it knows it. */
export interface Execution {
  id: number;
  name: string;
  source: string;
  by: string;
  /** What the sidebar's page asked. */
  call?: { name: string; given: Record<string, unknown> };
  /** Was stopped dead, by us or by the platform's time. */
  isDead: boolean;
  /** One of its property writes was refused, or done by half. */
  isHurt: boolean;
  /** Its last service call was answered. */
  isAnswered: boolean;
  begunMs: number;
  endedMs: number;
}

/** One request that reached the API. */
export interface Sent {
  atMs: number;
  execution: Execution;
  endpoint: string;
  query: Record<string, string>;
  key: string;
  charged: number;
  /** As the stand-in's list of charges has it. */
  what: string;
  status: number;
  /** Another request of its wave took its answer along, or its own answer was spoilt. */
  wave: { isLost: boolean };
  isSpoilt: boolean;
  /** What came: ids of creators or pieces. */
  ids: string[];
  /** The answer about a creator, in lower case: a name that it tells is known from then on. */
  told: string;
  /** Refused because more came than the key allows. */
  isBurst: boolean;
}

export type Journal = ReturnType<typeof createJournal>;

interface Fetch {
  execution: Execution;
  urls: string[];
  timeoutsMs: number[];
  wave: { isLost: boolean };
}

/** Keeps a record of executions and requests: `heard` is told of every service call, the API is listened at. */
export function createJournal({ emulator, standin }: Addon) {
  const executions = new Map<number, Execution>();
  const begun: ExecutionCall[] = [];
  const sent: Sent[] = [];
  let fetches: Fetch[] = [];

  emulator.faults.refuseStart = (call) => {
    // One that has waited for its turn comes a second time.
    const waited = begun.indexOf(call);
    if (waited >= 0) begun.splice(waited, 1);
    begun.push(call);
    return undefined;
  };

  function executionOf({ execution: id, name }: InterceptedCall): Execution {
    const known = executions.get(id);
    if (known) return known;
    const at = begun.findIndex((call) => call.name === name);
    const [call] = at < 0 ? [] : begun.splice(at, 1);
    const [asked, given] = (call?.args ?? []) as [string, Record<string, unknown>];
    const made: Execution = {
      id,
      name,
      source: call?.source ?? (call?.mode === 'CUSTOM_FUNCTION' ? 'cell' : 'menu'),
      by: call?.user ?? emulator.users.owner,
      ...(name === 'influSidebar' ? { call: { name: asked, given } } : {}),
      isDead: false,
      isHurt: false,
      isAnswered: true,
      begunMs: emulator.clock.now(),
      endedMs: 0,
    };
    executions.set(id, made);
    return made;
  }

  const { handle } = standin;
  standin.handle = (request, atMs = emulator.clock.now()) => {
    const charges = standin.charges.list.length;
    const reply = handle(request, atMs);
    const fetch = fetches.find(({ urls }) => urls.includes(request.url));
    const received = standin.charges.requests().at(-1);
    if (!fetch || !received) return reply;
    const place = fetch.urls.indexOf(request.url);
    fetch.urls[place] = '';
    const isLate = reply.latencyMs > (fetch.timeoutsMs[place] ?? Infinity);
    if ('lost' in reply || isLate) fetch.wave.isLost = true;
    const text = textOf(reply);
    sent.push({
      atMs,
      execution: fetch.execution,
      endpoint: received.endpoint,
      query: received.query,
      key: received.key ?? '',
      charged: received.charged,
      what: standin.charges.list.length > charges ? (standin.charges.list.at(-1)?.what ?? '') : '',
      status: received.status,
      wave: fetch.wave,
      isSpoilt: received.charged > 0 && !('lost' in reply) && !isJson(text),
      ids: idsIn(text),
      told: received.endpoint === 'getUserData' ? text.toLowerCase() : '',
      isBurst: received.status === 429 && /rate limit exceeded/i.test(text),
    });
    fetches = fetches.filter(({ urls }) => urls.some((url) => url !== ''));
    return reply;
  };

  return {
    sent: sent as readonly Sent[],
    executions: executions as ReadonlyMap<number, Execution>,
    executionOf,
    /** Told of every service call that goes through, before and after. */
    heard(call: InterceptedCall): void {
      const execution = executionOf(call);
      execution.isAnswered = call.phase === 'after';
      execution.endedMs = emulator.clock.now();
      if (call.service !== 'UrlFetchApp' || call.phase !== 'before' || !call.method.startsWith('fetch')) return;
      const requests = call.args[0] as { url: string; timeoutSeconds?: number }[];
      fetches.push({
        execution,
        urls: requests.map(({ url }) => url),
        timeoutsMs: requests.map(({ timeoutSeconds = Infinity }) => timeoutSeconds * 1000),
        wave: { isLost: false },
      });
    },
    /** The replies of the execution's last wave were taken from it. */
    lost(execution: Execution): void {
      const last = sent.findLast((each) => each.execution === execution);
      if (last) last.wave.isLost = true;
    },
    /** All executions are over: whoever still waited for an answer was stopped by the platform. */
    rest(): void {
      for (const execution of executions.values()) if (!execution.isAnswered) execution.isDead = true;
      fetches = [];
      begun.length = 0;
    },
  };
}

function textOf(reply: StandinReply): string {
  if ('lost' in reply) return '';
  const isZipped = reply.body[0] === 0x1f;
  try {
    return Buffer.from(isZipped ? gunzipSync(reply.body) : reply.body).toString('utf8');
  } catch {
    return '';
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Of a page of creators or of content. */
function idsIn(text: string): string[] {
  if (!isJson(text)) return [];
  const body = JSON.parse(text) as Record<string, unknown>;
  const list = [body['users'], body['items'], body['content']].find((each) => Array.isArray(each));
  return ((list ?? []) as Record<string, unknown>[]).map(({ _id, contentId }) => String(contentId ?? _id ?? ''));
}
