import type { ReportKind } from '../../sidebar/report-calls';
import { AUDIENCE_PRICE, PROFILE_PRICE } from '../enrich/field-group';
import { TEXT } from '../text/text';

export interface KindText {
  label: string;
  hint: string;
  /** Requests a creator, at most. */
  priceEach: number;
  /** There is a free check which of them have audience data. */
  isChecked: boolean;
  /** "Create 9 reports · 180 requests". */
  button: (creators: number, price: number) => string;
}

export const KINDS: Record<ReportKind, KindText> = {
  sheets: {
    label: TEXT.report.kindSheets,
    hint: TEXT.report.priceEach(AUDIENCE_PRICE),
    priceEach: AUDIENCE_PRICE,
    isChecked: true,
    button: TEXT.report.createReports,
  },
  comparison: {
    label: TEXT.report.kindComparison,
    hint: TEXT.report.priceEach(AUDIENCE_PRICE),
    priceEach: AUDIENCE_PRICE,
    isChecked: true,
    button: TEXT.report.compareAudiences,
  },
  profiles: {
    label: TEXT.report.kindProfiles,
    hint: TEXT.report.priceEach(PROFILE_PRICE),
    priceEach: PROFILE_PRICE,
    isChecked: false,
    button: TEXT.report.compareCreators,
  },
};

export const KIND_NAMES = Object.keys(KINDS) as ReportKind[];
