import { COST_MS } from '../limits';
import { ServiceError, type Service } from '../service';
import { LostReply, WarehouseFailure, type InsertAllRequest } from '../warehouse';
import type { World } from '../world';

/** The advanced service BigQuery, of which there is only Tabledata.insertAll. */
export function bigQueryService(world: World): Service {
  return {
    costMs: () => COST_MS.warehouse,
    methods: {
      /** A refusal crosses as data: its exception has details, which is more than a ServiceError can carry. */
      insertAll({ execution, args, nowMs }) {
        const [request, projectId, datasetId, tableId] = args as [InsertAllRequest, string, string, string];
        try {
          const response = world.warehouse.insertAll(request, { projectId, datasetId, tableId }, execution.user, nowMs);
          return { response };
        } catch (error) {
          if (error instanceof WarehouseFailure)
            return { failure: { code: error.code, reason: error.reason, message: error.message } };
          // Assumed: what Apps Script says of any service that did not answer.
          if (error instanceof LostReply)
            throw new ServiceError("We're sorry, a server error occurred. Please wait a bit and try again.");
          throw error;
        }
      },
    },
  };
}
