import type { Event, Schedule } from './event';
import { play, type Played } from './player';

const MOST_RUNS = 150;

/** The smallest schedule found that still breaks the same rule: events, acts and troubles are left out while it does. */
export async function shrink(
  schedule: Schedule,
  played: Played,
  except: readonly string[] = [],
): Promise<{ schedule: Schedule; played: Played }> {
  const rule = played.violations[0]?.rule;
  let best = { ...schedule, events: schedule.events.slice(0, played.at + 1) };
  let bestPlayed = played;
  let runs = 0;

  async function holds(events: Event[], setup = best.setup): Promise<boolean> {
    if (runs++ >= MOST_RUNS) return false;
    const next = await play({ setup, events }, except);
    if (next.violations[0]?.rule !== rule) return false;
    best = { ...best, setup, events };
    bestPlayed = next;
    return true;
  }

  for (let size = Math.ceil(best.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = best.events.length - size; from >= 0; from -= size) await holds(best.events.toSpliced(from, size));
  for (let at = best.events.length - 1; at >= 0; at--)
    for (const name of ['troubles', 'acts'] as const)
      for (let place = (best.events[at]?.[name].length ?? 0) - 1; place >= 0; place--) {
        const event = best.events[at] as Event;
        await holds(best.events.with(at, { ...event, [name]: (event[name] as unknown[]).toSpliced(place, 1) }));
      }
  for (let at = best.events.length - 1; at >= 0; at--) {
    const event = best.events[at] as Event;
    for (const [place, act] of event.acts.entries())
      if (act.act === 'cells')
        for (let size = Math.ceil(act.formulas.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
          for (let from = 0; ;) {
            const now = best.events[at]?.acts[place];
            if (now?.act !== 'cells' || from + size > now.formulas.length || now.formulas.length <= size) break;
            const fewer = { ...now, formulas: now.formulas.toSpliced(from, size) };
            const shorter = { ...(best.events[at] as Event), acts: (best.events[at] as Event).acts.with(place, fewer) };
            if (!(await holds(best.events.with(at, shorter)))) from += size;
          }
    if (event.waitMs > 0) await holds(best.events.with(at, { ...(best.events[at] as Event), waitMs: 0 }));
  }
  await holds(best.events, { ...best.setup, rows: Math.min(3, best.setup.rows) });
  await holds(best.events, { ...best.setup, locale: 'en_US', timeZone: 'Etc/UTC', shape: 'flat' });
  return { schedule: best, played: bestPlayed };
}
