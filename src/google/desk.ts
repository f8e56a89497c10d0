import type * as deskEntry from './desk-entry';

/**
 * Loads what clicks need: a script in an HTML file of this project, the only kind of file that Apps Script does not load
 * before every formula. Nothing from outside ever gets there.
 */
export function loadDesk(): typeof deskEntry {
  const page = HtmlService.createHtmlOutputFromFile('Desk').getContent();
  const code = page.slice(page.indexOf('>') + 1, page.lastIndexOf('</'));
  // oxlint-disable-next-line no-new-func -- see above
  return (new Function(code + '; return InfluDesk_;') as () => typeof deskEntry)();
}
