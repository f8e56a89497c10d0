import { SLEEP } from '../limits';
import { Later, ServiceError } from '../service';
import type { Service } from '../service';

/** What of Utilities takes time. The rest is computed inside the context (globals/utilities.ts). */
export function utilitiesService(): Service {
  return {
    costMs: () => 0,
    methods: {
      sleep({ args, nowMs }) {
        const ms = Number(args[0]);
        if (!(ms >= 0) || ms > SLEEP.maxMs) throw new ServiceError('Invalid argument: milliseconds');
        return new Later(nowMs + ms, () => null);
      },
    },
  };
}
