import type { Answer, Call, KeyedCall } from './call';
import type { World } from './world';

/** One row of the endpoint table. What a call costs is in its route, beside the rule. */
export type Endpoint =
  | { method: 'GET' | 'POST'; auth: true; route: (call: KeyedCall, world: World) => Answer }
  | { method: 'POST'; auth: false; route: (call: Call, world: World) => Answer };

export const BASE_PATH = '/api/externalAPI/';
