import type { Account } from '../../sidebar/account-calls';

/** Without a key nothing can be asked. */
export const hasKey = (account: Account | undefined): boolean =>
  account?.person !== undefined || account?.spreadsheet !== undefined;
