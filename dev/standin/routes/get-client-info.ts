import { ApiError } from '../api-error';
import type { Answer, KeyedCall } from '../call';
import type { World } from '../world';

/** GET getClientInfo: free. 200, 400 without clientId (unless it is optional), 403 with another key's. */
export function getClientInfo({ key, query }: KeyedCall, { manners }: World): Answer {
  const isNamed = (query.clientId ?? '') !== '';
  if (!isNamed && !manners.clientIdOptional) throw new ApiError(400, 'Parameter clientId is required');
  if (isNamed && query.clientId !== key.clientId) throw new ApiError(403, 'clientId does not belong to this API key');
  return {
    status: 200,
    body: {
      clientId: key.clientId,
      reportsLeft: key.balance,
      reports: key.packages,
      createdDate: new Date(key.createdMs).toISOString(),
      ...(key.packages.length > 0 ? { lastUsed: new Date(key.createdMs).toISOString() } : {}),
    },
  };
}
