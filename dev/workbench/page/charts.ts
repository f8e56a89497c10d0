/** Charts the add-on asked for, drawn over the grid. */
import type { Mutation } from '../document';

type OfType<Type extends Mutation['type']> = Extract<Mutation, { type: Type }>;

export interface ChartLayer {
  set(mutation: OfType<'setChart'>): void;
  remove(mutation: OfType<'removeChart'>): void;
}

export function createChartLayer(): ChartLayer {
  return { set: () => undefined, remove: () => undefined };
}
