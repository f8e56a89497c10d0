import { InfluError } from '../../core/error';
import type { Right } from '../../core/ports';
import { listed } from './count';

const MAY: Record<Right, string> = {
  sheet: 'read and change this spreadsheet',
  web: 'connect to influData',
  page: 'show its sidebar',
  schedule: 'work while you are away',
  bigquery: 'write to BigQuery',
};

/** What a person has not granted the add-on on Google's page. */
export const CONSENT = {
  missing: (rights: readonly Right[]): string =>
    `This add-on needs your permission to ${listed(rights.map((right) => MAY[right]))}.`,
  /** Google's page comes by itself. */
  allowNow: 'Allow it in the window that Google opens next.',
  allow: 'Open Extensions › influData › API key and account, and allow it.',
};

export const notGranted = (rights: readonly Right[]): InfluError =>
  new InfluError('notGranted', `${CONSENT.missing(rights)} ${CONSENT.allow}`);
