const fromOutside = (name: string, usual: number): number => Number(process.env[name] ?? usual);

/** Is added to every seed: `SEED=7 npx vitest run test/schema` draws other examples. */
const SEED = fromOutside('SEED', 0);
/** How many times as many examples. */
const TIMES = fromOutside('TIMES', 1);

/** How fast-check draws: the same examples on every machine, unless asked otherwise. */
export const examples = (numRuns = 100, seed = 1): { seed: number; numRuns: number } => ({
  seed: seed + SEED,
  numRuns: Math.ceil(numRuns * TIMES),
});
