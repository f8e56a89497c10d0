import type { Sent } from './journal';
import type { World } from './world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A charge's day is its reservation's: near midnight it may be the day before. */
const BOUNDARY_MS = 7 * MINUTE_MS;
/** Fresh by default (docs/settings.md); schedules do not change it. */
const FRESH_MS: Record<string, number> = {
  profile: 7 * DAY_MS,
  audience: 30 * DAY_MS,
  'audience pending': DAY_MS,
  search: 7 * DAY_MS,
  content: 7 * DAY_MS,
};
/** How long the cache keeps an answer. */
const CACHE_MS = 6 * 60 * MINUTE_MS;

const paid = ({ journal }: World): Sent[] => journal.sent.filter(({ charged }) => charged > 0);

const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant, by the zone that was in force then. */
function dayIn(zones: World['zones']): (atMs: number) => string {
  return (atMs) => {
    const timeZone = zones.findLast(({ fromMs }) => fromMs <= atMs)?.zone ?? 'Etc/UTC';
    const format =
      days.get(timeZone) ??
      new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    days.set(timeZone, format);
    return format.format(atMs);
  };
}

const described = ({ execution: { id, name, call, by, source }, endpoint, charged, what, atMs, query }: Sent): string =>
  `${endpoint} (${charged}, ${what}, asked as ${query['username'] ?? query['userId'] ?? query['_id'] ?? ''}) by ${id} ${source} ${call ? call.name : name} of ${by} at ${new Date(atMs).toISOString()}`;

/** Adds up charges by kind; whoever passes what was allowed then has done it. */
function checkSum(
  world: World,
  rule: string,
  charges: readonly Sent[],
  allowed: (atMs: number, by: string) => number,
  by: (sent: Sent) => string,
): void {
  const sums = new Map<string, number>();
  for (const sent of charges) {
    const kind = by(sent);
    const sum = (sums.get(kind) ?? 0) + sent.charged;
    sums.set(kind, sum);
    const most = allowed(sent.atMs, kind);
    if (sum > most) return world.violate(rule, `${kind}: ${sum} of ${most} with ${described(sent)}`);
  }
}

const runOf = ({ execution: { call } }: Sent): string => String(call?.given['id']);

/** The caps of the day, of formulas, of runs, nights and months, and the balance to keep. */
export function checkCaps(world: World): void {
  const { limits } = world;
  const charges = paid(world);
  // The ledger tells days as the spreadsheet did when somebody last opened Account.
  const [day, night] = [dayIn(world.ledgerZones), dayIn(world.zones)];
  const inDay = charges.filter(
    ({ atMs }) =>
      day(atMs) === day(atMs - BOUNDARY_MS) &&
      !world.ledgerZones.some(({ fromMs, untilMs = 0 }) => fromMs <= atMs && atMs <= untilMs),
  );
  const cap = (name: string) => (atMs: number) => Math.min(limits.most(name, atMs), limits.most('paused', atMs));
  checkSum(world, 'no cap passed: day', inDay, cap('maxRequestsPerDay'), ({ atMs }) => day(atMs));
  const formulas = inDay.filter(({ execution }) => execution.source === 'cell');
  checkSum(world, "no cap passed: formulas' day", formulas, cap('maxFormulaRequestsPerDay'), ({ atMs }) => day(atMs));
  const stepped = charges.filter(({ execution: { call } }) => call?.name.startsWith('step'));
  checkSum(world, 'no cap passed: run', stepped, (atMs, id) => limits.most(`run ${id}`, atMs), runOf);
  const posts = charges.filter(({ query }) => world.campaigns.has(query['username'] ?? ''));
  // Two campaigns may ask for the same creators.
  const ofCampaigns = (atMs: number): number =>
    limits.names('campaign ').reduce((sum, name) => sum + limits.most(name, atMs), 0);
  if (world.forgottenMs === 0) checkSum(world, 'no cap passed: campaign', posts, ofCampaigns, () => 'campaigns');
  const bought = charges.filter(({ execution: { call } }) => call?.name === 'buyTimelines');
  const asked = new Map(bought.map(({ execution: { id, call } }) => [String(id), Number(call?.given['cap'])]));
  const timelines = (_: number, id: string): number => asked.get(id) ?? 0;
  checkSum(world, 'no cap passed: timelines', bought, timelines, ({ execution }) => String(execution.id));

  const nightly = charges.filter(({ execution }) => execution.source === 'trigger');
  const rows = nightly.filter(({ endpoint }) => endpoint === 'getUserData');
  checkSum(
    world,
    'no cap passed: night',
    rows,
    (atMs) => limits.most('night rows', atMs),
    ({ atMs }) => night(atMs),
  );
  const syncs = nightly.filter(({ endpoint }) => endpoint === 'getContent');
  const all = (prefix: string) => (atMs: number) =>
    limits.names(prefix).reduce((sum, name) => sum + limits.most(name, atMs), 0);
  checkSum(world, 'no cap passed: night', syncs, all('night sync'), ({ atMs }) => night(atMs));
  checkSum(world, 'no cap passed: month', syncs, all('night month'), ({ atMs }) => day(atMs).slice(0, 7));
}

/** After each event: whether the ledger tells days by another zone since. */
export function learnZone(world: World, beganMs: number): void {
  const zone = /"timeZone":"([^"]+)"/.exec(world.addon.property('gate') ?? '')?.[1];
  if (zone === undefined || zone === world.ledgerZones.at(-1)?.zone) return;
  world.ledgerZones.push({ fromMs: beganMs, untilMs: world.addon.emulator.clock.now(), zone });
}

/** Asked at each request, while the balance is what it was just then. */
export function checkKept(world: World): void {
  if (world.isForeign) return;
  for (const { key } of world.keys) {
    const spent = paid(world).filter((sent) => sent.key === key);
    const last = spent.at(-1);
    const left = world.addon.standin.keys.get(key)?.balance ?? 0;
    if (last && left < world.limits.least('keepBalance', last.atMs))
      world.violate('the balance to keep is kept', `${left} are left after ${described(last)}`);
  }
}

/** What a charge was for, in the kinds of which one is bought once. */
interface Bought {
  sent: Sent;
  kind: string;
  /** The creator, the page or the query. */
  what: string;
  /** How it was asked for. */
  name: string;
}

function boughtIn(world: World): Bought[] {
  return paid(world).flatMap((sent): Bought[] => {
    const { endpoint, what, query } = sent;
    const name = JSON.stringify(Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1)));
    if (endpoint === 'getUserData') {
      const kind = what.endsWith('audience pending')
        ? 'audience pending'
        : what.endsWith('with audience')
          ? 'audience'
          : 'profile';
      const named = query['_id'] ?? query['userId'] ?? query['username'] ?? '';
      return [{ sent, kind, what: /\(([0-9a-f]+)\)/.exec(what)?.[1] ?? what, name: named.toLowerCase() }];
    }
    if (endpoint === 'discovery') return [{ sent, kind: 'search', what: name, name }];
    // A run's pages are another thing each time: what came of them is looked at in their sheet.
    if (endpoint === 'getContent' && sent.execution.source === 'cell')
      return [{ sent, kind: 'content', what: name, name }];
    return [];
  });
}

/** Nobody is paid twice while fresh, but for what was in flight at a kill, lost on its way, or asked for again. */
export function checkTwice(world: World): void {
  const seen = new Map<string, Bought[]>();
  for (const one of boughtIn(world)) {
    const before = seen.get(one.what) ?? [];
    const earlier = before.findLast(
      ({ kind, sent }) =>
        (kind === one.kind || (kind === 'audience' && one.kind === 'profile')) &&
        one.sent.atMs - sent.atMs < (FRESH_MS[one.kind] ?? 0),
    );
    seen.set(one.what, [...before, one]);
    if (earlier && !isExcused(world, earlier, one))
      world.violate(
        earlier.name === one.name ? 'nobody is paid twice' : 'nobody is paid twice by another name',
        `${described(earlier.sent)}, then ${described(one.sent)}`,
      );
  }
}

function isExcused(world: World, earlier: Bought, later: Bought): boolean {
  const { sent: first } = earlier;
  const { sent: second } = later;
  if (first.wave.isLost || first.isSpoilt || first.atMs <= world.forgottenMs) return true;
  if (first.execution.isDead || first.execution.isHurt) return true;
  if (isDeleted(world, earlier, second)) return true;
  // Two names that nobody has met together are two creators.
  const isTold = first.told.includes(JSON.stringify(later.name).slice(1, -1).replace(/^@/, ''));
  if (earlier.name !== later.name && (!isTold || second.execution.begunMs <= first.execution.endedMs)) return true;
  // A profile that was under way before its report was asked for: who came later could not save it.
  const isWithin = second.execution.id < first.execution.id && first.atMs <= second.atMs;
  if (earlier.kind !== later.kind && isWithin) return true;
  return isOnPurpose(world, first, second);
}

/** Somebody had it deleted meanwhile: a creator's are all that are about that one, and pages of many. */
const isDeleted = ({ deletions }: World, { kind, what, sent }: Bought, later: Sent): boolean =>
  deletions.some(
    ({ fromMs, toMs, who }) =>
      sent.atMs <= toMs &&
      later.atMs >= fromMs &&
      (who === undefined || kind === 'search' || kind === 'content' || what.includes(who)),
  );

function isOnPurpose(world: World, first: Sent, second: Sent): boolean {
  const { call, source } = second.execution;
  if (source === 'trigger') return first.execution.source !== 'trigger' || second.atMs - first.atMs > DAY_MS / 2;
  if (call?.name === 'search') return call.given['again'] === true;
  const isGone =
    second.atMs - first.atMs > CACHE_MS ||
    world.lossesMs.some((lostMs) => lostMs >= first.atMs && lostMs <= second.atMs);
  // What is kept for weeks has no timeline.
  if (call?.name === 'buyTimelines' && isGone) return true;
  const run = world.runs.get(String(call?.given['id']));
  if (!run) return false;
  if (run.isAgain && first.atMs < run.begunMs) return true;
  // A run that is resumed buys once more what was paid for and is no longer kept.
  // What was lost before it began was in its price.
  return isGone && (run.isResumed || first.atMs < run.begunMs);
}

/** More in a second or a minute than the key allows. */
export function checkPace(world: World): void {
  const burst = world.journal.sent.find(({ isBurst }) => isBurst);
  if (burst) world.violate('no 429 of our own making', described(burst));
}

/** A run over rows buys for the rows that were selected, and for no others. */
export function checkSelected(world: World): void {
  for (const sent of paid(world)) {
    const { call } = sent.execution;
    if (call?.name !== 'stepRun') continue;
    const creators = world.runs.get(String(call.given['id']))?.creators;
    const id = /\(([0-9a-f]+)\)/.exec(sent.what)?.[1] ?? '';
    if (creators && !creators.has(id) && ![...creators].some((name) => sent.what.includes(`/${name} `)))
      world.violate('only selected rows are bought', described(sent));
  }
}
