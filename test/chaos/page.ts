import type { Person, RunKind } from './event';
import { learnSettings, type KnownRun, type World } from './world';

export type Value = Record<string, unknown>;

/** What a call of the sidebar brought: its value, its refusal, or nothing where it was stopped or Google failed. */
export interface Asked {
  value?: Value;
  refusal?: string;
}

/** What Account says of the money, as far as it is compared. */
interface AccountView {
  days: { day: string; charged: number; unknown: number }[];
  today: { charged: number; unknown: number; formula: number };
  reserved: number;
  settings: object;
}

/** Asks as the sidebar's page does, and checks whatever comes back. */
export async function askPage(world: World, by: Person, name: string, given: object = {}): Promise<Asked> {
  const { emulator } = world.addon;
  const before = world.addon.charged();
  const served = await emulator.serve('influSidebar', [name, given], { user: by });
  if (!served.ok) {
    world.note(`call ${name} failed`);
    if (/TypeError|ReferenceError|RangeError/.test(served.error.message))
      world.violate('nothing breaks', `${name}: ${served.error.message}`);
    return {};
  }
  checkLeaks(world, `the reply of ${name}`, JSON.stringify(served.value));
  const reply = served.value as { ok: boolean; value: Value; message: string };
  if (!reply.ok) {
    world.note(`call ${name} refused`);
    if (process.env['REFUSALS']) world.note(`why ${name}: ${reply.message.slice(0, 90)}`);
    if (/undefined|\[object|TypeError|ReferenceError|is not a function|Cannot read|NaN/.test(reply.message))
      world.violate('nothing breaks', `${name}: ${reply.message}`);
    return { refusal: reply.message };
  }
  world.note(`call ${name}`);
  const value = reply.value ?? {};
  const account = (value['account'] ?? value) as Partial<AccountView>;
  if (account.days && account.settings) checkAccount(world, account as AccountView, before);
  learnRuns(world, value);
  return { value };
}

/** The ledger's rule, at the instant of a look at Account: charged <= what the API charged <= charged + what is unknown or under way. */
function checkAccount(world: World, { days, reserved, settings }: AccountView, before: number): void {
  learnSettings(world, settings);
  const charged = days.reduce((sum, day) => sum + day.charged, 0);
  const unknown = days.reduce((sum, day) => sum + day.unknown, 0);
  const [least, most] = [before - world.forgottenRequests, world.addon.charged()];
  const says = `Account: ${charged} charged, ${unknown} unknown, ${reserved} under way; the API: ${before} when it was opened, ${most} when it showed`;
  if (charged > most) world.violate('the ledger never says more than was charged', says);
  if (charged + unknown + reserved < least) world.violate('the ledger never says less than was charged', says);
  if (days.some((day) => day.charged < 0 || day.unknown < 0) || reserved < 0)
    world.violate('the ledger never says more than was charged', `below zero: ${says}`);
}

/** Keys, and none of their parts beyond the last four characters. */
export function checkLeaks(world: World, where: string, text: string): void {
  for (const { key } of world.keys)
    if (text.includes(key) || text.includes(key.slice(8))) world.violate('no key anywhere', `${where} has ${key}`);
}

const KINDS = ['search', 'enrich', 'report', 'content'] as const;
/** Runs that were open when the sidebar was. */
function learnRuns(world: World, value: Value): void {
  if (!('searches' in value)) return;
  for (const name of KINDS) {
    const view = (value['runs'] as Value)[name] as
      | { id: string; state: string; message: string; startedAt: string }
      | undefined;
    if (!view) continue;
    const known = world.runs.get(view.id);
    if (known) Object.assign(known, { state: view.state, message: view.message });
    else {
      // Begun by an execution that never answered, or by a night.
      world.limits.is(`run ${view.id}`, 0, Infinity);
      world.runs.set(view.id, {
        ...newRun(world, name, view.id),
        state: view.state,
        isAgain: true,
        skips: true,
      });
    }
  }
}

const newRun = (world: World, kind: RunKind, id: string): KnownRun => ({
  id,
  kind,
  state: 'running',
  message: '',
  isAgain: false,
  begunMs: world.addon.emulator.clock.now(),
  isResumed: false,
  isDropped: false,
  skips: false,
});

/** A run that was started just now; what it may spend is known from then on. */
export function knownRun(world: World, kind: RunKind, value: Value, isAgain: boolean, most: number): KnownRun {
  const run = { ...newRun(world, kind, String(value['id'])), isAgain };
  run.begunMs = Date.parse(String(value['startedAt']));
  world.limits.is(`run ${run.id}`, world.addon.emulator.clock.now(), most);
  world.runs.set(run.id, run);
  return run;
}

/** One step of a run. */
export async function stepRun(
  world: World,
  by: Person,
  run: KnownRun,
  resume: boolean,
  cap: number | null,
): Promise<Asked> {
  if (resume) run.isResumed = true;
  if (cap !== null) world.limits.mayBe(`run ${run.id}`, world.addon.emulator.clock.now(), cap);
  const asked = await askPage(world, by, 'stepRun', { id: run.id, resume, cap });
  if (asked.value) {
    run.state = String(asked.value['state']);
    run.message = String(asked.value['message']);
  }
  return asked;
}

/** Step after step, as the page does it, until it is over or at rest, at most so many. */
export async function drive(
  world: World,
  by: Person,
  run: KnownRun,
  { steps, resume = false, cap = null }: { steps: number; resume?: boolean; cap?: number | null },
): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const { value } = await stepRun(world, by, run, resume && step === 0, step === 0 ? cap : null);
    if (value?.['state'] !== 'running') return;
  }
}

export async function endRun(world: World, by: Person, run: KnownRun, how: 'stop' | 'drop'): Promise<Asked> {
  const asked = await askPage(world, by, how === 'stop' ? 'pauseRun' : 'endRun', { id: run.id });
  if (how === 'stop' && asked.value) run.state = String(asked.value['state']);
  // Whether it was dropped is not known where no answer came.
  if (how === 'drop' && !asked.refusal) run.isDropped = true;
  return asked;
}

/** The newest run of that kind that is not over, as far as the page knows. */
export const openRun = (world: World, kind: RunKind): KnownRun | undefined =>
  [...world.runs.values()].findLast((run) => run.kind === kind && run.state !== 'done' && !run.isDropped);
