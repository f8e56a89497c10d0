import { lazy } from '../core/lazy';
import type { Host } from '../core/ports';
import { dataTab } from './data-tab';
import { cache } from './cache';
import { refusingNewer } from '../gate/state-version';
import { clock } from './clock';
import { lock } from './lock';
import { documentProperties, userProperties } from './properties';
import { transport } from './transport';
import { zip } from './zip';

/** Asked for once an execution. */
const spreadsheet = lazy(
  () => SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null,
);

export const host: Host = {
  clock,
  transport,
  cache,
  documentProperties: refusingNewer(documentProperties),
  userProperties,
  lock,
  zip,
  dataTab,
  random: () => Math.random(),
  uniqueId: () => Utilities.getUuid().slice(0, 8),
  personLocale: () => Session.getActiveUserLocale(),
  person: () => Session.getTemporaryActiveUserKey(),
  timeZone: () => spreadsheet()?.getSpreadsheetTimeZone() ?? 'Etc/UTC',
  locale: () => spreadsheet()?.getSpreadsheetLocale() ?? '',
};
