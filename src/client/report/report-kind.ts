import type { ReportKind } from '../../sidebar/report-calls';
import { AUDIENCE_PRICE, PROFILE_PRICE } from '../enrich/field-group';
import { count } from '../format';
import { TEXT } from '../text/text';

export interface KindText {
  label: string;
  hint: string;
  /** Requests a creator, at most. */
  priceEach: number;
  /** There is a free check which of them have audience data. */
  isChecked: boolean;
  /** "9 reports", as a button says it. */
  what: (creators: number) => string;
}

export const KINDS: Record<ReportKind, KindText> = {
  sheets: {
    label: TEXT.report.audienceReportASheetEach,
    hint: TEXT.report.n20RequestsACreator,
    priceEach: AUDIENCE_PRICE,
    isChecked: true,
    what: (creators) => count(creators, 'report'),
  },
  comparison: {
    label: TEXT.report.audienceComparisonUpTo20,
    hint: TEXT.report.n20RequestsACreator,
    priceEach: AUDIENCE_PRICE,
    isChecked: true,
    what: (creators) => TEXT.report.comparisonOf(creators),
  },
  profiles: {
    label: TEXT.report.profilesSideBySide,
    hint: TEXT.report.n1RequestACreator,
    priceEach: PROFILE_PRICE,
    isChecked: false,
    what: (creators) => TEXT.report.comparisonOf(creators),
  },
};

export const KIND_NAMES = Object.keys(KINDS) as ReportKind[];
