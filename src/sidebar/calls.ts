import type { ErrorCode } from '../core/error';
import type { AccountCalls, Account } from './account-calls';
import type { WelcomeCalls } from './welcome-calls';
import type { ArchiveCalls } from './archive-calls';
import type { AlikeCalls } from './alike-calls';
import type { CampaignCalls } from './campaign-calls';
import type { ClientSheetCalls } from './client-sheet-calls';
import type { DownloadCalls } from './download-calls';
import type { FindCalls, SearchView, SavedSearch } from './find-calls';
import type { EnrichCalls, EnrichView } from './enrich-calls';
import type { ConflictCalls } from './conflict-calls';
import type { GlanceCalls } from './glance-calls';
import type { ContentCalls, ContentView } from './content-calls';
import type { ReportCalls, ReportView } from './report-calls';
import type { HelpCalls } from './help-calls';
import type { HistoryCalls } from './history-calls';
import type { PipelineCalls } from './pipeline-calls';
import type { RunCalls } from './run-calls';
import type { StoredDataCalls } from './stored-data-calls';
import type { TemplateCalls } from './template-calls';
import type { VettingCalls } from './vetting-calls';

/**
 * Everything that the sidebar's page may ask of the server, by name: what it gives and what it gets. Types alone; the
 * page takes nothing else from here. Instants are ISO texts, prices and balances are in requests.
 */
export interface Calls
  extends
    AccountCalls,
    WelcomeCalls,
    FindCalls,
    AlikeCalls,
    ArchiveCalls,
    RunCalls,
    EnrichCalls,
    ReportCalls,
    ContentCalls,
    ConflictCalls,
    GlanceCalls,
    HelpCalls,
    HistoryCalls,
    TemplateCalls,
    CampaignCalls,
    ClientSheetCalls,
    VettingCalls,
    PipelineCalls,
    DownloadCalls,
    StoredDataCalls {
  /** What the page shows first. Free. */
  open: { gives: Record<string, never>; gets: Opening };
}

export type CallName = keyof Calls;

/** Errors cross as data: a page that is thrown at knows only a text. */
export type CallReply<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };

export interface Opening {
  account: Account;
  searches: SavedSearch[];
  /** Why `searches` is empty, if the saved ones cannot be read. */
  searchesStopped?: string;
  /** The newest run of each kind that is not finished. */
  runs: { search?: SearchView; enrich?: EnrichView; report?: ReportView; content?: ContentView };
  /** The spreadsheet's, for example `de_DE`: numbers and dates are read by it. */
  locale: string;
  /** The permissions that are missing, in a sentence, with Google's page on which to grant them. */
  missing?: { message: string; url?: string };
  /** Between the arguments of a formula in this spreadsheet's locale. */
  separator: ',' | ';';
}
