import { InfluError, messageOf } from '../core/error';
import { refusedRight } from './consent';
import type { Scheduler } from '../core/ports';
import { noteMet } from '../gate/google-limit';
import { cache } from './cache';
import { GOOGLE } from '../schema/said-text';

const HANDLER = 'scheduledRefresh';
const TOO_MANY = /too many triggers/i;

function allowed<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    const said = messageOf(error);
    if (refusedRight(error) === 'schedule') throw new InfluError('notAllowed', GOOGLE.noScheduleRight);
    if (TOO_MANY.test(said)) noteMet(cache, 'triggers', Date.now());
    throw new InfluError(
      'hostLimit',
      TOO_MANY.test(said) ? GOOGLE.manyTriggers : GOOGLE.noSchedule(said.slice(0, 150)),
    );
  }
}

export const scheduler: Scheduler = {
  start(hour) {
    allowed(() => {
      removeTriggers();
      ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(hour).create();
    });
  },
  stop: () => allowed(removeTriggers),
  count: () => allowed(() => ownTriggers().length),
  timeZone: () => Session.getScriptTimeZone(),
};

const ownTriggers = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

function removeTriggers(): void {
  for (const trigger of ownTriggers()) ScriptApp.deleteTrigger(trigger);
}
