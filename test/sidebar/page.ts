import { expect } from 'vitest';
import type { CallName, CallReply, Calls } from '../../src/sidebar/calls';
import type { RunView } from '../../src/sidebar/run-calls';
import type { Addon } from '../setup/addon';
import { expectRunToAgree, ledgerOf } from '../setup/ledger';

/** What the sidebar's page gets for a call, through google.script.run and its transfer rules. */
export async function reply<Name extends CallName>(
  addon: Addon,
  name: Name,
  given: Calls[Name]['gives'],
): Promise<CallReply<Calls[Name]['gets']>> {
  const served = await addon.emulator.serve('influSidebar', [name, given]);
  if (!served.ok) throw new Error(`${name}: ${served.error.message}`);
  return served.value as CallReply<Calls[Name]['gets']>;
}

/** The value of a call that must go well. `stepRun` serves all kinds of run: whoever asks knows which one comes. */
export async function value<Name extends CallName, Gets extends Calls[Name]['gets'] = Calls[Name]['gets']>(
  addon: Addon,
  name: Name,
  given: Calls[Name]['gives'],
): Promise<Gets> {
  const answer = await reply(addon, name, given);
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.message}`);
  return answer.value as Gets;
}

/** The sentence of a call that must be refused: one sentence or two, no stack and no JSON. */
export async function refusal<Name extends CallName>(
  addon: Addon,
  name: Name,
  given: Calls[Name]['gives'],
): Promise<string> {
  const answer = await reply(addon, name, given);
  if (answer.ok) throw new Error(`${name} went well: ${JSON.stringify(answer.value).slice(0, 200)}`);
  expect(answer.message).toMatch(/^[^{}]{15,400}$/);
  expect(answer.message).not.toMatch(/undefined|\[object|TypeError|ReferenceError/);
  return answer.message;
}

/** As the page drives a run: step after step until it is over or stopped. What it then says was used is true. */
export async function drivenRun<Run extends RunView>(
  addon: Addon,
  { id }: Pick<Run, 'id'>,
  { resume = false, cap = null as number | null } = {},
): Promise<Run> {
  const before = ledgerOf(addon, id);
  const charged = addon.charged();
  let now: Run = await value(addon, 'stepRun', { id, resume, cap });
  for (let steps = 0; now.state === 'running'; steps++) {
    if (steps > 80) throw new Error(`no end: ${JSON.stringify(now)}`);
    now = await value(addon, 'stepRun', { id, resume: false, cap: null });
  }
  expectRunToAgree(now, addon.charged() - charged, before);
  return now;
}
