import type { ReportCreator, ReportSelection } from '../../sidebar/report-calls';
import { list, number, price as priceText } from '../format';
import { shortagesUnder } from '../run/shortage';
import type { SelectionPlan } from '../selection/use-selection-tab';
import { TEXT } from '../text/text';
import type { ReportDraft } from './report-draft';
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
  known: { word: () => TEXT.report.savedFree, many: TEXT.report.saved, isMade: true },
  buy: { word: (each) => priceText(each), many: TEXT.report.toBuy, isMade: true },
  unchecked: { word: () => TEXT.report.notChecked, many: TEXT.report.notChecked, isMade: true },
  pending: left(TEXT.report.pending),
  'no audience data': left(TEXT.report.noAudienceData),
  'not found': left(TEXT.report.notFound),
  queued: left(TEXT.report.queued),
  'not available': left(TEXT.report.noReports, TEXT.report.withoutReports),
};

export const stateText = ({ state }: ReportCreator, { kind }: ReportDraft): string =>
  STATES[state].word(KINDS[kind].priceEach);

export const isMade = ({ state }: ReportCreator): boolean => STATES[state].isMade;

/** "3 saved, 6 to buy, 2 pending and 1 not found". */
export const statesText = (creators: readonly ReportCreator[]): string =>
  list(
    Object.entries(STATES).flatMap(([name, { many }]) => {
      const found = creators.filter(({ state }) => state === name).length;
      return found > 0 ? [number(found) + ' ' + many] : [];
    }),
  );

export interface ReportPriced extends SelectionPlan {
  /** Those that take part. */
  keys: string[];
  /** Whether each of them has audience data is asked first. */
  isToCheck: boolean;
}

const TO_CHECK = TEXT.report.checkHint;

/** What was chosen, as a price and what stands against it. */
export function reportPriced(
  draft: ReportDraft,
  selection: Pick<ReportSelection, 'creators' | 'requests' | 'isChecked' | 'budget'>,
): ReportPriced {
  const { creators, requests, isChecked } = selection;
  const kind = KINDS[draft.kind];
  const { shortages, agreed, problems } = shortagesUnder(requests, selection.budget, draft.cap);
  const keys = creators.filter(isMade).map(({ key }) => key);
  const isToCheck = kind.isChecked && !isChecked && creators.length > 0;
  const rows = creators.length === 0 ? TEXT.report.noCreators : TEXT.report.nothingToMake(creators.length);
  return {
    keys,
    price: requests,
    isToCheck,
    problems: keys.length === 0 ? { ...problems, rows } : problems,
    shortages: isToCheck ? [] : shortages,
    agreed,
    what: statesText(creators),
    hint: isToCheck ? TO_CHECK : undefined,
    button: isToCheck
      ? TEXT.report.checkFree
      : keys.length === 0
        ? TEXT.report.create
        : kind.button(keys.length, requests),
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
export const creatorsText = ({ area, creators }: ReportSelection): string =>
  TEXT.report.selectionRead(area, creators.length, statesText(creators));
