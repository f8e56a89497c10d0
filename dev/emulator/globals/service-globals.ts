// The globals of Apps Script by name; each is made inside the context when a script first names it.
import { createCacheService } from './cache-service';
import { createHtmlService } from './html-service';
import { createLockService } from './lock-service';
import { createLogger } from './logger';
import { createPropertiesService } from './properties-service';
import { createScriptApp } from './script-app';
import { createSession } from './session';
import { createSpreadsheetApp } from './spreadsheet-app';
import { chartEnums } from './spreadsheet-chart';
import { createUrlFetchApp } from './url-fetch-app';
import { createUtilities } from './utilities';

export const serviceGlobals: Record<string, () => unknown> = {
  CacheService: createCacheService,
  Charts: () => chartEnums,
  HtmlService: createHtmlService,
  LockService: createLockService,
  Logger: createLogger,
  PropertiesService: createPropertiesService,
  ScriptApp: createScriptApp,
  Session: createSession,
  SpreadsheetApp: createSpreadsheetApp,
  UrlFetchApp: createUrlFetchApp,
  Utilities: createUtilities,
};
