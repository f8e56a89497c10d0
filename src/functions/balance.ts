import type { CellValue } from '../core/page';
import { askBalance } from '../gate/client';
import { formulaRequest, type Formula } from './formula';

/** INFLU_BALANCE: what is left of the key's budget, in requests, read at most every 10 minutes. Free. */
export function balance(formula: Formula): CellValue {
  const reply = askBalance(formula.host, formulaRequest(formula));
  if (reply.kind === 'error') throw reply.error;
  return reply.kind === 'pending' ? 'pending' : reply.left;
}
