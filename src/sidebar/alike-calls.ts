import type { Alike } from '../jobs/search/alike';
import type { FoundView } from './find-calls';
import type { Platform } from '../schema/platform';
import type { SelectionChoices } from './selection-calls';

/** *More like this*: a search for creators like one, to be looked at before it is asked. */
export interface AlikeCalls {
  /**
   * Like the creator of the selected row, or of the report in front. Free from what is saved; else, with `pays`, its profile:
   * 1 request. Without, the price.
   */
  alikeSelected: {
    gives: { platform: Platform | ''; choices?: SelectionChoices; pays: boolean };
    gets: AlikeReply;
  };
  /** Like a creator that a search shows. Free. */
  alikeFound: {
    gives: Pick<FoundView, 'id' | 'username' | 'country'> & { platform: Platform; followers: number | null };
    gets: AlikeReply;
  };
}

export interface AlikeReply {
  handle: string;
  /** What the profile costs that is to be bought first; 0: nothing is. */
  price: number;
  found?: Alike;
}

export type { Alike };
