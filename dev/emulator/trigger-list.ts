import { instantOfWall, zoneOffsetMs } from './globals/zone';
import { TRIGGERS } from './limits';
import { ServiceError } from './service';
import type { TriggerPlan } from './globals/script-trigger';

export interface InstalledTrigger extends TriggerPlan {
  id: string;
  user: string;
  /** When it fires next; null for a one-shot that has fired. */
  dueAtMs: number | null;
}

/** The installed time triggers of all users. Fired one-shots stay, and count, until the script deletes them. */
export interface TriggerList {
  list(user?: string): InstalledTrigger[];
  install(user: string, plan: TriggerPlan): InstalledTrigger;
  remove(user: string, id: string): void;
  get(id: string): InstalledTrigger | undefined;
  /** Those whose time has come, the earliest first. */
  due(): InstalledTrigger[];
  /** Sets the next time of a recurring one. */
  fired(id: string): void;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The first instant after `fromMs` at which the zone's clock shows the hour. */
function nextAtHour(hour: number, zone: string, fromMs: number): number {
  const wallMs = fromMs + zoneOffsetMs(zone, fromMs);
  const todayMs = wallMs - (wallMs % DAY_MS) + hour * HOUR_MS;
  return instantOfWall(zone, todayMs > wallMs ? todayMs : todayMs + DAY_MS);
}

/** `zone` is the script's. */
export function createTriggerList(
  container: 'bound' | 'addon' | 'none',
  nowMs: () => number,
  zone: string,
): TriggerList {
  let triggers: InstalledTrigger[] = [];
  let created = 0;

  function refuse(user: string, plan: TriggerPlan): string | undefined {
    const own = triggers.filter((trigger) => trigger.user === user);
    if (container === 'addon') {
      if (plan.everyMs !== undefined && plan.everyMs < TRIGGERS.addonMinIntervalMs) {
        return 'The recurrence interval for an Add-on trigger must be at least one hour.';
      }
      if (own.length >= TRIGGERS.addonMaxPerType) {
        return 'This add-on has created too many time-based triggers in this document for this Google user account.';
      }
    }
    if (own.length < TRIGGERS.maxPerUser) return undefined;
    return 'This script has too many triggers. Triggers must be deleted from the script before more can be added.';
  }

  function firstDueAtMs(plan: TriggerPlan): number | null {
    if (plan.atMs !== undefined) return plan.atMs;
    if (plan.hour !== undefined) return nextAtHour(plan.hour, zone, nowMs());
    const waitMs = plan.afterMs ?? plan.everyMs;
    return waitMs === undefined ? null : nowMs() + waitMs;
  }

  return {
    list: (user) => triggers.filter((trigger) => user === undefined || trigger.user === user),
    install(user, plan) {
      const text = refuse(user, plan);
      if (text !== undefined) throw new ServiceError(text);
      created += 1;
      const trigger = { ...plan, id: `trigger-${created}`, user, dueAtMs: firstDueAtMs(plan) };
      triggers.push(trigger);
      return trigger;
    },
    remove(user, id) {
      triggers = triggers.filter((trigger) => trigger.id !== id || trigger.user !== user);
    },
    get: (id) => triggers.find((trigger) => trigger.id === id),
    due: () =>
      triggers
        .filter(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= nowMs())
        .sort((left, right) => left.dueAtMs! - right.dueAtMs!),
    fired(id) {
      const trigger = triggers.find((each) => each.id === id);
      if (trigger) trigger.dueAtMs = trigger.everyMs === undefined ? null : nowMs() + trigger.everyMs;
    },
  };
}
