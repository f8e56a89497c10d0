import { isPlatform } from '../../schema/platform';
import type { ReportForm, ReportKind, ReportSelectionForm } from '../../sidebar/report-calls';
import { keepForm, kept } from '../form/kept';
import { EMPTY_SELECTION, sentSelection, type SelectionDraft } from '../selection/use-selection-tab';
import { KIND_NAMES } from './report-kind';

/** What stands in the tab, as chosen and typed. */
export interface ReportDraft extends SelectionDraft {
  kind: ReportKind;
}

export const EMPTY_REPORT: ReportDraft = { ...EMPTY_SELECTION, kind: 'sheets' };

/** After a start: what was meant for one run goes. */
export const afterReport = (draft: ReportDraft): ReportDraft => ({ ...draft, again: false, cap: '' });

/** What the price depends on. */
export const reportSelectionForm = (draft: ReportDraft): ReportSelectionForm => ({
  ...sentSelection(draft),
  kind: draft.kind,
  again: draft.again,
});

export const reportForm = (
  { kind, again }: ReportDraft,
  { keys, agreed }: { keys: readonly string[]; agreed: number },
): ReportForm => ({
  kind,
  keys: [...keys],
  again,
  cap: agreed,
});

/** What was kept by an earlier opening of the page; the rest is as at first. */
export function parseReportDraft(text: string | null): ReportDraft {
  try {
    const { platform, kind } = JSON.parse(text ?? '') as Partial<ReportDraft>;
    const isKnown = platform === '' || (typeof platform === 'string' && isPlatform(platform));
    const knownKind = KIND_NAMES.find((name) => name === kind);
    return { ...EMPTY_REPORT, ...(isKnown ? { platform } : {}), ...(knownKind ? { kind: knownKind } : {}) };
  } catch {
    return EMPTY_REPORT;
  }
}

const NAME = 'report';

/** The menu's *Compare creators* asks for profiles, whatever was made last. */
export function keptReport(): ReportDraft {
  const draft = parseReportDraft(kept(NAME));
  return document.body.dataset['tab'] === 'compare' ? { ...draft, kind: 'profiles' } : draft;
}
export const keepReport = ({ platform, kind }: ReportDraft): void => keepForm(NAME, { platform, kind });
