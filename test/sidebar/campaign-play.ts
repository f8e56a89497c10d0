import type { Conduct } from '../../dev/standin/campaign';
import type { ContentView } from '../../src/sidebar/content-calls';
import type { Addon } from '../setup/addon';
import { idsIn } from './content';
import { drivenRun, value } from './page';

/** Where a tracker's headers stand. */
export const TRACKER_HEADER_ROW = 6;

/** What a creator did, in the words of the sheet. */
export const STATE_GIVEN: Record<Conduct, string> = {
  onTime: 'live',
  early: 'live',
  late: 'late',
  untagged: 'tag missing',
  unmentioned: 'mention missing',
  unnamed: 'missing',
  undisclosed: 'disclosure missing',
  twice: 'posted twice',
  reposted: 'live',
  deleted: 'live',
  otherType: 'live',
  silent: 'missing',
};

/** As the page does it, until the round is over. Ids of all posts that are in sheets then. */
export async function postsFetched(addon: Addon, sheetId: number, refresh = false): Promise<string[]> {
  const form = { sheetId, cap: 5_000, max: 5_000, refresh, runCap: 5_000 };
  const done: number[] = [];
  for (;;) {
    const next = await value(addon, 'startCampaign', { ...form, done });
    if (!next) break;
    done.push(next.postsId);
    const run = await drivenRun<ContentView>(addon, next.run);
    if (run.state !== 'done') throw new Error(JSON.stringify(run));
  }
  const { spreadsheet } = addon.emulator;
  return spreadsheet.sheetNames().flatMap((name) => (name.startsWith('Posts of') ? idsIn(addon, name) : []));
}

/** The states of a tracker's rows, from its first row on. */
export function statesIn(addon: Addon, tracker: string): string[] {
  const lines = addon.emulator.spreadsheet.sheet(tracker).values();
  const [headers = [], ...rows] = lines.slice(TRACKER_HEADER_ROW - 1);
  return rows.map((row) => String(row[headers.indexOf('State')]));
}
