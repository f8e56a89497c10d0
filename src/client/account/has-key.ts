import type { Account } from '../../sidebar/account-calls';

/** Without a key nothing can be asked. */
export const hasKey = ({ person, spreadsheet }: Account): boolean => person !== undefined || spreadsheet !== undefined;
