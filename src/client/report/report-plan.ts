import type { ReportCreator, ReportSelection } from '../../sidebar/report-calls';
import { count, list, number, price as priceText } from '../format';
import { capOf } from '../run/cap';
import { shortagesOf, type Shortage } from '../run/shortage';
import type { ReportDraft } from './draft';
import { KINDS } from './report-kind';

type State = ReportCreator['state'];

/** `word`: what stands beside a creator; `many`: the same behind a number. */
interface StateText {
  word: (priceEach: number) => string;
  many: string;
  /** Takes part in what is made. */
  isMade: boolean;
}

const left = (word: string, many = word): StateText => ({ word: () => word, many, isMade: false });

/** In the order in which they are counted. */
const STATES: Record<State, StateText> = {
  known: { word: () => 'known · free', many: 'known', isMade: true },
  buy: { word: (each) => priceText(each), many: 'to buy', isMade: true },
  unchecked: { word: () => 'not checked', many: 'not checked', isMade: true },
  pending: left('pending'),
  'no audience data': left('no audience data'),
  'not found': left('not found'),
  queued: left('queued'),
  'not available': left('no reports', 'without reports'),
};

export const stateText = ({ state }: ReportCreator, { kind }: ReportDraft): string =>
  STATES[state].word(KINDS[kind].priceEach);

export const isMade = ({ state }: ReportCreator): boolean => STATES[state].isMade;

/** "3 known, 6 to buy, 2 pending and 1 not found". */
export const statesText = (creators: readonly ReportCreator[]): string =>
  list(
    Object.entries(STATES).flatMap(([name, { many }]) => {
      const found = creators.filter(({ state }) => state === name).length;
      return found > 0 ? [number(found) + ' ' + many] : [];
    }),
  );

export interface ReportPlan {
  /** Those that take part. */
  keys: string[];
  /** Requests, at most. */
  price: number;
  /** Whether each of them has audience data is asked first. */
  isToCheck: boolean;
  problems: { cap?: string; creators?: string };
  shortages: Shortage[];
  /** What the button says. */
  button: string;
}

/** What was chosen, as a price and what stands against it. */
export function reportPlan(
  draft: ReportDraft,
  selection: Pick<ReportSelection, 'creators' | 'requests' | 'isChecked' | 'left'>,
): ReportPlan {
  const { creators, requests, isChecked } = selection;
  const kind = KINDS[draft.kind];
  const problems: ReportPlan['problems'] = {};
  const keys = creators.filter(isMade).map(({ key }) => key);
  const isToCheck = kind.isChecked && !isChecked && creators.length > 0;
  if (creators.length === 0)
    problems.creators = 'No creator can be read in the selected cells. Select cells with handles.';
  else if (keys.length === 0)
    problems.creators =
      'There is nothing to make of ' + (creators.length === 1 ? 'this creator' : 'these creators') + ' now.';
  const cap = capOf(draft.cap);
  if (cap === undefined) problems.cap = 'Write a whole number from 1 to 100,000.';
  const allowed = typeof cap === 'number' ? { ...selection.left, run: cap } : selection.left;
  return {
    keys,
    price: requests,
    isToCheck,
    problems,
    shortages: shortagesOf(requests, allowed),
    button: isToCheck
      ? 'Check for audience data · free'
      : keys.length === 0
        ? 'Create'
        : requests === 0
          ? 'Create · free'
          : 'Create ' + kind.what(keys.length) + ' · ' + priceText(requests),
  };
}

/** The same creators of the same sheet, each as it stands, at the same price. */
export const creatorsAndPrice = ({ sheet, columns, creators, requests }: ReportSelection): unknown => [
  sheet,
  columns,
  creators.map(({ key, state }) => [key, state]),
  requests,
];

/** "A2:A13: 12 creators, 3 known, 6 to buy…", for ears. */
export const selectionText = ({ area, creators }: ReportSelection): string =>
  area + ': ' + count(creators.length, 'creator') + (creators.length > 0 ? ', ' + statesText(creators) : '');
