import type { CellValue } from '../../core/page';
import type { Reply } from '../../gate/ask-request';
import { peek } from '../../gate/client';
import { profileOf } from '../../gate/keep';
import { audienceQuestion, profileQuestion, questionsFor, statusQuestion, type Question } from '../../api/question';
import { InfluError } from '../../core/error';
import { only } from '../../core/only';
import type { Host } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { audienceField, audienceSections, type AudienceField } from '../../schema/audience-field';
import { creatorMayHave, type Creator } from '../../schema/creator';
import { parseDataStatus, statusWord } from '../../schema/data-status';
import { PLATFORMS } from '../../schema/platform';
import { fieldRequest, typedField, type FieldRequest } from '../../schema/profile';
import { timelineField, type TimelineField } from '../../schema/timeline-field';
import { profileCell } from '../../sheet/profile-cell';
import type { Answer } from '../../api/answer';
import { runRequest, buy, isSaved, isTold, failure, isStopper, outageIn } from '../run/purchase';
import { outcomeOf, stateWord } from '../../schema/row-status';
import type { RunReason } from '../../schema/run-reason';
import type { EnrichRun } from './enrich-state';

/** What to write for a creator: a status, and values by field if there are any; blank for what the answer does not have. */
export interface Enriched {
  status: string;
  /** What is counted: done, cached, queued... */
  outcome: string;
  atMs?: number;
  values?: CellValue[];
  /** Paid in this run: for the data tab. */
  paid?: Answer;
}

/** A field of a run: of the profile, of its timeline, or of the audience report. */
export type EnrichField = { name: string; label: string } & (
  | { kind: 'profile'; request: FieldRequest }
  | { kind: 'timeline'; field: TimelineField }
  | { kind: 'audience'; field: AudienceField }
);

export function enrichField(name: string): EnrichField {
  const audience = audienceField(name);
  if (audience) return { kind: 'audience', name: audience.name, label: audience.label, field: audience };
  const ofTimeline = timelineField(name);
  if (ofTimeline) return { kind: 'timeline', name: ofTimeline.name, label: ofTimeline.label, field: ofTimeline };
  const request = fieldRequest(name);
  return { kind: 'profile', name: request.text, label: request.field?.label ?? request.text, request };
}

/** The same for what a person has just chosen or typed. Throws `badInput` for what is spelled almost like a field. */
export function typedEnrichField(name: string): EnrichField {
  if (!audienceField(name) && !timelineField(name)) typedField(name);
  return enrichField(name);
}

const wantsAudience = (fields: readonly EnrichField[]): boolean => fields.some(({ kind }) => kind === 'audience');

const wantsProfile = (fields: readonly EnrichField[]): boolean => fields.some(({ kind }) => kind !== 'audience');

/**
 * The question that has what the fields ask for, or as much of it as the platform has. Throws `badInput` where it has
 * nothing of it.
 */
export const questionOf = (fields: readonly EnrichField[], creator: Creator): Question =>
  wantsAudience(fields) && (creatorMayHave(creator, 'audience') || !wantsProfile(fields))
    ? audienceQuestion(creator)
    : profileQuestion(creator);

const WITHOUT_AUDIENCE = 'no audience data';

/** How long a step sends, so that it lasts about 35 s. In shorter steps the fixed costs would slow the pace. */
const TIMES = { lastSendMs: 27 * SECOND_MS, giveUpMs: 33 * SECOND_MS };

/** By the creators' keys. Those that are in no result need more time. `problem` stops the run. */
export interface EnrichResults {
  results: Map<string, Enriched>;
  problem?: RunReason | undefined;
}

export function enriched(host: Host, run: EnrichRun, creators: ReadonlyMap<string, Creator>): EnrichResults {
  const fields = run.fields.map(enrichField);
  const asking = new Asking(host, run);
  const results = new Map<string, Enriched>();
  const open = new Map(creators);
  const say = (key: string, result: Enriched): void => {
    results.set(key, result);
    open.delete(key);
  };
  /** Creators that get the plain profile only, and what their status says about the missing rest. */
  const plain = new Map<string, string>();
  if (wantsAudience(fields)) checkAudience(asking, fields, open, say, plain);
  const failures: InfluError[] = [];
  for (const [creatorsOf, fieldsOf] of [
    [only(open, (key) => !plain.has(key)), fields],
    [only(open, (key) => plain.has(key)), fields.filter(({ kind }) => kind !== 'audience')],
  ] as const)
    for (const [key, reply] of asking.replies(creatorsOf, (creator) => questionOf(fieldsOf, creator))) {
      const result = resultOf(reply, fields, run.startedMs, plain.get(key));
      if (result instanceof InfluError) {
        failures.push(result);
        if (isStopper(result)) asking.problem ??= failure(result);
        else say(key, { status: `failed: ${result.message}`, outcome: 'failed' });
      } else if (result) say(key, result);
    }
  const [outage] = outageIn(failures, creators.size);
  if (outage) {
    for (const [key, { outcome }] of results) if (outcome === 'failed') results.delete(key);
    asking.problem ??= failure(outage);
  }
  return { results, problem: asking.problem };
}

/** Asks the free data status first, so that no report (20 requests) is bought of creators that have none or are not in the database. */
function checkAudience(
  asking: Asking,
  fields: readonly EnrichField[],
  open: ReadonlyMap<string, Creator>,
  say: (key: string, result: Enriched) => void,
  plain: Map<string, string>,
): void {
  const withoutAudience = (key: string, status: string, atMs?: number): void => {
    if (wantsProfile(fields)) plain.set(key, status);
    else say(key, { status, outcome: outcomeOf(status) ?? status, ...(atMs === undefined ? {} : { atMs }) });
  };
  for (const [key, creator] of open)
    if (creator.platform && !creatorMayHave(creator, 'audience'))
      withoutAudience(key, `${WITHOUT_AUDIENCE}: ${PLATFORMS[creator.platform].label} has no audience reports`);
  const covered = only(open, (key) => !plain.has(key));
  const unknown = asking.unknown(covered, audienceQuestion);
  for (const [key, reply] of asking.replies(unknown, (creator) => statusQuestion(creator))) {
    if (reply.kind !== 'answer' || reply.answer.state !== 'full') continue;
    const word = statusWord(parseDataStatus(reply.answer.body));
    if (word === 'queued') say(key, { status: 'queued', outcome: 'queued', atMs: reply.answer.atMs });
    else if (word !== 'ready') withoutAudience(key, wantsProfile(fields) ? WITHOUT_AUDIENCE : word, reply.answer.atMs);
  }
}

/** The calls of one step, and what is known without them. */
class Asking {
  readonly beganMs: number;
  problem: RunReason | undefined;

  constructor(
    private readonly host: Host,
    private readonly run: EnrichRun,
  ) {
    this.beganMs = host.clock.now();
  }

  /** Those of whom no fresh answer is known. */
  unknown(creators: ReadonlyMap<string, Creator>, questionFor: (creator: Creator) => Question): Map<string, Creator> {
    const { questions } = questionsFor(creators, questionFor);
    const known = peek(this.host, [...questions.values()]);
    return only(creators, (key) => this.run.again || !isSaved(known.get(questions.get(key)?.key ?? '')));
  }

  replies(creators: ReadonlyMap<string, Creator>, questionFor: (creator: Creator) => Question): Map<string, Reply> {
    const { host, run } = this;
    const { questions, refused } = questionsFor(creators, questionFor);
    const replies = new Map([...refused].map(([key, error]): [string, Reply] => [key, { kind: 'error', error }]));
    const request = { ...runRequest(host, run, 'run', this.beganMs, TIMES), isForDataTab: true } as const;
    const bought = buy(host, [...questions.values()], run, request, isTold);
    for (const [key, question] of questions) {
      const reply = bought.replies.get(question.key);
      if (!reply) continue;
      if (reply.kind === 'answer' && reply.answer.state === 'receipt') this.problem ??= { code: 'lost' };
      else if (reply.kind !== 'waiting') replies.set(key, reply);
      else this.problem ??= reply.limit;
    }
    return replies;
  }
}

/** Undefined: it needs more time. */
function resultOf(
  reply: Reply,
  fields: readonly EnrichField[],
  startedMs: number,
  /** The status of a creator without audience data. */
  plain: string | undefined,
): Enriched | InfluError | undefined {
  if (reply.kind === 'waiting') return undefined;
  if (reply.kind === 'error') return reply.error;
  const { answer } = reply;
  const { atMs } = answer;
  const state = stateWord(answer.state);
  if (state !== undefined) return { status: state, outcome: state, atMs };
  const profile = profileOf(answer);
  if (!profile) return { status: "failed: influData sent a reply we couldn't read", outcome: 'failed', atMs };
  const sections = audienceSections(answer.state === 'full' ? answer.body : undefined);
  let isLost = false;
  const values = fields.map((field): CellValue => {
    if (field.kind === 'audience') return (plain === undefined ? field.field.read(sections) : undefined) ?? '';
    const value = field.kind === 'timeline' ? field.field.read(profile) : profileCell(field.request, profile, atMs);
    isLost ||= value === undefined;
    return value ?? '';
  });
  const isNew = atMs >= startedMs;
  const word = profile.scalars['private'] === true ? 'private' : isNew ? 'done' : 'cached';
  const status = plain ?? (isLost ? `${word}, some detail not kept` : word);
  return {
    status,
    outcome: outcomeOf(status) ?? word,
    atMs,
    values,
    ...(isNew && answer.requests > 0 ? { paid: answer } : {}),
  };
}
