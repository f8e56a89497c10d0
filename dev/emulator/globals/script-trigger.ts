import type { EnumerationValue } from './enumeration';
import { exception } from './host';

type Trigger = GoogleAppsScript.Script.Trigger;
type Enumeration = Record<string, EnumerationValue>;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** What a builder hands the host. A clock trigger has one of `afterMs`, `atMs`, `everyMs`. */
export interface TriggerPlan {
  functionName: string;
  type: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  afterMs?: number;
  atMs?: number;
  everyMs?: number;
  /** 0 to 23, in the script's zone, for those that recur daily or weekly. */
  hour?: number;
}

export interface TriggerRecord extends TriggerPlan {
  id: string;
}

export function scriptTrigger(record: TriggerRecord, eventTypes: Enumeration, sources: Enumeration): Trigger {
  const isClock = record.type === 'CLOCK';
  return {
    getEventType: () => eventTypes[record.type],
    getHandlerFunction: () => record.functionName,
    getTriggerSource: () => (isClock ? sources['CLOCK'] : sources['SPREADSHEETS']),
    getTriggerSourceId: () => (isClock ? null : 'spreadsheet'),
    getUniqueId: () => record.id,
  } as unknown as Trigger;
}

const EVERY_MINUTES = new Set([1, 5, 10, 15, 30]);

function clockBuilder(functionName: string, create: (plan: TriggerPlan) => Trigger): object {
  const plan: TriggerPlan = { functionName, type: 'CLOCK' };
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
  step('atDate', (year: number, month: number, day: number) => (plan.atMs = new Date(year, month - 1, day).getTime()));
  step('atHour', (hour: number) => (plan.hour = Number(hour)));
  step('everyDays', (count: number) => (plan.everyMs = count * DAY_MS));
  step('everyHours', (count: number) => (plan.everyMs = count * HOUR_MS));
  step('everyMinutes', (count: number) => {
    if (!EVERY_MINUTES.has(count)) throw exception(`Invalid argument: everyMinutes`);
    plan.everyMs = count * MINUTE_MS;
  });
  step('everyWeeks', (count: number) => (plan.everyMs = count * 7 * DAY_MS));
  step('onWeekDay', () => (plan.everyMs ??= 7 * DAY_MS));
  step('onMonthDay', () => (plan.everyMs = 30 * DAY_MS));
  step('inTimezone', () => undefined);
  step('nearMinute', () => undefined);
  return builder;
}

const SPREADSHEET_EVENTS = {
  onOpen: 'ON_OPEN',
  onEdit: 'ON_EDIT',
  onChange: 'ON_CHANGE',
  onFormSubmit: 'ON_FORM_SUBMIT',
} as const;

export function createTriggerBuilder(functionName: string, create: (plan: TriggerPlan) => Trigger): object {
  return {
    timeBased: () => clockBuilder(functionName, create),
    forSpreadsheet: () =>
      Object.fromEntries(
        Object.entries(SPREADSHEET_EVENTS).map(([name, type]) => [
          name,
          () => ({ create: () => create({ functionName, type }) }),
        ]),
      ),
  };
}
