import { exception } from './host';

type Trigger = GoogleAppsScript.Script.Trigger;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a builder hands the host: one of `afterMs`, `atMs`, `everyMs`. */
export interface TriggerPlan {
  functionName: string;
  afterMs?: number;
  atMs?: number;
  everyMs?: number;
  /** 0 to 23, in the script's zone, for those that recur daily. */
  hour?: number;
}

export interface TriggerRecord extends TriggerPlan {
  id: string;
}

export const scriptTrigger = ({ functionName, id }: TriggerRecord): Trigger =>
  ({ getHandlerFunction: () => functionName, getUniqueId: () => id }) as unknown as Trigger;

const EVERY_MINUTES = new Set([1, 5, 10, 15, 30]);

function clockBuilder(functionName: string, create: (plan: TriggerPlan) => Trigger): object {
  const plan: TriggerPlan = { functionName };
  const builder: Record<string, (...args: never[]) => unknown> = {
    create: () => create(plan),
  };
  const step = (name: string, change: (...args: never[]) => void): void => {
    builder[name] = (...args) => {
      change(...args);
      return builder;
    };
  };
  step('after', (durationMs: number) => (plan.afterMs = Number(durationMs)));
  step('at', (date: Date) => (plan.atMs = date.getTime()));
  step('atHour', (hour: number) => (plan.hour = Number(hour)));
  step('everyDays', (count: number) => (plan.everyMs = count * DAY_MS));
  step('everyHours', (count: number) => (plan.everyMs = count * HOUR_MS));
  step('everyMinutes', (count: number) => {
    if (!EVERY_MINUTES.has(count)) throw exception(`Invalid argument: everyMinutes`);
    plan.everyMs = count * MINUTE_MS;
  });
  return builder;
}

export const createTriggerBuilder = (functionName: string, create: (plan: TriggerPlan) => Trigger): object => ({
  timeBased: () => clockBuilder(functionName, create),
});
