import { checkAccess } from './access';
import { call, exception } from './host';
import { checkSignature } from './signature';

type Tabledata = GoogleAppsScript.BigQuery.Collection.TabledataCollection;
type Request = GoogleAppsScript.BigQuery.Schema.TableDataInsertAllRequest;

const SERVICE = 'BigQuery';

interface Answer {
  response?: GoogleAppsScript.BigQuery.Schema.TableDataInsertAllResponse;
  failure?: { code: number; reason: string; message: string };
}

/**
 * A refusal of an advanced service. Seen in many questions: the name, and the sentence with the name of the method.
 * Assumed of BigQuery: that `details` has code, message and errors, as the API's own JSON has.
 */
function refusal({ code, reason, message }: NonNullable<Answer['failure']>): Error {
  const error = exception(
    `API call to bigquery.tabledata.insertAll failed with error: ${message}`,
    'GoogleJsonResponseException',
  );
  return Object.assign(error, { details: { code, message, errors: [{ domain: 'global', reason, message }] } });
}

/** As much of the advanced service as is imitated. What crosses is JSON, as on its way to the API. */
function createBigQuery(): { Tabledata: Pick<Tabledata, 'insertAll'> } {
  return {
    Tabledata: {
      insertAll(...args: [resource: Request, projectId: string, datasetId: string, tableId: string]) {
        checkAccess(SERVICE, 'Tabledata.insertAll');
        checkSignature('BigQuery.Tabledata.insertAll', args, 4);
        const [resource, ...place] = args;
        const sent = JSON.parse(JSON.stringify(resource)) as unknown;
        const { response, failure } = call(SERVICE, 'insertAll', sent, ...place.map(String)) as Answer;
        if (failure) throw refusal(failure);
        return response ?? {};
      },
    },
  };
}

/** Advanced services by the id that the manifest gives, and the version. */
export const advancedServices: Readonly<Record<string, () => unknown>> = {
  'bigquery v2': createBigQuery,
};
