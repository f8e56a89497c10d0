import { playCampaign, type CampaignBrief, type CampaignTruth } from './campaign';
import { createCharges, type Charges } from './charges';
import type { Creator } from './creator';
import { bioOf, profilePictureOf, userIdOf, websiteOf } from './creator-text';
import { createDispatcher, type Service } from './dispatcher';
import { createFaults, type Faults } from './faults';
import { createKeys, type Keys } from './keys';
import { createLibrary, type Library } from './library';
import { listenOnLoopback, type Loopback } from './loopback';
import { createMailbox, type Mailbox } from './mailbox';
import { defaultManners, type Manners } from './manners';
import { DEMO_SHEET_SIZE, WELL_KNOWN } from './notable';
import type { Platform } from './platform';
import type { ShapeManner } from './profile-shape';
import { createRoster, type Roster } from './roster';
import { createRoutes } from './routes';
import { searchTextOf, type KeywordField } from './search-text';
import { createTrialSignup, type SignupLimits } from './trial-signup';
import { truthOf, type Truth } from './truth';
import type { StandinReply, StandinRequest } from './wire';
import type { World } from './world';

export * from './keys';

export type { StandinReply, StandinRequest } from './wire';

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
  /** What answers about a creator have to say, in whatever shape. */
  truth(creator: Creator): Truth;
  /** What discovery's keywords are searched in, in lower case. */
  searchText(creator: Creator): Record<KeywordField, string>;
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
  posts: Library;
  /** Creators of a campaign post late, untagged, twice, and delete again; says what each did. */
  campaign(brief: CampaignBrief): CampaignTruth[];
  /** Limits of the trial sign-up. */
  signupLimits: SignupLimits;
  /** What the contract leaves open. */
  manners: Manners;
  /** Shape of getUserData's body; the same as manners.shape. */
  shape: ShapeManner;
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
  const roster = createRoster(seed, anchorMs, options.creators ?? DEFAULT_CREATORS, now);
  const keys = createKeys(now);
  const charges = createCharges();
  const faults = createFaults();
  const mailbox = createMailbox();
  const manners = defaultManners();
  const world: World = { seed, anchorMs, roster, keys, mailbox, manners };
  const library = createLibrary(seed, anchorMs, roster);
  const signup = createTrialSignup(seed);
  const service: Service = { stopped: false, latencyMs: options.latencyMs ?? DEFAULT_LATENCY_MS };

  const dispatch = createDispatcher(world, createRoutes(world, library, signup), charges, faults, service);
  const handle = (request: StandinRequest, atMs = now()): StandinReply => dispatch(request, atMs);

  return {
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
      truth: (creator) => truthOf(world, creator),
      searchText: (creator) => searchTextOf(seed, creator),
      wellKnown: WELL_KNOWN.map(({ platform, username }) => ({ platform, username })),
      demoSheet: WELL_KNOWN.filter(({ platform }) => platform === 'instagram')
        .slice(0, DEMO_SHEET_SIZE)
        .map(({ username }) => username),
    },
    posts: library,
    campaign: (brief) => playCampaign(world, library, brief),
    signupLimits: signup.limits,
    manners,
    get shape() {
      return manners.shape;
    },
    set shape(shape) {
      manners.shape = shape;
    },
    get latencyMs() {
      return service.latencyMs;
    },
    set latencyMs(latencyMs) {
      service.latencyMs = latencyMs;
    },
    stop: () => void (service.stopped = true),
    start: () => void (service.stopped = false),
  };
}
