// The globals of Apps Script by name; each is made inside the context when a script first names it. `require`, because
// the bundler then evaluates a module at its first use, and most executions use few of them.
export const serviceGlobals: Record<string, () => unknown> = {
  CacheService: () => (require('./cache-service') as typeof import('./cache-service')).createCacheService(),
  Charts: () => (require('./spreadsheet-chart') as typeof import('./spreadsheet-chart')).chartEnums,
  HtmlService: () => (require('./html-service') as typeof import('./html-service')).createHtmlService(),
  LockService: () => (require('./lock-service') as typeof import('./lock-service')).createLockService(),
  PropertiesService: () =>
    (require('./properties-service') as typeof import('./properties-service')).createPropertiesService(),
  ScriptApp: () => (require('./script-app') as typeof import('./script-app')).createScriptApp(),
  Session: () => (require('./session') as typeof import('./session')).createSession(),
  SpreadsheetApp: () => (require('./spreadsheet-app') as typeof import('./spreadsheet-app')).createSpreadsheetApp(),
  UrlFetchApp: () => (require('./url-fetch-app') as typeof import('./url-fetch-app')).createUrlFetchApp(),
  Utilities: () => (require('./utilities') as typeof import('./utilities')).createUtilities(),
};
