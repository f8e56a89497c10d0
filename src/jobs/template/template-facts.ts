import type { Host } from '../../core/ports';
import { DAY_MS } from '../../core/time';
import { moneyFormats, type MoneyFormats } from '../../sheet/money-format';
import { localDays } from '../run/local-day';

/** What templates take from the spreadsheet. */
export interface TemplateFacts {
  money: MoneyFormats;
  /** The start of a day in the spreadsheet's time zone, so many days after today. */
  dayFromNow: (days: number) => Date;
}

export function templateFacts(host: Host): TemplateFacts {
  const localDay = localDays(host);
  const today = Date.parse(`${host.clock.day(host.clock.now(), host.timeZone())}T00:00:00.000Z`);
  return {
    money: moneyFormats(host.locale()),
    dayFromNow: (days) => localDay(new Date(today + days * DAY_MS)),
  };
}
