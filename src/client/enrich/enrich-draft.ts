import { isPlatform } from '../../schema/platform';
import type { EnrichForm, EnrichView, Selection, SelectionForm } from '../../sidebar/enrich-calls';
import { keepForm, kept } from '../form/kept';
import type { ByStatus } from '../run/left-out';
import { wholeOf } from '../run/typed-cap';
import { EMPTY_SELECTION, sentSelection, type SelectionDraft } from '../selection/use-selection-tab';
import { DEFAULT_FIELDS } from './field-group';

export type EnrichAction = EnrichForm['action'];
export type Which = SelectionForm['which'];
export type Mode = EnrichForm['mode'];

/** What stands in the tab, as chosen and typed. */
export interface EnrichDraft extends SelectionDraft {
  action: EnrichAction;
  /** What was chosen for this sheet, see `fieldsIn`. */
  fields: string[];
  /** Nobody has chosen for this sheet: the server proposes what it does not have yet. */
  isProposed: boolean;
  /** What was chosen last, wherever. */
  wished: string[];
  which: Which;
  /** For `old`. */
  days: string;
  /** Undefined: what fits the sheet, see `modeOf`. */
  mode: Mode | undefined;
  /** Of several columns with a field's header the first is written to. */
  takesDoubles: boolean;
  /** What is done with creators whose status skips them. */
  byStatus: ByStatus;
}

export const EMPTY_ENRICH: EnrichDraft = {
  ...EMPTY_SELECTION,
  action: 'enrich',
  fields: [],
  isProposed: true,
  wished: [...DEFAULT_FIELDS],
  which: 'all',
  days: '30',
  mode: undefined,
  takesDoubles: false,
  byStatus: 'skip',
};

/** After a start: what was meant for one run goes, what people keep using stays. */
export const afterEnrich = (draft: EnrichDraft): EnrichDraft => ({
  ...draft,
  // What was bought is there now.
  isProposed: true,
  which: 'all',
  again: false,
  mode: undefined,
  takesDoubles: false,
  byStatus: 'skip',
  cap: '',
});

/** Days that can be counted, else undefined. */
export const daysOf = ({ days }: EnrichDraft): number | undefined => wholeOf(days);

/** The draft with the fields that are meant: those that were chosen, or those that the server proposed. */
export const fieldsIn = (draft: EnrichDraft, proposed: readonly string[] | undefined): EnrichDraft =>
  draft.isProposed ? { ...draft, fields: [...(proposed ?? draft.wished)], isProposed: false } : draft;

/** What the price depends on. */
export const rowsForm = (draft: EnrichDraft): SelectionForm => ({
  ...sentSelection(draft),
  fields: draft.isProposed ? draft.wished : draft.fields,
  ...(draft.isProposed && { proposes: true }),
  which: draft.which,
  olderThanDays: daysOf(draft) ?? 0,
  again: draft.again,
  ...(draft.byStatus === 'mark' && { byStatus: draft.byStatus }),
});

/** Where there are columns of an earlier run they are used: for what is asked anew their old values give way. */
export const modeOf = ({ mode, which, again }: EnrichDraft, hasRunBefore: boolean): Mode =>
  mode ?? (!hasRunBefore ? 'new' : which === 'old' || again ? 'overwrite' : 'fill');

/** What is paid for and would not be shown: cells with values keep them. */
export const hidesNewValues = (draft: EnrichDraft, hasRunBefore: boolean): boolean =>
  draft.action === 'enrich' && modeOf(draft, hasRunBefore) === 'fill' && (draft.which === 'old' || draft.again);

export function enrichForm(draft: EnrichDraft, { sheetId, keys, hasRunBefore }: Selection, cap: number): EnrichForm {
  const { column, platformColumn, headerRow, blocks, edges, platform, reading } = keys;
  return {
    ...rowsForm(draft),
    action: draft.action,
    sheetId,
    // On their way here nulls have become undefined, which the server does not take.
    keys: {
      column,
      platformColumn: platformColumn ?? null,
      headerRow: headerRow ?? null,
      blocks,
      edges,
      ...(platform !== undefined && { platform }),
      ...(reading && { reading }),
    },
    mode: modeOf(draft, hasRunBefore),
    ...(draft.takesDoubles && { takesDoubles: true }),
    cap,
  };
}

/** A trial that has begun: what was meant, and what the rest of it costs at most. */
export interface Tried {
  runId: string;
  form: EnrichForm;
  creators: number;
  /** With the rest. */
  all: number;
  /** Of the rest. */
  requests: number;
}

/** The other rows, into the columns of the trial. */
export const restForm = ({ form, requests }: Tried): EnrichForm => ({
  ...form,
  part: 'rest',
  mode: form.mode === 'new' ? 'fill' : form.mode,
  cap: requests,
});

/** The rows that a finished run leaves to do. */
export const draftFor = (
  draft: EnrichDraft,
  which: Which,
  { action, fields }: Pick<EnrichView, 'action' | 'fields'>,
): EnrichDraft => ({
  ...draft,
  which,
  // What was queued has data to get, some days later.
  action: which === 'queued' ? 'enrich' : action,
  ...(fields.length > 0 ? { fields: [...fields], isProposed: false } : {}),
  again: false,
  mode: undefined,
});

/** What was kept by an earlier opening of the page; the rest is as at first. */
export function parseEnrichDraft(text: string | null): EnrichDraft {
  try {
    const { platform, fields } = JSON.parse(text ?? '') as Partial<EnrichDraft>;
    const isKnown = platform === '' || (typeof platform === 'string' && isPlatform(platform));
    const isFields = Array.isArray(fields) && fields.length > 0 && fields.every((name) => typeof name === 'string');
    return { ...EMPTY_ENRICH, ...(isKnown ? { platform } : {}), ...(isFields ? { wished: fields } : {}) };
  } catch {
    return EMPTY_ENRICH;
  }
}

const NAME = 'enrich';

export const keptEnrich = (): EnrichDraft => parseEnrichDraft(kept(NAME));
export const keepEnrich = ({ platform, wished }: EnrichDraft): void => keepForm(NAME, { platform, fields: wished });
