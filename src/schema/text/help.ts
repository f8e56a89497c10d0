import { lazy } from '../../core/lazy';
import { menuLabelsEn } from './menu';

/** What a cell or a row may say: what it means, and what to do next. */
export interface StatusHelp {
  /** As they stand there, or how they begin. */
  words: readonly string[];
  meaning: string;
  /** Blank: there is nothing to do. */
  next: string;
}

const recalculate = lazy(() => menuLabelsEn().recalculate);
const QUEUED = 'influData does not have this creator yet and is fetching the data; free';
const AUDIENCE_PENDING = 'influData has the creator, and the audience report is not ready yet; cost 1 request';
const NOT_FOUND = 'there is no such creator on this platform';
const CHECK_HANDLE = 'check the handle and the platform';

/** What a formula can show. */
export const cellStatuses = lazy((): readonly StatusHelp[] => [
  {
    words: ['pending'],
    meaning: 'time ran out, or another cell is fetching this; nothing is paid twice',
    next: recalculate(),
  },
  { words: ['queued'], meaning: QUEUED, next: `${recalculate()} tomorrow` },
  { words: ['audience pending'], meaning: AUDIENCE_PENDING, next: `${recalculate()} tomorrow` },
  { words: ['not found'], meaning: NOT_FOUND, next: CHECK_HANDLE },
  {
    words: ['ready', 'no audience data', 'private'],
    meaning: 'what influData has of the creator, from INFLU_STATUS',
    next: '',
  },
  {
    words: ['paused'],
    meaning: 'spending is paused, and this is not saved yet',
    next: `resume spending, then ${recalculate()}`,
  },
  {
    words: ['budget reached: ...'],
    meaning: 'a cap or the balance is used up; the text says which',
    next: `raise the cap under Account or wait until tomorrow, then ${recalculate()}`,
  },
  {
    words: ['Paid on ...'],
    meaning: 'bought, but this part was too large to store that long',
    next: 'enrich the row to get it again (1 request)',
  },
  {
    words: ['#ERROR!'],
    meaning: "the cell's note says what is wrong; in a range the cell itself does",
    next: 'do what it says',
  },
  { words: ['blank'], meaning: 'no handle, or the creator has no such value', next: '' },
]);

/** What Enrich writes at the end of a row. */
export const rowStatuses = lazy((): readonly StatusHelp[] => [
  { words: ['waiting'], meaning: 'the run has not reached this row yet', next: 'wait, or resume the run' },
  {
    words: ['done'],
    meaning: 'bought in this run; with "some detail not kept", a part was too large to store',
    next: '',
  },
  { words: ['cached'], meaning: 'filled in from saved data, at no cost', next: '' },
  { words: ['queued'], meaning: `${QUEUED}; or you queued the row yourself`, next: 'enrich the row again tomorrow' },
  { words: ['audience pending'], meaning: AUDIENCE_PENDING, next: 'enrich the row again tomorrow' },
  { words: ['not found'], meaning: NOT_FOUND, next: CHECK_HANDLE },
  { words: ['private'], meaning: 'the account is private; what influData has is in the sheet', next: '' },
  { words: ['no audience data'], meaning: 'influData has no audience report for this creator', next: '' },
  { words: ['failed: ...'], meaning: 'the request failed; the text says why', next: 'enrich the failed rows again' },
  { words: ['unreadable: ...'], meaning: 'this is not a handle; the text says what it is', next: 'correct the cell' },
  {
    words: ['skipped: ...'],
    meaning: 'a status in one of your pipelines leaves this creator out; the text says which, and where',
    next: 'change that status, or enrich and mark',
  },
  { words: ['not run'], meaning: 'the run ended before this row', next: 'enrich these rows again' },
  {
    words: ['handle edited since: ...'],
    meaning: 'the values belong to the handle that stood here before',
    next: 'enrich the row again',
  },
  {
    words: ['in the database, refresh queued', 'in the database, no refresh queued'],
    meaning: 'influData has the creator already; whether a refresh was queued',
    next: '',
  },
  { words: ['weekly refresh'], meaning: 'influData refreshes this creator every week', next: '' },
]);

/** What stands under _In BigQuery_, in a copy that has Google's service for it. */
export const archiveStatuses = lazy((): readonly StatusHelp[] => [
  { words: ['sent ...'], meaning: 'BigQuery has confirmed this row as it stands', next: '' },
  {
    words: ['refused ...'],
    meaning: 'BigQuery refused this row; the text says why',
    next: 'correct the row, then Send under Account › BigQuery',
  },
  { words: ['blank'], meaning: 'this row goes the next time', next: '' },
]);

/** Terms as influData uses them (FAQ; documentation of the Social API). */
export const GLOSSARY: readonly { term: string; meaning: string }[] = [
  {
    term: 'Engagement',
    meaning: 'Likes divided by followers, in percent: the median over the last 12 posts. 4.2 means 4.2 %.',
  },
  { term: 'Growth', meaning: 'How much the number of followers changes, in percent a month.' },
  { term: 'Profile score', meaning: "influData's quality score of a profile, from 1 to 10." },
  {
    term: 'Relevance',
    meaning: 'How well a creator matches the keywords of a search, from 0 to 100. Only searches with keywords have it.',
  },
  {
    term: 'Credibility',
    meaning:
      'The quality of the accounts in an audience: real people, influencers (more than 2,000 followers of their own), mass followers (following more than 1,500 accounts) and suspicious accounts. Audience reports show it as follower quality.',
  },
  {
    term: 'Suspicious',
    meaning: 'The share of suspicious and inactive accounts among all followers.',
  },
];
