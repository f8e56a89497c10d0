import { ApiError } from './api-error';
import type { Answer, Call, KeyedCall } from './call';
import type { Charges } from './charges';
import { BASE_PATH, ENDPOINTS, isEndpoint } from './endpoint';
import type { Fault, Faults } from './faults';
import type { ApiKey, Keys } from './keys';
import { errorDraft, faultDraft, jsonDraft, spoil, toReply, type Draft } from './reply';
import type { Routes } from './routes';
import type { StandinReply, StandinRequest } from './wire';
import type { World } from './world';

/** What the stand-in can be told while it runs. */
export interface Service {
  stopped: boolean;
  latencyMs: number;
}

/**
 * Takes a request through, in this order: the log, scripted loss, path, method, key (401), burst windows (429),
 * a scripted status, the route, the charge, and what is scripted to happen to the answer.
 */
export function createDispatcher(world: World, routes: Routes, charges: Charges, faults: Faults, service: Service) {
  const { keys, manners } = world;

  function work(call: Call, method: string, fault: Fault, onCharge: (requests: number) => void): Draft {
    if (!isEndpoint(call.endpoint)) throw new ApiError(404, `Unknown endpoint: ${call.endpoint}`);
    const endpoint = ENDPOINTS[call.endpoint];
    if (method !== endpoint.method) throw new ApiError(405, `Method not allowed: use ${endpoint.method}`);
    const key = endpoint.auth ? authenticate(keys, call) : undefined;
    if (key && !key.windows.arrive(call.atMs)) throw new ApiError(429, 'Rate limit exceeded');
    if (fault.status !== undefined) return faultDraft(fault, fault.status, manners.errorStyle);
    const route = routes[call.endpoint] as (call: Call | KeyedCall, world: World) => Answer;
    const answer = route(key ? { ...call, key } : call, world);
    if (key && answer.charge && answer.charge.requests > 0) {
      key.balance -= answer.charge.requests;
      charges.charge({ atMs: call.atMs, key: key.key, endpoint: call.endpoint, ...answer.charge });
      onCharge(answer.charge.requests);
    }
    return jsonDraft(answer.status, answer.body);
  }

  return (request: StandinRequest, atMs: number): StandinReply => {
    const { method } = request;
    const url = new URL(request.url, 'http://standin.invalid');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const endpoint = url.pathname.startsWith(BASE_PATH) ? url.pathname.slice(BASE_PATH.length) : url.pathname;
    const query = Object.fromEntries(url.searchParams);
    const body = parseJson(request.body);
    const key = keys.get(bearerOf(headers.authorization) ?? '')?.key;
    const entry = { atMs, endpoint, method, status: 0, key, query, headers, body: body ?? request.body, charged: 0 };
    charges.receive(entry);
    if (service.stopped) return { lost: 'before-charge', latencyMs: service.latencyMs };
    const fault = faults.strike({ endpoint, method, query, headers, body, key, atMs });
    const latencyMs = fault.latencyMs ?? service.latencyMs;
    if (fault.lost === 'before-charge') return { lost: 'before-charge', latencyMs };

    const ip = headers['x-forwarded-for'] ?? '127.0.0.1';
    const call: Call = { endpoint, query, headers, body, atMs, shape: fault.shape ?? manners.shape, ip };
    let draft: Draft;
    try {
      draft = work(call, method, fault, (requests) => (entry.charged = requests));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const more = manners.errorStyle === 'earlier' ? error.details : {};
      draft = errorDraft(error.status, error.message, { ...error.extra, ...more }, manners.errorStyle);
    }
    if (fault.lost === 'after-charge') return { lost: 'after-charge', latencyMs };
    entry.status = draft.status;
    return toReply(spoil(draft, fault), headers['accept-encoding'], latencyMs);
  };
}

function authenticate(keys: Keys, call: Call): ApiKey {
  const text = bearerOf(call.headers.authorization);
  if (text === undefined) throw new ApiError(401, 'Missing API key');
  const key = keys.at(text, call.atMs);
  if (!key) throw new ApiError(401, 'Invalid API key');
  if (key.expiresMs <= call.atMs) throw new ApiError(401, 'API key expired');
  return key;
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
