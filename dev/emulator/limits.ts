// Every quota, limit and duration the emulator imitates, with its source. Pages are those of
// developers.google.com/apps-script, as of August 2026; "live" is a report by a third party; "assumed" is nobody's word.

const KB = 1024;
const MB = 1024 * KB;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a service call takes. */
export const COST_MS = {
  /** Live, jpoehnelt "exploring-apps-script-cacheservice-limits". One call, however many keys. */
  cache: 63,
  /** Live, same report. */
  property: 80,
  /** Live: a contended tryLock(0) said false after 94 ms. */
  lock: 94,
  /** Assumed from the usual advice to batch; reading or writing a whole range is one call. */
  spreadsheet: 300,
  /**
   * A getter of one row, asked again and again while nothing changes: it is answered from what is loaded. Live,
   * bugbugnow.net 2019/03: 1,000 single getValue took 3.1 s.
   */
  row: 3,
  /** Assumed: triggers live in a store like the properties. */
  trigger: 80,
  /** Assumed: one HTTP call of an API that writes some hundred rows. */
  warehouse: 800,
} as const;

/** guides/services/quotas: Cache; reference/cache. */
export const CACHE = {
  maxKeyCharacters: 250,
  maxValueBytes: 100 * KB,
  minTtlSeconds: 1,
  maxTtlSeconds: 21_600,
  defaultTtlSeconds: 600,
  maxEntries: 1000,
  /** Older reference text: "If more than 1,000 items are written, the cache stores the 900 items farthest from expiration". */
  keptEntries: 900,
} as const;

/** guides/services/quotas: Properties value size and total storage. (A live report stored 524,287 bytes in one value.) */
export const PROPERTIES = { maxValueBytes: 9 * KB, maxStoreBytes: 500 * KB } as const;

export const FETCH = {
  /** guides/services/quotas, "URL Fetch URL length 2 KB"; the reference page says 2,082 characters. */
  maxUrlCharacters: 2 * KB,
  maxHeaders: 100,
  maxHeaderBytes: 8 * KB,
  maxBodyBytes: 50 * MB,
  maxResponseBytes: 50 * MB,
  /** reference/url-fetch says 360 by default, a live report (jpoehnelt, 2025-12) says every call ends at about 60. */
  maxTimeoutSeconds: 60,
  /** Live: somewhere from 100 to 200 characters. */
  truncatedBodyCharacters: 100,
  /** Assumed, as browsers do. */
  maxRedirects: 20,
} as const;

export const SLEEP = { maxMs: 300_000 } as const;

/** guides/services/quotas: Script runtime; guides/sheets/functions and guides/triggers: 30 seconds. */
export const RUNTIME = {
  customFunctionMs: 30 * SECOND_MS,
  simpleTriggerMs: 30 * SECOND_MS,
  scriptMs: 6 * MINUTE_MS,
  /** guides/services/quotas: Simultaneous executions. */
  simultaneousPerUser: 30,
  simultaneousPerScript: 1000,
  /** reference google.script.run: at most 10 calls at once, the 11th waits. */
  simultaneousServerCalls: 10,
} as const;

export const TRIGGERS = {
  /** guides/services/quotas: 20 / user / script. */
  maxPerUser: 20,
  /** workspace/add-ons/concepts/editor-triggers: recurring time triggers at most hourly. */
  addonMinIntervalMs: HOUR_MS,
  /** ibidem: one of each type, per user, per document. */
  addonMaxPerType: 1,
} as const;

/** reference/spreadsheet and the "limits" help page of Sheets. */
export const SPREADSHEET = {
  maxCells: 10_000_000,
  maxCellCharacters: 50_000,
  /** workspace/sheets/api/guides/metadata: of all that hangs on the spreadsheet itself, and again on each sheet with its lines. */
  maxMetadataCharacters: 30_000,
} as const;

/** Per user, over 24 hours that begin with the first request (guides/services/quotas). */
export const DAILY = {
  windowMs: DAY_MS,
  consumer: { urlFetchCalls: 20_000, propertyCalls: 50_000, triggerRuntimeMs: 90 * MINUTE_MS },
  workspace: { urlFetchCalls: 100_000, propertyCalls: 500_000, triggerRuntimeMs: 6 * HOUR_MS },
} as const;
