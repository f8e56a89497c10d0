import * as z from 'zod/mini';
import { DAY_MS, instantMs } from '../core/time';
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

/** "250 requests, valid 14 days" (contract, Authentication). */
const TRIAL_DAYS = 14;

/** When a trial key ends by the day it was made; undefined where that is not said. The client id of a trial says so. */
export function trialEnd({ createdDate }: ClientInfo, clientId: string): string | undefined {
  const createdMs = instantMs(createdDate);
  return createdMs === undefined || !clientId.startsWith('trial-')
    ? undefined
    : new Date(createdMs + TRIAL_DAYS * DAY_MS).toISOString();
}

export function parseClientInfo(body: unknown): ClientInfo {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable('getClientInfo');
  const { reportsLeft, createdDate } = result.data;
  return { requestsLeft: reportsLeft, ...(createdDate ? { createdDate } : {}) };
}
