/** The document a newcomer finds: 25 handles on one sheet, an empty second one. */
import type { WorkbookSnapshot } from './document';

export const documentTitle = 'Spring campaign';

const header = { fontWeight: 'bold', background: '#e7f5ec' } as const;
const wholeNumber = '#,##0';

export function demoDocument(handles: readonly string[]): WorkbookSnapshot {
  const cells = Object.fromEntries([
    ['A1', { value: 'Instagram handle', format: header }],
    ['B1', { value: 'Followers', format: { ...header, horizontalAlignment: 'right' } }],
    ...handles.flatMap((handle, index) => [
      [`A${index + 2}`, { value: handle }],
      [`B${index + 2}`, { format: { numberFormat: wholeNumber } }],
    ]),
    // The total goes below.
    [`B${handles.length + 2}`, { format: { numberFormat: wholeNumber, fontWeight: 'bold' } }],
  ]) as NonNullable<WorkbookSnapshot['sheets'][number]['cells']>;
  return {
    name: documentTitle,
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    activeSheetId: 0,
    sheets: [
      {
        id: 0,
        name: 'Creators',
        rowCount: 1000,
        columnCount: 26,
        frozenRows: 1,
        columnProperties: [{ pixels: 160 }, { pixels: 120 }],
        cells,
        charts: [],
        protections: [],
        merges: [],
        selection: { ranges: [{ row: 2, column: 2, rows: 1, columns: 1 }], current: { row: 2, column: 2 } },
      },
      { id: 1, name: 'Notes', rowCount: 1000, columnCount: 26, cells: {}, charts: [] },
    ],
    namedRanges: [],
    metadata: [],
  };
}
