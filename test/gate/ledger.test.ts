import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { command, limits, Schedule, type Tally } from './ledger-schedule';

/** `GATE_SCHEDULES=10000 npx vitest run test/gate/ledger.test.ts` for more; a seed that failed is given by GATE_SEED. */
const SCHEDULES = Number(process.env['GATE_SCHEDULES'] ?? 100);
const SEED = Number(process.env['GATE_SEED'] ?? 20261123);

test(
  `${SCHEDULES} random schedules: what is charged lies between what the ledger is sure of and its worst case, and no cap is passed`,
  { timeout: 3_600_000 },
  () => {
    const tally: Tally = {};
    fc.assert(
      fc.property(limits, fc.array(command, { minLength: 5, maxLength: 80, size: 'max' }), (caps, commands) =>
        new Schedule(caps, tally).play(commands),
      ),
      { seed: SEED, numRuns: SCHEDULES },
    );
    console.log(`seed ${SEED}, ${SCHEDULES} schedules: ${JSON.stringify(tally)}`);
    expect(tally['charged without a fault']).toBeGreaterThan(0);
    expect(tally['charged under faults']).toBeGreaterThan(0);
  },
);
