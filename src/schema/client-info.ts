import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { unreadable } from './wire';

const wire = lazy(() =>
  z.looseObject({
    clientId: z.optional(z.nullable(z.string())),
    reportsLeft: z.number(),
    createdDate: z.optional(z.nullable(z.string())),
  }),
);

/** getClientInfo: what is left of the key's budget, in requests. */
export interface ClientInfo {
  requestsLeft: number;
  createdDate?: string;
}

export function parseClientInfo(body: unknown): ClientInfo {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable('getClientInfo');
  const { reportsLeft, createdDate } = result.data;
  return { requestsLeft: reportsLeft, ...(createdDate ? { createdDate } : {}) };
}
