import type { Answer, Call, KeyedCall } from './call';
import { createContentPulls } from './content-pulls';
import { createDiscoverySearch } from './discovery-search';
import type { EndpointName, ENDPOINTS } from './endpoint';
import type { Library } from './library';
import { bulkAddToEnrich } from './routes/bulk-add-to-enrich';
import { checkDataStatus } from './routes/check-data-status';
import { createCreateTrialKey } from './routes/create-trial-key';
import { createDiscovery } from './routes/discovery';
import { getCitiesForCountry } from './routes/get-cities-for-country';
import { getClientInfo } from './routes/get-client-info';
import { createGetContent } from './routes/get-content';
import { getUserData } from './routes/get-user-data';
import { createVerifyTrialKey } from './routes/verify-trial-key';
import type { TrialSignup } from './trial-signup';
import type { World } from './world';

type CallOf<Name extends EndpointName> = (typeof ENDPOINTS)[Name]['auth'] extends true ? KeyedCall : Call;

export type Routes = { [Name in EndpointName]: (call: CallOf<Name>, world: World) => Answer };

export function createRoutes(world: World, library: Library, signup: TrialSignup): Routes {
  return {
    createTrialKey: createCreateTrialKey(signup),
    verifyTrialKey: createVerifyTrialKey(signup),
    getUserData,
    checkDataStatus,
    bulkAddToEnrich,
    discovery: createDiscovery(createDiscoverySearch(world)),
    getContent: createGetContent(library, createContentPulls(world.seed)),
    getClientInfo,
    getCitiesForCountry,
  };
}
