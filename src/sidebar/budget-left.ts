/** What may still be spent. */
export interface BudgetLeft {
  /** Undefined: not read yet. */
  balance?: number;
  today: number;
  run: number;
}
