import type { Search } from '../../schema/search';
import type { Account, BudgetLeft, Found, ResultSheet } from '../../sidebar/calls';
import { leftOf } from '../run/shortage';

/** What is written, and what is known of it. */
export interface WriteSource {
  search: Search;
  pages: number;
  count?: number | undefined;
  known: readonly number[];
  left: BudgetLeft;
  /** Where to begin, and whether to append: for *Next pages*. */
  from?: number;
  append?: boolean;
}

/** All that was found. */
export const allPages = ({ platform, filters, pages, count, known, left }: Found): WriteSource => ({
  search: { platform, filters },
  pages,
  count,
  known,
  left,
});

/** What a sheet does not have yet. */
export const nextPages = (
  { platform, filters, pages, lastPage, known }: ResultSheet,
  account: Account,
): WriteSource => ({
  search: { platform, filters },
  pages,
  known,
  left: leftOf(account),
  from: lastPage + 1,
  append: true,
});
