import { InfluError } from '../core/error';
import type { Scheduler } from '../core/ports';

const HANDLER = 'scheduledRefresh';

function allowed<T>(call: () => T): T {
  try {
    return call();
  } catch {
    throw new InfluError(
      'notAllowed',
      'This copy of the add-on may not make schedules: Google asks for a further right for that (README, Schedules). Refresh by hand until then.',
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
};

function removeTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === HANDLER) ScriptApp.deleteTrigger(trigger);
}
