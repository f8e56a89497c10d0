import { createAddon } from '../test/setup/addon';
import { ordinaryHandles } from '../test/setup/creators';
import { started, step } from '../test/sidebar/enrich';

const ROWS = 10_000;
const LATENCY_MS = 300;
const MINUTE_MS = 60_000;
/** Formulas served by the data tab, once the cache has forgotten. */
const SERVED = 100;

/** Ten thousand rows over an organization key: the pace, the calls to the sheet, the checkpoint. */
export async function longRun(): Promise<void> {
  const addon = await createAddon({ account: 'workspace', standin: { creators: 40_000 } });
  addon.standin.latencyMs = LATENCY_MS;
  addon.setSettings({ maxRequestsPerRun: ROWS, maxRequestsPerDay: 2 * ROWS });
  const handles = ordinaryHandles(addon.standin, ROWS);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.map((handle) => [handle])]);
  sheet.select('A:A');
  const planMs = addon.emulator.clock.now();
  let run = await started(addon, { fields: ['followers', 'engagement', 'country', 'bio', 'lastRefreshDate'] });
  const beganMs = addon.emulator.clock.now();
  addon.emulator.counts.reset();
  let steps = 0;
  let checkpoint = 0;
  while (run.state === 'running') {
    run = await step(addon, run);
    steps += 1;
    checkpoint = Math.max(checkpoint, addon.property(`run/${run.id}`)?.length ?? 0);
  }
  const sends = addon.standin.charges.requests('getUserData');
  const minutes = (Math.max(...sends.map(({ atMs }) => atMs)) - beganMs) / MINUTE_MS;
  const { counts } = addon.emulator;
  const of = (method: string): number => counts.of('SpreadsheetApp', method);
  console.log(
    `a run over ${ROWS} rows at ${LATENCY_MS} ms: ${run.state}, ${run.charged} charged, ${(ROWS / minutes).toFixed(0)} a minute, ${sends.filter(({ status }) => status === 429).length} times 429; planned in ${((beganMs - planMs) / 1000).toFixed(1)} virtual s; ${steps} steps with ${(of('Range.getValues') / steps).toFixed(1)} reads and ${(of('Range.setValues') / steps).toFixed(1)} writes each; checkpoint at most ${checkpoint} bytes`,
  );
  addon.forgetCache();
  const servedMs = addon.emulator.clock.now();
  await addon.shown(
    'INFLU_ENGAGEMENT',
    'instagram',
    handles.slice(0, SERVED).map((handle) => [handle]),
  );
  console.log(
    `${SERVED} of them in a formula, from the data tab: ${((addon.emulator.clock.now() - servedMs) / 1000).toFixed(1)} virtual s, ${addon.charged() - run.charged} charged`,
  );
  await addon.close();
}
