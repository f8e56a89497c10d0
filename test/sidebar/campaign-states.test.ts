import { afterEach, expect, test } from 'vitest';
import type { CampaignTruth, Conduct } from '../../dev/standin/campaign';
import { STATE_WORDS } from '../../src/schema/text/deliverable-state';
import { createAddon, type Addon } from '../setup/addon';
import {
  BRIEF,
  briefTracker,
  DUE_DAY,
  isTold,
  LOOKS_MS,
  postsFetched,
  STATE_GIVEN,
  statesIn,
  TRACKER_HEADER_ROW,
} from './campaign-play';
import { value } from './page';

let addon: Addon;
afterEach(() => addon.close());

/** A caption's last words, and what the sheet must say of them. */
const HOSTILE: readonly (readonly [text: string, state: string])[] = [
  ['AD', 'live'],
  ['so good, keine', 'disclosure missing'],
  ['KEINE WERBUNG', 'disclosure missing'],
  ['"Anzeige"', 'live'],
  ['\\E$1 ANZEIGE (?', 'live'],
  ['Bewerbung\nadidas', 'disclosure missing'],
  ['publicite\u0301', 'live'],
  ['İŞBİRLİĞİ', 'live'],
  ['=HYPERLINK("https://x.example/#ad";"ad")', 'disclosure missing'],
  ['реклама!', 'live'],
];

/** A creator of each conduct, and one for each hostile text. */
function playedBy(): { truths: CampaignTruth[]; hostile: CampaignTruth[] } {
  const { standin } = addon;
  const creators = (['instagram', 'tiktok', 'youtube'] as const).flatMap((platform) =>
    standin.creators
      .listed(platform)
      .filter(({ isPrivate }) => !isPrivate)
      .slice(0, 60),
  );
  const all = standin.campaign({ ...BRIEF, creators, everyday: 1 }).filter(isTold);
  const some = (conduct: Conduct, from: number, to: number) =>
    all.filter((each) => each.conduct === conduct).slice(from, to);
  const hostile = some('onTime', 1, 1 + HOSTILE.length);
  hostile.forEach(({ posts: [first] }, at) =>
    standin.posts.change(first?.post.contentId ?? '', {
      caption: `#summerglow w/ @glow.brand.\n${HOSTILE[at]?.[0]}`,
      hashtags: ['summerglow'],
      mentions: ['@glow.brand'],
    }),
  );
  return { truths: (Object.keys(STATE_GIVEN) as Conduct[]).flatMap((conduct) => some(conduct, 0, 1)), hostile };
}

test('each deliverable says what its creator did, in cells as in code; no post comes twice', async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 1_500 } });
  const { emulator } = addon;
  await emulator.open();
  const { truths, hostile } = playedBy();
  expect([truths.length, hostile.length]).toEqual([12, HOSTILE.length]);
  const expected = [
    ...truths.map(({ conduct }) => STATE_GIVEN[conduct]),
    ...HOSTILE.map(([, state]) => state),
    'not covered',
    'missing',
  ];
  const list = emulator.spreadsheet.sheet('Sheet1');
  list.set('A1', [
    ['Creator', 'Platform'],
    // In a case of their own, as people type them.
    ...[...truths, ...hostile].map(({ creator: { username, platform } }) => [username.toUpperCase(), platform]),
    ['somebody', 'Twitch'],
    ['twitchfan', 'IG'],
  ] as never);
  list.activate();
  const { sheetId, sheet: name } = await briefTracker(addon, list.data.id);
  // As somebody types it later.
  emulator.spreadsheet.sheet(name).set(`B${TRACKER_HEADER_ROW + expected.length}`, 'IG');
  for (const lookMs of LOOKS_MS) {
    emulator.clock.advance(lookMs - emulator.clock.now());
    const ids = await postsFetched(addon, sheetId);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const { states } = await value(addon, 'updateCampaign', { sheetId });
  await emulator.recalculate();
  const said = statesIn(addon, name).slice(0, expected.length);
  expect(said).toEqual(expected);
  const counted = Object.entries(states).map(([state, count]) => [
    STATE_WORDS[state as keyof typeof STATE_WORDS],
    count,
  ]);
  const inCells = [...new Set(said)].map((state) => [state, said.filter((each) => each === state).length]);
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(inCells));

  // Found days after its upload, it lies behind what was fetched: only a refresh asks for all again.
  const silent = truths.findIndex(({ conduct }) => conduct === 'silent');
  addon.standin.posts.add(
    (truths[silent] as CampaignTruth).creator,
    { uploadedMs: Date.parse(DUE_DAY), caption: '#ad #summerglow @glow.brand' },
    { fromMs: emulator.clock.now(), untilMs: Infinity },
  );
  for (const [refresh, state] of [
    [false, 'missing'],
    [true, 'live'],
  ] as const) {
    await postsFetched(addon, sheetId, refresh);
    await value(addon, 'updateCampaign', { sheetId });
    await emulator.recalculate();
    expect(statesIn(addon, name)[silent]).toBe(state);
  }
});
