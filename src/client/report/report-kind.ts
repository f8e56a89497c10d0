import type { ReportKind } from '../../sidebar/report-calls';
import { AUDIENCE_PRICE, PROFILE_PRICE } from '../enrich/field-group';
import { count } from '../format';

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
    label: 'Audience report, a sheet each',
    hint: '20 requests a creator',
    priceEach: AUDIENCE_PRICE,
    isChecked: true,
    what: (creators) => count(creators, 'report'),
  },
  comparison: {
    label: 'Audience comparison, up to 20 on one sheet',
    hint: '20 requests a creator',
    priceEach: AUDIENCE_PRICE,
    isChecked: true,
    what: (creators) => 'comparison of ' + creators,
  },
  profiles: {
    label: 'Profiles side by side',
    hint: '1 request a creator',
    priceEach: PROFILE_PRICE,
    isChecked: false,
    what: (creators) => 'comparison of ' + creators,
  },
};

export const KIND_NAMES = Object.keys(KINDS) as ReportKind[];
