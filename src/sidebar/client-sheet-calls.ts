import type { ClientList } from '../jobs/client-sheet/client-list';
import type { MadeClientSheet, PickedColumn } from '../jobs/client-sheet/make-client-sheet';
import type { ReadDecisions } from '../jobs/client-sheet/read-decisions';
import type { Platform } from '../schema/platform';

/** What *Client sheet* may ask of the server. All of it is free and sends nothing. */
export interface ClientSheetCalls {
  /** The list in front. `platform` is for handles that name none; blank: as the sheet says. */
  clientList: { gives: { platform: Platform | '' }; gets: ClientList };
  /** Makes the copy and shows it. */
  makeClientSheet: {
    gives: { sheetId: number; platform: Platform | ''; columns: PickedColumn[] };
    gets: MadeClientSheet;
  };
  /** Brings decisions back into the list: from a sheet, or from rows that were pasted. */
  readDecisions: {
    gives: { sheetId: number; platform: Platform | ''; source: { sheet: number } | { pasted: string } };
    gets: ReadDecisions;
  };
}
