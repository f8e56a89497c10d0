/**
 * `npm run chaos -- --seed 1 --count 100`: bad days, drawn at random, played over the built bundle. Each schedule is
 * drawn from its seed and its number alone: `--from 40` goes on where an earlier call ended. What breaks a rule is cut
 * down to the smallest that does, and written to a file that `--replay` plays again.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Schedule } from './event';
import { play } from './player';
import { drawSchedule } from './schedule';
import { shrink } from './shrink';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '20' },
    replay: { type: 'string' },
    /** Where schedules that break a rule are written to. */
    out: { type: 'string', default: '.' },
    /** Rules that are not looked at. */
    except: { type: 'string', multiple: true, default: [] },
    /** Only those that dwell on these. */
    theme: { type: 'string', multiple: true, default: [] },
    /** Is not cut down. */
    whole: { type: 'boolean', default: false },
  },
});

if (values.replay === undefined) process.exitCode = (await playAll()) > 0 ? 1 : 0;
else {
  const schedule = JSON.parse(readFileSync(values.replay, 'utf8')) as Schedule;
  const { violations, at } = await play(schedule, values.except);
  for (const { rule, text } of violations) console.log(`after event ${at}: ${rule}: ${text}`);
  if (violations.length === 0) console.log('nothing is broken');
  process.exitCode = violations.length > 0 ? 1 : 0;
}

async function playAll(): Promise<number> {
  const seed = Number(values.seed);
  const from = Number(values.from);
  const counts = new Map<string, number>();
  let broken = 0;
  const stop = new AbortController();
  // Ctrl-C: the schedule under way is played to its end, and then all is told.
  process.once('SIGINT', () => stop.abort());
  const startMs = performance.now();
  let done = 0;
  for (let index = from; index < from + Number(values.count) && !stop.signal.aborted; index++) {
    const schedule = drawSchedule(seed, index);
    if (values.theme.length > 0 && !values.theme.includes(schedule.theme)) continue;
    done++;
    const played = await play(schedule, values.except);
    for (const [what, count] of played.counts) counts.set(what, (counts.get(what) ?? 0) + count);
    const [first] = played.violations;
    if (done % 50 === 0) console.log(`${done} played to ${index}, ${broken} broken`);
    if (!first) continue;
    broken += 1;
    console.log(
      `seed ${seed}, schedule ${index}, event ${played.at} of ${schedule.events.length}: ${first.rule}: ${first.text}`,
    );
    if (values.whole) continue;
    const smallest = await shrink(schedule, played, values.except);
    mkdirSync(values.out, { recursive: true });
    const file = `${values.out}/chaos-${seed}-${index}.json`;
    writeFileSync(file, `${JSON.stringify(smallest.schedule, null, 1)}\n`);
    console.log(
      `  smallest: ${file}, ${smallest.schedule.events.length} events: ${smallest.played.violations[0]?.text}`,
    );
  }
  const seconds = (performance.now() - startMs) / 1000;
  const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  console.log(sorted.map(([what, count]) => `${String(count).padStart(7)} ${what}`).join('\n'));
  console.log(`${done} schedules of seed ${seed} from ${from}, ${broken} broken, ${seconds.toFixed(0)} s`);
  return broken;
}
