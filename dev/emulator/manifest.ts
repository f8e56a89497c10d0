/** For example `{ userSymbol: 'BigQuery', serviceId: 'bigquery', version: 'v2' }`. */
export interface AdvancedService {
  userSymbol: string;
  serviceId: string;
  version: string;
}

/** What the emulator reads of appsscript.json (guides/manifests). */
export interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  urlFetchWhitelist?: string[];
  runtimeVersion?: string;
  /** manifest/dependencies: a script has the global `userSymbol` of each advanced service that is listed here. */
  dependencies?: { enabledAdvancedServices?: AdvancedService[] };
}
