// Which OAuth scope a method needs (platform page, section 6.3). With no `oauthScopes` in the manifest, Apps Script
// finds out by itself, and every method has what it needs.
import type { Manifest } from './manifest';

const AUTH = 'https://www.googleapis.com/auth/';

/** Any one of the scopes will do; the first is the one the message asks for. */
const NEEDED: Record<string, string[]> = {
  'UrlFetchApp.fetch': ['script.external_request'],
  'UrlFetchApp.fetchAll': ['script.external_request'],
  'ScriptApp.newTrigger': ['script.scriptapp'],
  'ScriptApp.deleteTrigger': ['script.scriptapp'],
  'ScriptApp.getProjectTriggers': ['script.scriptapp'],
  // bigquery/docs/reference/rest/v2/tabledata/insertAll: any one of these; as Apps Script would word it is assumed.
  'BigQuery.insertAll': ['bigquery', 'bigquery.insertdata', 'cloud-platform'],
  'Ui.showSidebar': ['script.container.ui'],
  'Ui.showModalDialog': ['script.container.ui'],
};

/** Whole services of the spreadsheet; its menus and toasts need none of the user interface's scope. */
const SPREADSHEET = ['spreadsheets.currentonly', 'spreadsheets'];

/** The text to throw if the manifest or the user's consent lacks the scope of a method, else undefined. */
export function scopeRefusal(
  manifest: Manifest,
  hasScope: (scope: string) => boolean,
  service: string,
  method: string,
): string | undefined {
  const { oauthScopes } = manifest;
  const needed = NEEDED[`${service}.${method}`] ?? (service === 'SpreadsheetApp' ? SPREADSHEET : undefined);
  if (!oauthScopes || !needed) return undefined;
  const granted = needed.map((name) => AUTH + name).some((scope) => oauthScopes.includes(scope) && hasScope(scope));
  if (granted) return undefined;
  return `You do not have permission to call ${service}.${method}. Required permissions: ${needed.map((name) => AUTH + name).join(' || ')}`;
}
