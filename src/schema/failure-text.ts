import { englishOf } from '../core/said';
import { lazy } from '../core/lazy';
import { CELL, CONSENT, GATE, GOOGLE, RECORDS, REPLY } from './said-text';

/** So much of a sentence tells it from others, and no figure comes earlier. */
const TOLD_BY = 20;

/** How the sentences begin that stand in for an answer and may be gone the next time, by whatever is at fault. */
const beginnings = lazy(() => {
  const sentences = [
    CELL.noKey,
    CELL.audienceOff,
    CELL.postsOff,
    CONSENT.missing([]),
    CELL.unreadable,
    REPLY.badKey(''),
    REPLY.volumeUsed(),
    REPLY.balanceLow(''),
    ...Object.values(REPLY.notIncluded),
    REPLY.forbidden,
    REPLY.busy,
    REPLY.apiDown,
    REPLY.rejected,
    REPLY.unreadable,
    REPLY.empty,
    REPLY.unreachable,
    GATE.busy,
    GATE.storeFull,
    GATE.tabUnreadable,
    GATE.settingsStop('', ''),
    ...Object.values(RECORDS).map(GATE.unreadable),
    GOOGLE.dailyCalls,
    GOOGLE.manyCalls,
    GOOGLE.noAddress,
    GOOGLE.propertyStore(''),
  ];
  return new Set(sentences.map((said) => englishOf(said).slice(0, TOLD_BY)));
});

/** In a range a cell says itself what a single one has in its note. */
export const isFailureText = (text: string): boolean => beginnings().has(text.slice(0, TOLD_BY));
