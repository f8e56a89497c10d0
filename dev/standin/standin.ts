import { ApiError } from './api-error';
import type { Answer, Call } from './call';
import { createCharges, type Charges } from './charges';
import { bioOf, profilePictureOf, userIdOf, websiteOf } from './creator-text';
import type { Creator } from './creator';
import { createDiscoverySearch } from './discovery-search';
import { BASE_PATH, type Endpoint } from './endpoint';
import { createFaults, type Fault, type Faults } from './faults';
import { createKeys, type ApiKey, type Keys } from './keys';
import { listenOnLoopback, type Loopback } from './loopback';
import { createMailbox, type Mailbox } from './mailbox';
import { defaultManners, type Manners } from './manners';
import { DEMO_SHEET_SIZE, WELL_KNOWN } from './notable';
import type { Platform } from './platform';
import type { ProfileShape } from './profile-shape';
import { errorDraft, faultDraft, jsonDraft, spoil, toReply, type Draft, type Reply } from './reply';
import { createRoster, type Roster } from './roster';
import { checkDataStatus } from './routes/check-data-status';
import { createDiscovery } from './routes/discovery';
import { getCitiesForCountry } from './routes/get-cities-for-country';
import { getClientInfo } from './routes/get-client-info';
import { getUserData } from './routes/get-user-data';
import type { World } from './world';

export * from './keys';

export interface StandinRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export type StandinReply = Reply | { lost: 'before-charge' | 'after-charge'; latencyMs: number };

export interface StandinOptions {
  /** The same seed gives the same creators and codes. */
  seed?: number;
  /** Milliseconds since 1970; Date.now unless given. */
  now?: () => number;
  /** Of every answer; 300 unless given. */
  latencyMs?: number;
  /** Creators in the database, 24,000 unless given. */
  creators?: number;
}

export interface StandinCreators extends Roster {
  /** The texts that are made up only when asked for. */
  text(creator: Creator): { bio: string; website: string; profilePicUrl: string; userId: string };
  /** Handles that newcomers type, all in the database and public. */
  wellKnown: readonly { platform: Platform; username: string }[];
  /** 25 Instagram handles for a demo sheet. */
  demoSheet: readonly string[];
}

export interface Standin {
  /** Answers one HTTP request in-process. Arrival time is now() unless atMs is given. No timers: latencyMs is data, the caller lets time pass. */
  handle(request: StandinRequest, atMs?: number): StandinReply;
  /** The same over real HTTP on 127.0.0.1. */
  listen(port?: number): Promise<Loopback>;
  keys: Keys;
  charges: Charges;
  faults: Faults;
  mailbox: Mailbox;
  creators: StandinCreators;
  /** What the contract leaves open. */
  manners: Manners;
  /** Shape of getUserData's body; the same as manners.shape. */
  shape: ProfileShape;
  latencyMs: number;
  /** From here every connection is lost; start() undoes it. */
  stop(): void;
  start(): void;
}

const DAY_MS = 86_400_000;
/** 8,000 on Instagram, 6,000 on TikTok, 5,000 on YouTube, 2,000 on Twitch and Facebook each, 1,000 on Snapchat. */
const DEFAULT_CREATORS = 24_000;
const DEFAULT_SEED = 20_260_611;
const DEFAULT_LATENCY_MS = 300;

/** A stand-in of influData's Social API that keeps to the published contract. Deterministic: seed, clock and requests decide everything. */
export function createStandin(options: StandinOptions = {}): Standin {
  const now = options.now ?? Date.now;
  const seed = options.seed ?? DEFAULT_SEED;
  const anchorMs = Math.floor(now() / DAY_MS) * DAY_MS;
  const roster = createRoster(seed, anchorMs, options.creators ?? DEFAULT_CREATORS);
  const keys = createKeys(now);
  const charges = createCharges();
  const faults = createFaults();
  const mailbox = createMailbox();
  const manners = defaultManners();
  const world: World = { seed, anchorMs, roster, keys, mailbox, manners };
  let stopped = false;

  const endpoints: Record<string, Endpoint> = {
    getUserData: { method: 'GET', auth: true, route: getUserData },
    checkDataStatus: { method: 'GET', auth: true, route: checkDataStatus },
    discovery: { method: 'GET', auth: true, route: createDiscovery(createDiscoverySearch(world)) },
    getClientInfo: { method: 'GET', auth: true, route: getClientInfo },
    getCitiesForCountry: { method: 'GET', auth: true, route: getCitiesForCountry },
  };

  /** Authentication, burst windows, then the fault's own answer or the route, then the charge. */
  function work(call: Call, method: string, fault: Fault, charged: (requests: number) => void): Draft {
    const endpoint = endpoints[call.endpoint];
    if (!endpoint) throw new ApiError(404, `Unknown endpoint: ${call.endpoint}`);
    if (method !== endpoint.method) throw new ApiError(405, `Method not allowed: use ${endpoint.method}`);
    let answer: Answer;
    if (endpoint.auth) {
      const key = authenticate(keys, call);
      if (!key.windows.arrive(call.atMs)) throw new ApiError(429, 'Rate limit exceeded');
      if (fault.status !== undefined) return faultDraft(fault, fault.status, manners.errorStyle);
      answer = endpoint.route({ ...call, key }, world);
      if (answer.charge && answer.charge.requests > 0) {
        key.balance -= answer.charge.requests;
        charges.charge({ atMs: call.atMs, key: key.key, endpoint: call.endpoint, ...answer.charge });
        charged(answer.charge.requests);
      }
    } else {
      if (fault.status !== undefined) return faultDraft(fault, fault.status, manners.errorStyle);
      answer = endpoint.route(call, world);
    }
    return jsonDraft(answer.status, answer.body);
  }

  function handle(request: StandinRequest, atMs = now()): StandinReply {
    const url = new URL(request.url, 'http://standin.invalid');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const endpoint = url.pathname.startsWith(BASE_PATH)
      ? url.pathname.slice(BASE_PATH.length).replace(/\/$/, '')
      : url.pathname;
    const query = Object.fromEntries(url.searchParams);
    const key = bearerOf(headers.authorization);
    const { method } = request;
    const body = parseJson(request.body);
    const log = {
      atMs,
      endpoint,
      method,
      status: 0,
      key: keys.get(key ?? '')?.key,
      query,
      headers,
      body: body ?? request.body,
      charged: 0,
    };
    charges.receive(log);
    if (stopped) return { lost: 'before-charge', latencyMs: standin.latencyMs };
    const fault = faults.strike({ endpoint, method, query, headers, body, key, atMs });
    const latencyMs = fault.latencyMs ?? standin.latencyMs;
    if (fault.lost === 'before-charge') return { lost: 'before-charge', latencyMs };

    const call: Call = {
      endpoint,
      query,
      headers,
      body,
      atMs,
      shape: fault.shape ?? manners.shape,
      ip: headers['x-forwarded-for'] ?? '127.0.0.1',
    };
    let draft: Draft;
    try {
      draft = work(call, method, fault, (requests) => (log.charged = requests));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      draft = errorDraft(error.status, error.message, error.extra, manners.errorStyle);
    }
    if (fault.lost === 'after-charge') return { lost: 'after-charge', latencyMs };
    draft = spoil(draft, fault);
    log.status = draft.status;
    return toReply(draft, headers['accept-encoding'], latencyMs);
  }

  const standin: Standin = {
    handle,
    listen: (port) => listenOnLoopback(handle, port),
    keys,
    charges,
    faults,
    mailbox,
    creators: {
      ...roster,
      text: (creator) => ({
        bio: bioOf(seed, creator),
        website: websiteOf(seed, creator),
        profilePicUrl: profilePictureOf(seed, creator),
        userId: userIdOf(seed, creator),
      }),
      wellKnown: WELL_KNOWN.map(({ platform, username }) => ({ platform, username })),
      demoSheet: WELL_KNOWN.filter(({ platform }) => platform === 'instagram')
        .slice(0, DEMO_SHEET_SIZE)
        .map(({ username }) => username),
    },
    manners,
    get shape() {
      return manners.shape;
    },
    set shape(shape) {
      manners.shape = shape;
    },
    latencyMs: options.latencyMs ?? DEFAULT_LATENCY_MS,
    stop: () => void (stopped = true),
    start: () => void (stopped = false),
  };
  return standin;
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
