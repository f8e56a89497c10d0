import type { Service } from './service';
import { bigQueryService } from './services/big-query';
import { cacheService } from './services/cache';
import { htmlService } from './services/html';
import { lockService } from './services/lock';
import type { LockService } from './services/lock';
import { propertiesService } from './services/properties';
import { scriptAppService } from './services/script-app';
import { sessionService } from './services/session';
import { urlFetchService } from './services/url-fetch';
import { utilitiesService } from './services/utilities';
import { spreadsheetOf } from './spreadsheet/spreadsheet-host';
import type { World } from './world';

/** Every service by the name that globals/ calls it by. */
export function createServices(world: World): Record<string, Service> & { LockService: LockService } {
  return {
    BigQuery: bigQueryService(world),
    CacheService: cacheService(world),
    HtmlService: htmlService(world),
    LockService: lockService(),
    PropertiesService: propertiesService(world),
    ScriptApp: scriptAppService(world),
    Session: sessionService(world),
    ...spreadsheetOf(world).services,
    UrlFetchApp: urlFetchService(world),
    Utilities: utilitiesService(),
  };
}
