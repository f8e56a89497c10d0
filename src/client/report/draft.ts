import { isPlatform, type Platform } from '../../schema/platform';
import type { CreatorsForm, ReportForm, ReportKind, ReportSelectionForm } from '../../sidebar/report-calls';
import type { SelectionChoices } from '../../sidebar/selection-calls';
import { keep, kept } from '../form/kept';
import { capOf } from '../run/cap';
import { sentChoices } from '../run/choices';
import { KIND_NAMES } from './report-kind';

/** What stands in the tab, as chosen and typed. */
export interface ReportDraft {
  /** For handles that name none; blank: each names its own. */
  platform: Platform | '';
  /** How this sheet's selections are read, as far as it was said. */
  choices: SelectionChoices;
  kind: ReportKind;
  /** Buys again what is fresh. */
  again: boolean;
  /** What this run may spend at most; blank: the setting. */
  cap: string;
}

export const EMPTY_DRAFT: ReportDraft = { platform: 'instagram', choices: {}, kind: 'sheets', again: false, cap: '' };

/** After a start: what was meant for one run goes. */
export const afterStart = (draft: ReportDraft): ReportDraft => ({ ...draft, again: false, cap: '' });

/** Whom the selection names. */
export const creatorsForm = ({ platform, choices }: ReportDraft): CreatorsForm => ({
  platform,
  ...sentChoices(choices),
});

/** What the price depends on. */
export const selectionForm = ({ kind, again, ...draft }: ReportDraft): ReportSelectionForm => ({
  ...creatorsForm({ kind, again, ...draft }),
  kind,
  again,
});

export const reportForm = ({ kind, again, cap }: ReportDraft, keys: readonly string[]): ReportForm => ({
  kind,
  keys: [...keys],
  again,
  cap: capOf(cap) ?? null,
});

/** What was kept by an earlier opening of the page; the rest is as at first. */
export function parseDraft(text: string | null): ReportDraft {
  try {
    const { platform, kind } = JSON.parse(text ?? '') as Partial<ReportDraft>;
    const isKnown = platform === '' || (typeof platform === 'string' && isPlatform(platform));
    const knownKind = KIND_NAMES.find((name) => name === kind);
    return { ...EMPTY_DRAFT, ...(isKnown ? { platform } : {}), ...(knownKind ? { kind: knownKind } : {}) };
  } catch {
    return EMPTY_DRAFT;
  }
}

const NAME = 'report';

/** The menu's *Compare creators* asks for profiles, whatever was made last. */
export function keptDraft(): ReportDraft {
  const draft = parseDraft(kept(NAME));
  return document.body.dataset['tab'] === 'compare' ? { ...draft, kind: 'profiles' } : draft;
}
export const keepDraft = ({ platform, kind }: ReportDraft): void => keep(NAME, { platform, kind });
