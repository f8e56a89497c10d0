import type { InterceptedCall, Interception } from '../../dev/emulator/emulator';
import type { StoreScope } from '../../dev/emulator/stores';
import type { ServiceGroup, Trouble } from './event';
import { doByHand } from './hand';
import type { World } from './world';

const GROUPS: Record<ServiceGroup, RegExp> = {
  any: /./,
  property: /^PropertiesService\./,
  propertyWrite: /^PropertiesService\.(set|delete)/,
  cache: /^CacheService\./,
  lock: /^LockService\./,
  fetch: /^UrlFetchApp\.fetch/,
  sheet: /^SpreadsheetApp\./,
  flush: /^SpreadsheetApp\.(Spreadsheet\.)?flush/,
};

/** What Google's services say when they refuse. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/^Lock/, 'There are too many LockService operations against the same script.'],
  [/^Properties/, "We're sorry, a server error occurred. Please wait a bit and try again."],
  [/^Cache/, 'Service error: Cache'],
  [/^UrlFetch/, 'Address unavailable: https://social-api.infludata.com'],
  [/^Spreadsheet/, 'Service Spreadsheets timed out while accessing document with id 1emulator.'],
  [/./, "We're sorry, a server error occurred. Please wait a bit and try again."],
];

/** Lets the troubles happen, each once, from now on until the next call of this or of `endTroubles`. */
export function beginTroubles(world: World, troubles: readonly Trouble[]): void {
  const { emulator } = world.addon;
  const waiting = troubles.filter(({ at }) => at !== 'request').map((trouble) => ({ trouble, met: 0, isOver: false }));
  for (const trouble of troubles) if (trouble.at === 'request') spoilRequests(world, trouble);

  emulator.faults.intercept = (call: InterceptedCall): Interception => {
    const name = `${call.service}.${call.method}`;
    const execution = world.journal.executionOf(call);
    let verdict: Interception;
    for (const entry of waiting) {
      const { trouble } = entry;
      if (entry.isOver || trouble.at === 'request' || trouble.phase !== call.phase) continue;
      if (!GROUPS[trouble.at].test(name) || (entry.met += 1) !== trouble.nth) continue;
      entry.isOver = true;
      world.note(`trouble ${trouble.does} ${trouble.phase} ${trouble.at}`);
      if (trouble.does === 'hand') doByHand(world, trouble.edit);
      else if (trouble.does === 'evict') forgetCache(world, 1);
      else if (trouble.does === 'kill') {
        execution.isDead = true;
        loses(world);
        verdict = { kill: true };
      } else {
        if (trouble.does === 'half') writeHalf(world, call, execution.by);
        if (call.service === 'PropertiesService' && call.phase === 'before') {
          execution.isHurt = true;
          loses(world);
        }
        if (call.service === 'UrlFetchApp' && call.phase === 'after') world.journal.lost(execution);
        verdict = { throw: REFUSALS.find(([service]) => service.test(name))?.[1] ?? '' };
      }
      break;
    }
    if (!verdict) world.journal.heard(call);
    else execution.isAnswered = true;
    return verdict;
  };
}

export function endTroubles({ addon, journal }: World): void {
  addon.emulator.faults.intercept = (call) => journal.heard(call);
  addon.standin.faults.clear();
  journal.rest();
}

const loses = (world: World): void => void world.lossesMs.push(world.addon.emulator.clock.now());

export function forgetCache(world: World, share: number): void {
  const cache = world.addon.emulator.stores.cache('document');
  cache.keys().forEach((key, at) => {
    if (((at * 7919) % 100) / 100 < share) cache.evict(key);
  });
  loses(world);
}

/** The first of several values are stored, and then the service fails. */
function writeHalf(world: World, { method, args }: InterceptedCall, user: string): void {
  if (method !== 'setProperties') return;
  const [scope, values] = args as [StoreScope, [string, string][]];
  try {
    world.addon.emulator.stores.properties(scope, user).setAll(values.slice(0, Math.ceil(values.length / 2)));
  } catch {
    // The store is full: not even half of it is written.
  }
}

/** What a service says that is overrun, or by whose books nobody has paid. */
const STORM = [
  { status: 402, message: 'Payment required' },
  { status: 403, message: 'Insufficient token balance' },
  { status: 429, message: 'Too many requests', headers: { 'retry-after': '999999999' } },
  { status: 429, message: 'Too many requests', headers: { 'retry-after': 'Thu, 01 Jan 2099 00:00:00 GMT' } },
  { status: 500, message: 'as the schedule wants it' },
] as const;

function spoilRequests(world: World, trouble: Extract<Trouble, { at: 'request' }>): void {
  const { does, nth, count } = trouble;
  let met = 0;
  world.addon.standin.faults.add({
    when: () => {
      met += 1;
      const isHit = met >= nth && met < nth + count;
      if (isHit) world.note(`trouble request ${does}`);
      return isHit;
    },
    ...(does === 'lost-before-charge' ? { lost: 'before-charge' } : {}),
    ...(does === 'lost-after-charge' ? { lost: 'after-charge' } : {}),
    ...(does === 'status' ? { status: nth % 2 === 0 ? 503 : 429, message: 'as the schedule wants it' } : {}),
    ...(does === 'storm' ? STORM[nth % STORM.length] : {}),
    ...(does === 'truncated' ? { body: 'truncated' } : {}),
  });
}
