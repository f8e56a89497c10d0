import type { CellResult } from '../../dev/emulator/emulator';
import type { Creator } from '../../dev/standin/creator';
import type { CellFormula, Formula } from './event';
import { creatorAt, type World } from './world';

/** What formulas show: each value that of its own creator, whatever happens, and errors in sentences. */
export function checkCells(world: World, formulas: readonly Formula[], results: readonly CellResult[]): void {
  results.forEach(({ value, error }, at) => {
    const formula = formulas[at];
    if (error && /TypeError|ReferenceError|RangeError|undefined|\[object/.test(error.note))
      world.violate('nothing breaks', `${formula?.name}: ${error.note}`);
    if (!formula || !('of' in formula) || formula.name === 'CONTENT' || error) return;
    const rows = Array.isArray(value) ? value : [[value]];
    formula.of.forEach(([who], row) => checkValue(world, formula, who, rows[row]?.[0]));
  });
}

const CLOSE = 0.0151;

/** A figure of a creator, where it is one and not a state. */
export function checkValue(world: World, { name }: CellFormula, who: number, value: unknown): void {
  const creator = listed(world, who);
  const isFigure = typeof value === 'number' || /^[0-9a-f]{24}$/.test(String(value));
  if (!isFigure || !(name in FIGURES)) return;
  const isRight = typeof creator !== 'string' && FIGURES[name]?.(world, creator, value);
  if (!isRight)
    world.violate(
      'each value beside its own handle',
      `${name} of ${typeof creator === 'string' ? creator : creator.username} shows ${String(value)}`,
    );
}

const near = (expected: number | undefined, value: unknown): boolean =>
  Math.abs(Number(value) - (expected ?? Number.NaN)) < CLOSE;

const FIGURES: Record<string, (world: World, creator: Creator, value: unknown) => boolean> = {
  FOLLOWERS: isFollowers,
  ENGAGEMENT: (_, { engagementMean }, value) => near(engagementMean, value),
  GROWTH: (_, { growthRate }, value) => near(growthRate, value),
  PROFILE: (_, { creatorId }, value) => value === creatorId,
};

/** Now, when the database was loaded, or whenever somebody asked: refreshes move it. */
export function isFollowers({ addon, journal }: World, creator: Creator, value: unknown): boolean {
  const { current, at } = addon.standin.creators;
  const loaded = at(creator.index);
  if (value === loaded.followers || value === creator.followers) return true;
  return journal.sent.some(({ atMs }) => current(loaded, atMs).followers === value);
}

/** Whoever was not in the database may be by now. */
function listed(world: World, who: number): Creator | string {
  const creator = creatorAt(world, who);
  return typeof creator === 'string' ? (world.addon.standin.creators.find('instagram', creator) ?? creator) : creator;
}
