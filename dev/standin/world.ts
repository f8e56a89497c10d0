import type { Keys } from './keys';
import type { Mailbox } from './mailbox';
import type { Manners } from './manners';
import type { Roster } from './roster';

/** Everything that routes read and change. */
export interface World {
  seed: number;
  /** The instant at which the database was loaded: midnight (UTC) before the stand-in was created. */
  anchorMs: number;
  roster: Roster;
  keys: Keys;
  mailbox: Mailbox;
  manners: Manners;
}
