import type { Platform } from '../schema/platform';
import type { MadeSheet } from '../jobs/report/fit-score';
import type { ReportKind } from '../jobs/report/report-creator';
import type { ReportPlan } from '../jobs/report/report-run';
import type { ReportCreator, ReportOffer } from '../jobs/report/report-selection';
import type { FitTargets } from '../sheet/fit-page';
import type { RunBase } from './run-base';
import type { SelectedCells, SelectionChoices } from './selection-calls';

/** What the *Reports* tab may ask of the server. */
export interface ReportCalls {
  /** The creators in the selected cells, and what their reports would cost as far as is known. Free, sends nothing. */
  readReport: { gives: ReportSelectionForm; gets: ReportSelection };
  /** The same after asking the free checkDataStatus about those that are not known: none without audience data is bought. */
  checkReport: { gives: ReportSelectionForm; gets: ReportSelection };
  /** Plans the run; nothing is spent before the first step. */
  startReport: { gives: ReportForm; gets: ReportView };
  /** Brings a sheet that a run made to the front. Free. */
  openReport: { gives: { sheet: string }; gets: Record<string, never> };
  /** Reports that influData had not ready when they were asked for; with `check`, after asking the free checkDataStatus. */
  pendingReports: { gives: { check: boolean }; gets: PendingReport[] };
  /** Takes these off the list of pending ones. */
  dropPending: { gives: { keys: string[] }; gets: PendingReport[] };
  /** Makes a sheet that says how much of each creator's audience is wanted, from reports at hand. Free, sends nothing. */
  fitScore: { gives: CreatorsForm & { targets: FitTargets }; gets: MadeSheet };
  /** Writes what a fee buys beside the selected handles, from data at hand. Free, sends nothing. */
  offerCheck: { gives: CreatorsForm & { feeColumn: number }; gets: MadeSheet };
}

export type { FitTargets, MadeSheet, ReportCreator, ReportKind };

export interface CreatorsForm {
  /** For handles that name none themselves; blank: those are unreadable. */
  platform: Platform | '';
  /** How the selection is read, as far as somebody has said so. */
  choices?: SelectionChoices;
}

export type ReportSelectionForm = CreatorsForm & Pick<ReportForm, 'kind' | 'again'>;

export interface ReportSelection extends ReportOffer, SelectedCells {
  /** Columns of the sheet in front, for the fee. */
  columns: { column: number; header: string }[];
  /** The column that looks like the fee. */
  feeColumn: number | null;
  /** What the last fit score looked for. */
  targets: FitTargets;
}

export interface ReportForm extends Omit<ReportPlan, 'what' | 'cap'> {
  kind: ReportKind;
  /** The most that this run may spend; null: the setting. */
  cap: number | null;
}

export interface ReportView extends RunBase {
  kind: 'report';
  what: ReportKind;
  /** Planned, and those that have their outcome. */
  creators: number;
  doneCreators: number;
  /** Names of the sheets that were made. */
  sheets: string[];
  /** Those without a report, and why: pending, no audience data, not found...; `said`: for people. */
  left: { handle: string; why: string; said: string }[];
}

export interface PendingReport {
  key: string;
  handle: string;
  platform: string;
  /** When influData said that it was not ready. */
  since: string;
  /** influData has it now: buying costs 20 requests. Undefined: not checked. */
  isReady?: boolean;
}
