import { ApiError } from '../api-error';
import type { Answer, KeyedCall } from '../call';

/** GET getClientInfo: free. 200, 400 without clientId, 403 with another key's. */
export function getClientInfo({ key, query }: KeyedCall): Answer {
  if ((query.clientId ?? '') === '') throw new ApiError(400, 'Parameter clientId is required');
  if (query.clientId !== key.clientId) throw new ApiError(403, 'clientId does not belong to this API key');
  return {
    status: 200,
    body: {
      clientId: key.clientId,
      reportsLeft: key.balance,
      reports: [],
      createdDate: new Date(key.createdMs).toISOString(),
    },
  };
}
