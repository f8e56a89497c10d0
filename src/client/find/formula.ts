import type { Platform } from '../../schema/platform';

const quoted = (text: string): string => '"' + text.replace(/"/g, '""') + '"';

/** `=INFLU_SEARCH("instagram"; "country=Germany")`, with what the spreadsheet's locale puts between arguments. */
export const formulaText = (separator: ',' | ';', platform: Platform, filters: string): string =>
  '=INFLU_SEARCH(' +
  [platform, filters]
    .filter(Boolean)
    .map(quoted)
    .join(separator + ' ') +
  ')';
