import type { InterceptedCall } from '../dev/emulator/emulator';
import { contentForm, idsIn, matching } from '../test/sidebar/content';
import { reply, value } from '../test/sidebar/page';
import { benched, MINUTE_MS, MOST_A_MINUTE, perMinute } from './measure';
import type { Row } from './row';
import { clicked, todaysWay } from './todays-way';

const ALL = { platform: 'instagram,tiktok,youtube', followerMin: '0' };
const PAGE = 100;
const PIECES = 10_000;
const CREATORS = 2400;

async function undisturbed(latencyMs: number, max: number): Promise<Row> {
  const addon = await benched('organization', latencyMs, CREATORS);
  const beganMs = addon.emulator.clock.now();
  let run = await value(addon, 'startContent', contentForm({ filters: ALL, max }));
  while (run.state === 'running') run = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
  if (run.pieces !== max) throw new Error(JSON.stringify(run));
  const tookMs = addon.emulator.clock.now() - beganMs;
  await addon.close();
  const today = await todaysWay({ standin: { latencyMs, creators: CREATORS } });
  const loopMs = await clicked(today, 'fillPosts');
  const row = {
    what: `posts into a sheet, ${latencyMs} ms`,
    unit: 'a minute',
    ours: perMinute(max, tookMs),
    limit: Math.min(MOST_A_MINUTE.organization, MINUTE_MS / latencyMs) * PAGE,
    today: perMinute(today.standin.charges.total(), loopMs),
    source: `the API: ${PAGE} a page, and each page's cursor comes with the one before; ${max} posts`,
  };
  await today.close();
  return row;
}

/** Where the script dies, page by page in turn; every fifth is stopped by hand. */
const DEATHS: readonly [method: string, phase: InterceptedCall['phase']][] = [
  ['Range.setValues', 'before'],
  ['Range.setValues', 'after'],
  ['flush', 'before'],
  ['flush', 'after'],
];

/** Ten thousand posts over a hundred pages, with a stop at every page: what is lost, what comes twice, what is paid. */
async function stopped(): Promise<Row[]> {
  const addon = await benched('organization', 300, CREATORS);
  const { emulator, standin } = addon;
  const every = matching(addon, ALL);
  const run = await value(addon, 'startContent', contentForm({ filters: ALL, max: PIECES }));
  let stops = 0;
  for (let state = 'running'; state !== 'done'; stops++) {
    if (stops > 400) throw new Error('no end');
    const death = DEATHS[stops % (DEATHS.length + 1)];
    const before = addon.charged();
    if (death) {
      let isDead = false;
      emulator.faults.intercept = ({ method, phase }) => {
        if (isDead || addon.charged() === before || method !== death[0] || phase !== death[1]) return undefined;
        isDead = true;
        return { kill: true };
      };
      await emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: true, cap: null }]);
      delete emulator.faults.intercept;
      emulator.clock.advance(3 * MINUTE_MS);
    } else
      await Promise.all([
        reply(addon, 'stepRun', { id: run.id, resume: true, cap: null }),
        value(addon, 'pauseRun', { id: run.id }),
      ]);
    state = (await value(addon, 'open', {})).runs.content?.state ?? 'done';
  }
  const ids = idsIn(addon, run.sheet);
  const has = new Set(ids);
  const uploadedMs = (id: string): number => standin.posts.find(id)?.uploadedMs ?? 0;
  const oldestMs = Math.min(...ids.map(uploadedMs));
  const lost = every.filter((id) => uploadedMs(id) > oldestMs && !has.has(id)).length;
  const rows = (
    [
      ['posts that are missing', lost, 0],
      ['posts that came twice', ids.length - has.size, 0],
      ['requests charged', addon.charged(), PIECES],
    ] as const
  ).map(([what, ours, limit]) => ({
    what: `10,000 posts, 100 pages, ${stops} stops: ${what}`,
    unit: 'posts',
    ours,
    limit,
    today: '',
    source: 'exact: one request a post',
  }));
  await addon.close();
  return rows;
}

export async function content(): Promise<Row[]> {
  return [await undisturbed(300, 3000), await undisturbed(1200, 3000), ...(await stopped())];
}
