import type { Right } from '../../core/ports';
import { listed } from './count';

const MAY: Record<Right, string> = {
  sheet: 'read and change this spreadsheet',
  web: 'connect to influData',
  page: 'show its sidebar',
  schedule: 'work while you are away',
  bigquery: 'write to BigQuery',
};

const missing = (rights: readonly Right[]): string =>
  `This add-on needs your permission to ${listed(rights.map((right) => MAY[right]))}.`;

/** What a person has not granted the add-on on Google's page. */
export const consentEn = () => ({
  missing,
  refused: (rights: readonly Right[]): string =>
    `${missing(rights)} Open Extensions › influData › API key and account, and allow it.`,
  /** Google's page comes by itself. */
  allowNow: 'Allow it in the window that Google opens next.',
});
