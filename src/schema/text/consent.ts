import { InfluError } from '../../core/error';
import type { Right } from '../../core/ports';

const MAY: Record<Right, string> = {
  sheet: 'read and change this spreadsheet',
  web: 'connect to influData',
  page: 'show its sidebar',
  schedule: 'work while you are away',
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : parts.slice(0, -1).join(', ') + ' and ' + (parts[parts.length - 1] ?? '');

/** What a person has not granted the add-on on Google's page. */
export const CONSENT = {
  missing: (rights: readonly Right[]): string =>
    `influData needs your permission to ${listed(rights.map((right) => MAY[right]))}.`,
  /** Google's page comes by itself. */
  allowNow: 'Allow it in the window that Google opens next.',
  allow: 'Open Extensions › influData › API key and account, and allow it.',
};

export const notGranted = (rights: readonly Right[]): InfluError =>
  new InfluError('notGranted', `${CONSENT.missing(rights)} ${CONSENT.allow}`);
