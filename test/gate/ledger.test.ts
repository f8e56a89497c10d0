import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { examples } from '../setup/examples';
import { command, limits, Schedule, type Tally } from './ledger-schedule';

const { seed, numRuns } = examples(100, 20261123);

test(
  `${numRuns} random schedules: what is charged lies between what the ledger is sure of and its worst case, and no cap is passed`,
  { timeout: 3_600_000 },
  () => {
    const tally: Tally = {};
    fc.assert(
      fc.property(limits, fc.array(command, { minLength: 5, maxLength: 80, size: 'max' }), (caps, commands) =>
        new Schedule(caps, tally).play(commands),
      ),
      { seed, numRuns },
    );
    console.log(`seed ${seed}, ${numRuns} schedules: ${JSON.stringify(tally)}`);
    expect(tally['charged without a fault']).toBeGreaterThan(0);
    expect(tally['charged under faults']).toBeGreaterThan(0);
  },
);
