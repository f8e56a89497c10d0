import type { ShapeManner } from './profile-shape';

/** What the contract leaves open and a test may set; each default is the reading explained beside it. */
export interface Manners {
  /** Body of getUserData, which is not published. */
  shape: ShapeManner;
  /** getClientInfo answers without a client id too, as it once did. */
  clientIdOptional: boolean;
  /** `{"error": "text"}` is the contract's, `{"error": {code, message, details}}` the earlier edition's. */
  errorStyle: 'text' | 'earlier';
  /** A 202 says that the analysis is under way; whether the profile comes along is not written. */
  pendingBody: 'message' | 'profile';
  /** discovery's `count` differs by up to this much from page to page. */
  countDrift: number;
  /** Creators of the page before that come again on each further page of discovery. */
  pageOverlap: number;
  /** How long a cursor of getContent lives after it was given out; a repeat renews it. */
  cursorTtlMs: number;
  /** After exactly the last piece: no cursor, or a cursor to an empty page, or to a 404. */
  endOfContent: 'no-cursor' | 'empty-page' | 'not-found';
  /** Body of getContent where no cursor is sent: the contract's `items` and cursor, or the earlier edition's `content` and `count`, by offset. */
  contentStyle: 'items' | 'content';
  /** Direction of sorting=uploaded. */
  uploadedOrder: 'descending' | 'ascending';
}

export function defaultManners(): Manners {
  return {
    shape: 'mixed',
    clientIdOptional: false,
    errorStyle: 'text',
    pendingBody: 'message',
    countDrift: 0,
    pageOverlap: 0,
    cursorTtlMs: 15 * 60_000,
    endOfContent: 'no-cursor',
    contentStyle: 'items',
    uploadedOrder: 'descending',
  };
}
