import { spokenOf } from '../schema/language';
import { badInput, InfluError, saidBy } from '../core/error';
import { lazy } from '../core/lazy';
import { StoreFull } from '../core/ports';
import { reportsToDataTab } from '../gate/data-tab-answers';
import { restoreFormulas } from '../jobs/menu/recalculate';
import { keepHistory } from '../jobs/run/history-drain';
import { notGranted } from '../schema/not-granted';
import { separatorOf } from '../schema/locale';
import { CONSENT, GATE, KEYS } from '../schema/said-text';
import { oneLook } from '../gate/one-look';
import { accountSurface, accountView } from './account';
import { welcomeSurface } from './welcome';
import { alikeSurface } from './alike';
import { archiveSurface } from './archive';
import { entry, nothing, taken, type CallTools, type Entry } from './argument';
import type { CallName, CallReply, Opening } from './calls';
import { campaignSurface } from './campaign';
import { clientSheetSurface } from './client-sheet';
import { conflictSurface } from './conflict';
import { contentSurface } from './content';
import { downloadSurface } from './download';
import { enrichSurface } from './enrich';
import { findSurface, searchViews } from './find';
import { glanceSurface } from './glance';
import { helpSurface } from './help';
import { historySurface } from './history';
import { pipelineSurface } from './pipeline';
import { reportSurface } from './report';
import { openViews, runSurface } from './runs';
import { storedDataSurface } from './stored-data';
import { templateSurface } from './template';
import { vettingSurface } from './vetting';

/** Everything that the page can do; anything else changes nothing. Made when asked for: formulas never need it. */
const surface = lazy((): { [Name in CallName]: Entry } => ({
  open: entry<'open'>(nothing, (tools) => {
    keepReports(tools);
    keepHistory(tools);
    const locale = tools.host.locale();
    return {
      account: accountView(tools),
      ...searchesOf(tools),
      runs: openViews(tools),
      locale,
      separator: separatorOf(locale),
      ...missingRights(tools),
    };
  }),
  ...accountSurface(),
  ...welcomeSurface(),
  ...findSurface(),
  ...alikeSurface(),
  ...enrichSurface(),
  ...runSurface(),
  ...reportSurface(),
  ...contentSurface(),
  ...conflictSurface(),
  ...glanceSurface(),
  ...templateSurface(),
  ...campaignSurface(),
  ...clientSheetSurface(),
  ...vettingSurface(),
  ...pipelineSurface(),
  ...downloadSurface(),
  ...storedDataSurface(),
  ...archiveSurface(),
  ...helpSurface(),
  ...historySurface(),
}));

/** A list that cannot be read must not keep anybody from the rest. */
function searchesOf(tools: CallTools): Pick<Opening, 'searches' | 'searchesStopped'> {
  try {
    return { searches: searchViews(tools) };
  } catch (error) {
    return { searches: [], searchesStopped: spokenOf(saidBy(error)) };
  }
}

/** What nearly every call needs. */
const RIGHTS = ['sheet', 'web'] as const;

function missingRights({ consent }: CallTools): Pick<Opening, 'missing'> {
  const missing = consent.missing(RIGHTS);
  if (missing.length === 0) return {};
  const url = consent.url(missing);
  return { missing: { message: spokenOf(CONSENT.missing(missing)), ...(url === undefined ? {} : { url }) } };
}

/** What Google refused for want of consent, whatever its words. */
function withoutConsent(error: unknown, tools: CallTools): InfluError | undefined {
  if (error instanceof InfluError && error.code !== 'unreachable') return undefined;
  const missing = tools.consent.missing(RIGHTS);
  return missing.length > 0 ? notGranted(missing) : undefined;
}

/** A convenience: if it fails, the sidebar opens all the same. */
function keepReports({ host }: CallTools): void {
  try {
    reportsToDataTab(host);
  } catch {
    // The next opening tries again, while the cache still has them.
  }
}

/** One call of the page. Never throws: errors cross as data. */
export function answerCall(tools: CallTools, name: unknown, given: unknown): CallReply<unknown> {
  try {
    const calls: Record<string, Entry> = surface();
    const known =
      typeof name === 'string' && Object.prototype.hasOwnProperty.call(calls, name) ? calls[name] : undefined;
    if (!known) throw badInput(KEYS.otherVersion);
    const form = taken(known.schema(), given);
    // A glance comes every two seconds: that would be too many reads of properties.
    const asked = name === 'open' ? { ...tools, host: oneLook(tools.host) } : tools;
    if (name !== 'glance') restoreFormulas(asked);
    return { ok: true, value: known.run(asked, form as never) };
  } catch (error) {
    if (error instanceof StoreFull) return { ok: false, code: 'hostLimit', message: spokenOf(GATE.storeFullSave) };
    const told = withoutConsent(error, tools) ?? error;
    return { ok: false, code: told instanceof InfluError ? told.code : 'sheet', message: spokenOf(saidBy(told)) };
  }
}
