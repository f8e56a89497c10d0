import { isRecord } from '../core/text';
import { datedEntries, timelineIn } from './profile';
import { homesIn, labelOf, readAs } from './wire';

/** A collaboration that a creator mentioned on a day: the growth timeline has them (contract, getUserData). */
export interface Mention {
  /** ISO date. */
  date: string;
  name: string;
}

/** How an answer may call them; none of these is published. */
const MENTIONS = /collab|mention|sponsor|brand|partner/i;

const namesIn = (wire: unknown): string[] =>
  (Array.isArray(wire) ? wire : [wire]).map((each) => nameOf(each).trim()).filter((name) => name !== '');

const nameOf = (entry: unknown): string => {
  if (!isRecord(entry)) return typeof entry === 'string' ? entry : '';
  const known = ['username', 'handle', 'brand'].map((name) => entry[name]).find((name) => typeof name === 'string');
  return typeof known === 'string' ? known : labelOf(entry);
};

/** Whether an answer speaks of collaborations at all: otherwise nobody knows of any. */
export const tellsMentions = (body: unknown): boolean =>
  [
    ...homesIn(body).flatMap((home) =>
      Object.entries(home).filter(([name, wire]) => MENTIONS.test(name) && Array.isArray(wire)),
    ),
    ...datedEntries(timelineIn(body).wire).filter(
      ([, what]) => isRecord(what) && Object.keys(what).some((name) => MENTIONS.test(name)),
    ),
  ].length > 0;

/** In time order, each name once a day: those in the timeline's points, and lists of their own beside it. */
export function parseMentions(body: unknown): Mention[] {
  const lists = homesIn(body).flatMap((home) =>
    Object.entries(home).flatMap(([name, wire]) => (MENTIONS.test(name) && Array.isArray(wire) ? [wire] : [])),
  );
  const found = [
    ...datedEntries(timelineIn(body).wire).flatMap(([when, what]) =>
      isRecord(what)
        ? Object.entries(what).flatMap(([name, wire]) =>
            MENTIONS.test(name) ? namesIn(wire).map((each) => [when, each]) : [],
          )
        : [],
    ),
    ...lists.flatMap((list) => datedEntries(list).flatMap(([when, what]) => namesIn(what).map((each) => [when, each]))),
  ];
  const mentions = new Map<string, Mention>();
  for (const [when, name] of found) {
    const date = readAs('date', when);
    if (typeof date !== 'string') continue;
    const mention = { date: date.slice(0, 10), name: String(name) };
    mentions.set(`${mention.date} ${mention.name}`, mention);
  }
  return [...mentions.values()].sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}

const hasPlace = (what: unknown): boolean => isRecord(what) && Object.keys(what).some((name) => MENTIONS.test(name));

/** The same; undefined where the answer has no place for them, which is not the same as there being none. */
export function knownMentions(body: unknown): Mention[] | undefined {
  const hasList = homesIn(body).some((home) =>
    Object.entries(home).some(([name, wire]) => MENTIONS.test(name) && Array.isArray(wire)),
  );
  return hasList || datedEntries(timelineIn(body).wire).some(([, what]) => hasPlace(what))
    ? parseMentions(body)
    : undefined;
}
