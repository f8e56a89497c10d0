import type { SheetRows } from '../jobs/download/sheet-rows';

/** What *Download* may ask of the server. Free, and sends nothing. */
export interface DownloadCalls {
  /** Rows of a sheet from one on, as many as one answer takes. Without an id: of the one in front. */
  sheetRows: { gives: { sheetId: number | null; from: number }; gets: SheetRows };
}
