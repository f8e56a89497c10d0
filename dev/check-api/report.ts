import type { SectionSeen } from '../../src/jobs/account/answer-findings';
import type { Fields } from '../../src/schema/answer-shape';

/** What came of one call. No value of an answer is in it. */
export interface CallReport {
  name: string;
  endpoint: string;
  query: Record<string, string>;
  price: number;
  /** Missing where no answer came. */
  status?: number;
  latencyMs: number;
  headers: Record<string, string>;
  fields: Fields;
  sample: unknown;
  missing: string[];
  unknown: string[];
  catalogue?: string[];
  sections?: SectionSeen[];
  /** What is not as the contract, the schemas or the catalogue have it, each in one sentence. */
  findings: string[];
}

export interface Report {
  version: 1;
  madeAt: string;
  base: string;
  /** At most, in requests; what the balance says where it was read. */
  spent: { most: number; charged?: number };
  calls: CallReport[];
  /** Calls of reports before that were not asked this time, so that a free run forgets nothing that was paid for. */
  earlier: CallReport[];
  notAsked: string[];
  findings: string[];
  /** Against the report that was there before. */
  changes: string[];
}

/** What differs between two reports, call by call; latencies are left out. */
export function changesBetween(before: Report, after: Report): string[] {
  return after.calls.flatMap((call) => {
    const old = [...before.calls, ...before.earlier].find(({ name }) => name === call.name);
    if (!old) return [`${call.name}: asked for the first time`];
    const say = (text: string): string => `${call.name}: ${text}`;
    return [
      ...(old.status === call.status ? [] : [say(`status ${old.status} is now ${call.status}`)]),
      ...listed(old.fields, call.fields).map(say),
      ...listed(readingOf(old), readingOf(call)).map((text) => say(`section ${text}`)),
    ];
  });
}

const readingOf = ({ sections = [] }: CallReport): Record<string, string> =>
  Object.fromEntries(sections.map(({ name, read }) => [name, read]));

function listed(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (old === now) return [];
    return [
      old === undefined
        ? `${name} is new (${now})`
        : now === undefined
          ? `${name} is gone`
          : `${name} was ${old}, is ${now}`,
    ];
  });
}

/** The report for a person who reads it in a terminal. */
export function summaryOf(report: Report): string[] {
  const { calls, notAsked, findings, changes, spent } = report;
  const charged = spent.charged === undefined ? '' : `, by the balance ${spent.charged}`;
  return [
    `${calls.length} calls, at most ${spent.most} requests${charged}.`,
    ...(findings.length === 0
      ? ['Everything is as the contract and the add-on have it.']
      : [`${findings.length} findings:`]),
    ...findings.map((text) => `- ${text}`),
    ...(changes.length === 0
      ? []
      : [`${changes.length} changes since the last report:`, ...changes.map((text) => `- ${text}`)]),
    ...(notAsked.length === 0 ? [] : [`Not asked: ${notAsked.join('; ')}.`]),
  ];
}
