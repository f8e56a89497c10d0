import type { CampaignTruth, Conduct } from '../../dev/standin/campaign';
import type { CampaignCalls } from '../../src/sidebar/campaign-calls';
import type { ContentView } from '../../src/sidebar/content-calls';
import type { Addon } from '../setup/addon';
import { idsIn } from './content';
import { drivenRun, value } from './page';

/** Where a tracker's headers stand. */
export const TRACKER_HEADER_ROW = 6;

const DAY_MS = 86_400_000;
export const DUE_DAY = '2026-11-25';
const FIRST_LOOK_MS = Date.parse('2026-11-26T09:00:00Z');
/** When somebody gets the posts of the played campaign. */
export const LOOKS_MS = [FIRST_LOOK_MS, FIRST_LOOK_MS + 14 * DAY_MS];
/** What creators of the played campaign were asked for. */
export const BRIEF = { hashtag: 'SummerGlow', mention: 'glow.brand', dueMs: Date.parse(DUE_DAY) + DAY_MS };

/** A tracker of what the brief asks for, from every row of the list. */
export const briefTracker = (addon: Addon, listId: number): Promise<CampaignCalls['makeCampaign']['gets']> =>
  value(addon, 'makeCampaign', {
    sheetId: listId,
    form: {
      platform: '',
      choice: { rows: 'all' },
      types: ['any'],
      dueDay: DUE_DAY,
      fromDay: '2026-11-01',
      hashtags: '#summerglow',
      mentions: '@glow.brand',
      needsDisclosure: true,
    },
  });

/** Whether a sheet can say what they did: not of what only people read, nor of what was deleted before anybody looked. */
export const isTold = ({ conduct, posts }: CampaignTruth): boolean =>
  posts.every(({ disclosing }) => disclosing !== 'unusual') &&
  (conduct !== 'deleted' || posts.every(({ untilMs }) => untilMs > FIRST_LOOK_MS + DAY_MS));

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

/** As the page does it: run after run until the round is over or one rests. */
export async function roundPlayed(
  addon: Addon,
  form: Omit<CampaignCalls['startCampaign']['gives'], 'done'>,
): Promise<ContentView[]> {
  const done: number[] = [];
  const runs: ContentView[] = [];
  for (;;) {
    const next = await value(addon, 'startCampaign', { ...form, done });
    if (!next) return runs;
    done.push(next.postsId);
    const run = await drivenRun<ContentView>(addon, next.run);
    runs.push(run);
    if (run.state !== 'done') return runs;
  }
}

/** A whole round. Ids of all posts that are in sheets then. */
export async function postsFetched(addon: Addon, sheetId: number, refresh = false): Promise<string[]> {
  const runs = await roundPlayed(addon, { sheetId, cap: 5_000, max: 5_000, refresh, runCap: 5_000 });
  for (const run of runs) if (run.state !== 'done') throw new Error(JSON.stringify(run));
  const { spreadsheet } = addon.emulator;
  return spreadsheet.sheetNames().flatMap((name) => (name.startsWith('Posts of') ? idsIn(addon, name) : []));
}

/** The states of a tracker's rows, from its first row on. */
export function statesIn(addon: Addon, tracker: string): string[] {
  const lines = addon.emulator.spreadsheet.sheet(tracker).values();
  const [headers = [], ...rows] = lines.slice(TRACKER_HEADER_ROW - 1);
  return rows.map((row) => String(row[headers.indexOf('State')]));
}
