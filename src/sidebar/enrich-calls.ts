import type { EnrichPrice } from '../jobs/enrich/enrich-plan';
import type { EnrichPlan, EnrichRun } from '../jobs/enrich/enrich-state';
import type { KeyReading } from '../jobs/selection/key-column';
import type { Schedule } from '../jobs/schedule/schedule';
import type { Platform } from '../schema/platform';
import type { LeftOutView } from './pipeline-calls';
import type { RunBase } from './run-base';
import type { SelectedCells, SelectionChoices } from './selection-calls';

/** What the *Enrich* tab may ask of the server. */
export interface EnrichCalls {
  /** What stands in the selected cells, and what its data would cost. Free, sends nothing. */
  readSelection: { gives: SelectionForm; gets: Selection };
  /** Plans a run over the selected rows and makes its columns; nothing is spent before the first step. */
  startEnrich: { gives: EnrichForm; gets: EnrichView };
  /** Refreshes rows of the sheet in front every day when their data is old; null ends that. Free by itself. */
  setSchedule: { gives: { schedule: ScheduleForm | null }; gets: { schedule: ScheduleView | null } };
}

export interface SelectionForm extends Pick<EnrichPlan, 'fields' | 'which' | 'olderThanDays' | 'again' | 'byStatus'> {
  /** For handles that name none themselves; blank: those are unreadable. */
  platform: Platform | '';
  /** How the selection is read, as far as somebody has said so. */
  choices?: SelectionChoices;
  /** Nobody has chosen fields for this sheet: what it does not have is proposed instead, and priced. */
  proposes?: boolean;
}

/** What the creators cost, and what else stands in the cells. */
export interface Selection extends EnrichPrice, SelectedCells {
  sheetId: number;
  /** What is passed back when the run starts. */
  keys: SelectedKeys;
  /** The header over the handles; blank: there is none, so new columns get none either. */
  header: string;
  /** Rows with something in them, and rows without. */
  rows: number;
  blanks: number;
  /** Rows that repeat a creator. */
  duplicates: number;
  platforms: { platform: string; creators: number }[];
  /** Paths seen in a real answer that the catalogue has no name for. */
  paths: string[];
  /** There are columns of an earlier run on this sheet: its failed, queued and old rows can be chosen. */
  hasRunBefore: boolean;
  /** The fields that were priced: those that were asked for, or a proposal. */
  fields: string[];
  /** Fields that the sheet has values of. */
  there: string[];
  /** Fields that influData gave for none of the last creators, and how many these were. */
  notGiven: { field: string; creators: number }[];
  /** So many creators can be tried first. */
  firstCreators: number;
  /** Fields whose header stands over several columns, and the one that would be written to: none is without being asked. */
  doubles: { field: string; header: string; columns: number[] }[];
  /** Creators among these whose status leaves them out: they cost nothing, unless they are only marked. */
  leftOut?: LeftOutView;
  /** The daily refresh, if there is one, of whatever sheet. */
  schedule: ScheduleView | null;
}

/** Rows and columns count from 1. */
export interface SelectedKeys {
  column: number;
  platformColumn: number | null;
  headerRow: number | null;
  blocks: { row: number; rows: number }[];
  /** Tells what was read: rows that were moved and cells that were edited since are noticed by it. */
  edges: string;
  /** How the cells are read, and the platform of those that name none. */
  platform?: Platform | '';
  reading?: KeyReading;
}

export interface EnrichForm
  extends SelectionForm, Pick<EnrichPlan, 'action' | 'sheetId' | 'mode' | 'takesDoubles' | 'part'> {
  keys: SelectedKeys;
  /** The most that this run may spend; null: the setting. */
  cap: number | null;
}

export interface EnrichView
  extends RunBase, Pick<EnrichRun, 'kind' | 'action' | 'fields' | 'rows' | 'counts' | 'leftOut' | 'byStatus'> {
  /** Rows that have their outcome. */
  doneRows: number;
}

export interface ScheduleForm extends Schedule {
  platform: Platform | '';
}

export interface ScheduleView extends Omit<ScheduleForm, 'reading'> {
  sheet: string;
}
