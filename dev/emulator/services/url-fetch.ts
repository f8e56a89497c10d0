import { gunzipSync } from 'node:zlib';
import { checkRequest, failureError, statusError } from '../fetch-rules';
import type { FetchRequest } from '../globals/fetch-request';
import { FETCH } from '../limits';
import { Later, ServiceError } from '../service';
import type { Reply, Service, ServiceCall } from '../service';
import type { TransportReply, TransportRequest, TransportResponse } from '../transport';
import type { World } from '../world';

const header = (reply: TransportResponse, wanted: string): string | undefined => {
  const name = Object.keys(reply.headers).find((each) => each.toLowerCase() === wanted);
  const value = name === undefined ? undefined : reply.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

interface Exchange {
  request: FetchRequest;
  reply?: TransportReply;
}

/** reference/url-fetch: the script can add to it but not remove it. */
const userAgent = (scriptId: string): string =>
  `Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: ${scriptId})`;

const asksForGzip = (request: FetchRequest): boolean =>
  request.headers.some(([name]) => name.toLowerCase() === 'accept-encoding');

function outgoing(request: FetchRequest, scriptId: string): TransportRequest {
  const headers = Object.fromEntries([
    ['Accept-Encoding', 'gzip'],
    ...request.headers.filter(([name]) => name.toLowerCase() !== 'user-agent'),
    ['User-Agent', userAgent(scriptId)],
  ]) as Record<string, string>;
  const { method, url, body } = request;
  return { method, url, headers, ...(body !== undefined && { body }) };
}

// Who asks for gzip himself gets it raw.
function bodyOf(reply: TransportResponse, request: FetchRequest): Buffer {
  const body = Buffer.from(reply.body);
  if (asksForGzip(request) || header(reply, 'content-encoding')?.toLowerCase() !== 'gzip') return body;
  return gunzipSync(body);
}

function redirected(request: FetchRequest, reply: TransportResponse): FetchRequest | undefined {
  const location = header(reply, 'location');
  if (!request.followRedirects || reply.status < 300 || reply.status > 399 || !location) return undefined;
  const url = new URL(location, request.url).href;
  const keepsMethod = reply.status === 307 || reply.status === 308 || request.method === 'HEAD';
  if (keepsMethod) return { ...request, url };
  const { body: _body, ...rest } = request;
  return { ...rest, url, method: 'GET' };
}

function answer(request: FetchRequest, reply: TransportResponse): object {
  const body = bodyOf(reply, request);
  if (body.length > FETCH.maxResponseBytes) throw new ServiceError('Limit Exceeded: URLFetch Response Size.');
  if (!request.muteHttpExceptions && reply.status >= 400) {
    throw statusError(request.url, reply.status, body.toString('utf8'));
  }
  return { status: reply.status, headers: reply.headers, latin1: body.toString('latin1') };
}

/** UrlFetchApp: takes the network's time. A batch takes its slowest, and fails whole if one request got no answer. */
export function urlFetchService(world: World): Service {
  const timeoutMs = (request: FetchRequest): number => {
    const asked = world.honoursTimeoutSeconds ? (request.timeoutSeconds ?? Infinity) : Infinity;
    return Math.min(asked, FETCH.maxTimeoutSeconds) * 1000;
  };

  /** Sends what has no reply yet, waits for the slowest, follows redirects together; one failure throws for all. */
  async function send(exchanges: Exchange[], sentAtMs: number, hops: number): Promise<Reply> {
    const open = exchanges.filter(({ reply }) => reply === undefined);
    const replies = await world.transport.send(
      open.map(({ request }) => outgoing(request, world.scriptId)),
      sentAtMs,
    );
    for (const [index, exchange] of open.entries()) exchange.reply = replies[index]!;
    const waitsMs = open.map(({ request, reply }) => Math.min(reply!.latencyMs, timeoutMs(request)));
    const settle = (nowMs: number): Reply => {
      const answers = exchanges.map(({ request, reply }) => ({ request, reply: arrived(request, reply!) }));
      const onward = answers.map(({ request, reply }) => redirected(request, reply));
      if (hops >= FETCH.maxRedirects || !onward.some(Boolean)) {
        return answers.map(({ request, reply }) => answer(request, reply));
      }
      const next = answers.map((exchange, index) => (onward[index] ? { request: onward[index] } : exchange));
      return send(next, nowMs, hops + 1);
    };
    return new Later(sentAtMs + Math.max(0, ...waitsMs), settle);
  }

  function arrived(request: FetchRequest, reply: TransportReply): TransportResponse {
    if ('failed' in reply) throw failureError(reply.failed, request.url);
    if (reply.latencyMs > timeoutMs(request)) throw failureError('timeout', request.url);
    return reply;
  }

  function fetchAll({ execution, args, nowMs }: ServiceCall): Reply {
    const requests = args[0] as FetchRequest[];
    for (const request of requests) checkRequest(request, world.manifest.urlFetchWhitelist);
    if (!world.quotas.spend(execution.user, 'urlFetchCalls', requests.length)) {
      return sendUntilUsedUp(requests, execution.user, nowMs);
    }
    const exchanges = requests.map((request) => ({ request }));
    return requests.length === 0 ? [] : send(exchanges, nowMs, 0);
  }

  /**
   * Each request costs one of the day, and one that is refused throws for its whole batch, whatever has become of the
   * others. Nobody has recorded whether those that still fitted leave; here they do, the harder case.
   */
  async function sendUntilUsedUp(requests: FetchRequest[], user: string, nowMs: number): Promise<Reply> {
    const fitting = requests.slice(0, world.quotas.limit('urlFetchCalls') - world.quotas.used(user, 'urlFetchCalls'));
    world.quotas.spend(user, 'urlFetchCalls', fitting.length);
    await world.transport.send(
      fitting.map((request) => outgoing(request, world.scriptId)),
      nowMs,
    );
    throw new ServiceError('Service invoked too many times for one day: urlfetch.');
  }

  return { costMs: () => 0, methods: { fetch: fetchAll, fetchAll } };
}
