/**
 * Everything that Sheets, menus and triggers can call. Each export becomes a plain top-level function under its JSDoc.
 * Nothing here calls a service at load: all global code runs before every formula, and forbidden calls remove the menu.
 */
import { messageOf } from '../core/error';
import type { Scheduler } from '../core/ports';
import { audience } from '../functions/audience';
import { balance } from '../functions/balance';
import { cities } from '../functions/cities';
import { content } from '../functions/content';
import { followers } from '../functions/followers';
import type { Formula } from '../functions/formula';
import { profile } from '../functions/profile';
import { profileNumber } from '../functions/profile-number';
import { search, searchCount } from '../functions/search';
import { status } from '../functions/status';
import { timeline } from '../functions/timeline';
import { languageOf, languageOfGoogle } from '../jobs/account/language';
import { sendQuietly } from '../jobs/archive/archive';
import { updateCampaigns } from '../jobs/schedule/campaign-night';
import { runSyncs } from '../jobs/schedule/content-schedule';
import {
  act as actIn,
  freezeAction,
  pauseAction,
  recalculateAction,
  usageAction,
  type Desk,
} from '../jobs/menu/menu-action';
import { inTurn } from '../jobs/schedule/night';
import { restoreFormulas } from '../jobs/menu/recalculate';
import { keepChanges } from '../jobs/history/what-changed';
import { keepHistory } from '../jobs/run/history-drain';
import { templateAction } from '../jobs/template/insert-template';
import { runSchedule } from '../jobs/schedule/schedule';
import { CATEGORIES } from '../schema/category';
import { speak } from '../schema/language';
import { notGranted } from '../schema/not-granted';
import { answerCall } from '../sidebar/surface';
import { bigQuery } from './big-query';
import { consent, refusalOf } from './consent';
import { dialogs } from './dialogs';
import { host } from './host';
import { addMenu } from './menu';
import { scheduler } from './scheduler';
import { showSidebar } from './sidebar';
import { workbook } from './workbook';
import { fittedShown } from '../sheet/safe-text';

/** What clicks and triggers work with; formulas have the host alone. */
const desk: Desk & { scheduler: Scheduler } = {
  host,
  workbook,
  dialogs,
  scheduler,
  consent,
  // Asked for when it is needed: no global code names a service.
  get archive() {
    return bigQuery();
  },
};
const speaking = (): void => speak(() => languageOf(host));
const act: typeof actIn = (...given) => {
  speaking();
  actIn(...given);
};
/** The rights of a click that opens the sidebar, of Help, which asks nobody, and of one that works on the sheet. */
const SIDEBAR = ['page', 'sheet', 'web'] as const;
const HELP = ['page'] as const;
const SHEET = ['sheet'] as const;

/** One calculation. A cell's note shows an error's message alone, without our class name. */
function cell<T>(calculate: (formula: Formula) => T): T {
  try {
    return fittedShown(calculate({ host, startedMs: host.clock.now() }));
  } catch (error) {
    const shown = new Error(messageOf(refusalOf(error) ?? error));
    shown.name = '';
    throw shown;
  }
}

/**
 * A creator's followers. Free on Instagram, TikTok, YouTube and Twitch, otherwise 1 request. What is saved is free.
 *
 * @param {string|Array<Array<string>>} platform instagram, tiktok, youtube, twitch, facebook or snapchat: a cell or a range
 * @param {string|Array<Array<string>>} handle handle, @handle, profile URL, id:... or uid:...: a cell or a range
 * @return {number} followers, in the shape of the arguments
 * @customfunction
 */
export function INFLU_FOLLOWERS(platform: unknown, handle: unknown): unknown {
  return cell((formula) => followers(formula, platform, handle));
}

/**
 * A creator's engagement in percent (4.2 means 4.2 %). Costs 1 request per creator; what is saved is free.
 *
 * @param {string|Array<Array<string>>} platform instagram, tiktok, youtube, twitch, facebook or snapchat: a cell or a range
 * @param {string|Array<Array<string>>} handle handle, @handle, profile URL, id:... or uid:...: a cell or a range
 * @return {number} percent, in the shape of the arguments
 * @customfunction
 */
export function INFLU_ENGAGEMENT(platform: unknown, handle: unknown): unknown {
  return cell((formula) => profileNumber(formula, 'engagement', platform, handle));
}

/**
 * A creator's follower growth in percent per month. Costs 1 request per creator; what is saved is free.
 *
 * @param {string|Array<Array<string>>} platform instagram, tiktok, youtube, twitch, facebook or snapchat: a cell or a range
 * @param {string|Array<Array<string>>} handle handle, @handle, profile URL, id:... or uid:...: a cell or a range
 * @return {number} percent, in the shape of the arguments
 * @customfunction
 */
export function INFLU_GROWTH(platform: unknown, handle: unknown): unknown {
  return cell((formula) => profileNumber(formula, 'growth', platform, handle));
}

/**
 * Fields of a creator's profile: a value for one field, a row per creator for several. Costs 1 request per creator; what is saved is free.
 *
 * @param {string|Array<Array<string>>} platform instagram, tiktok, youtube, twitch, facebook or snapchat: a cell or a range
 * @param {string|Array<Array<string>>} handle handle, @handle, profile URL, id:... or uid:...: a cell or a range
 * @param {string|Array<Array<string>>} fields optional: "followers, country, stats.avgLikes" or a range of names; followers when left out
 * @param {boolean} headers optional: TRUE puts a row of headers first
 * @return {Array<Array<string|number|boolean|Date>>} the values
 * @customfunction
 */
export function INFLU_PROFILE(platform: unknown, handle: unknown, fields: unknown, headers: unknown): unknown {
  return cell((formula) => profile(formula, platform, handle, fields, headers));
}

/**
 * A creator's history as rows of date and value, for charts and SPARKLINE. Costs 1 request; what is saved is free.
 *
 * @param {string} platform instagram, tiktok, youtube, twitch, facebook or snapchat
 * @param {string} handle handle, @handle, profile URL, id:... or uid:...
 * @param {string} metric optional: followers (when left out), following, posts, engagement
 * @return {Array<Array<Date|number>>} rows of date and value, oldest first
 * @customfunction
 */
export function INFLU_TIMELINE(platform: unknown, handle: unknown, metric: unknown): unknown {
  return cell((formula) => timeline(formula, platform, handle, metric));
}

/**
 * Whether influData has a creator: ready, no audience data, queued, private or not found. Free.
 *
 * @param {string|Array<Array<string>>} platform instagram, tiktok, youtube or twitch: a cell or a range
 * @param {string|Array<Array<string>>} handle handle, @handle, profile URL, id:... or uid:...: a cell or a range
 * @param {string|Array<Array<string>>} fields optional: "lastRefreshDate, hasAudienceData, timelineDatapoints"
 * @return {string} the status, or the fields
 * @customfunction
 */
export function INFLU_STATUS(platform: unknown, handle: unknown, fields: unknown): unknown {
  return cell((formula) => status(formula, platform, handle, fields));
}

/**
 * A creator's audience as rows of section, label and share. Costs 20 requests; what is saved is free. Turn it on first, under Account › More.
 *
 * @param {string} platform instagram, tiktok or youtube
 * @param {string} handle handle, @handle, profile URL, id:... or uid:...
 * @param {string} section optional: gender, age, countries, cities, languages, interests, quality
 * @return {Array<Array<string|number>>} rows of section, label and share from 0 to 1; where it is not a share, a note on what it is
 * @customfunction
 */
export function INFLU_AUDIENCE(platform: unknown, handle: unknown, section: unknown): unknown {
  return cell((formula) => audience(formula, platform, handle, section));
}

/**
 * Creators who match filters, a row each, 20 per page. Costs 1 request per page; what is saved is free.
 *
 * @param {string} platform instagram, tiktok, youtube, twitch, facebook or snapchat
 * @param {string|Array<Array<string>>} filters "country=Germany; followerMin=10000; keywords=personal trainer, fitness coach" or a range of two columns, name and value
 * @param {number} pages optional: pages of 20 creators, 1 to 10; 1 when left out
 * @param {string|Array<Array<string>>} fields optional: "username, followers, score" or a range of names
 * @return {Array<Array<string|number>>} a row per creator
 * @customfunction
 */
export function INFLU_SEARCH(platform: unknown, filters: unknown, pages: unknown, fields: unknown): unknown {
  return cell((formula) => search(formula, platform, filters, pages, fields));
}

/**
 * How many creators match filters. Costs 1 request, shared with INFLU_SEARCH; what is saved is free.
 *
 * @param {string} platform instagram, tiktok, youtube, twitch, facebook or snapchat
 * @param {string|Array<Array<string>>} filters "country=Germany; followerMin=10000" or a range of two columns, name and value
 * @return {number} how many
 * @customfunction
 */
export function INFLU_COUNT(platform: unknown, filters: unknown): unknown {
  return cell((formula) => searchCount(formula, platform, filters));
}

/**
 * Posts that match filters, a row each. Costs 1 request per post; what is saved is free. Turn it on first, under Account › More.
 *
 * @param {string|Array<Array<string>>} filters "platform=tiktok; tags=fashion; followerMin=10000" or a range of two columns, name and value
 * @param {number} posts optional: how many posts at most, 1 to 100; 20 when left out
 * @return {Array<Array<string|number|Date>>} rows of platform, handle, type, uploaded, reach, likes, comments, caption and link
 * @customfunction
 */
export function INFLU_CONTENT(filters: unknown, posts: unknown): unknown {
  return cell((formula) => content(formula, filters, posts));
}

/**
 * Requests left on the API key that formulas use. Free; updated every 10 minutes at most.
 *
 * @return {number} requests left
 * @customfunction
 */
export function INFLU_BALANCE(): unknown {
  return cell((formula) => balance(formula));
}

/**
 * The cities of a country that you can search by, one per row. Free.
 *
 * @param {string} country for example Germany
 * @return {Array<Array<string>>} names of cities
 * @customfunction
 */
export function INFLU_CITIES(country: unknown): unknown {
  return cell((formula) => cities(formula, country));
}

/**
 * The categories that you can search by, as rows of key and label. Free.
 *
 * @return {Array<Array<string>>} rows of key and label
 * @customfunction
 */
export function INFLU_CATEGORIES(): unknown {
  return cell(() => CATEGORIES.map(([key, label]) => [key, label]));
}

/**
 * Adds the menu when a spreadsheet opens.
 */
export function onOpen(event?: { authMode?: unknown }): void {
  // Where the add-on is not enabled, one call that is forbidden may cost the menu, also one that is caught.
  const isEnabled = String(event?.authMode) !== 'NONE';
  speak(() => (isEnabled ? languageOf(host) : languageOfGoogle(host)));
  addMenu();
  try {
    if (isEnabled) restoreFormulas(desk);
  } catch {
    // Whatever is clicked next does the same.
  }
}

/**
 * Adds the menu right after the add-on was installed.
 */
export function onInstall(): void {
  speaking();
  addMenu();
}

/**
 * Menu: opens the sidebar to find creators.
 */
export function menuFind(): void {
  act(desk, SIDEBAR, () => showSidebar('find'));
}

/**
 * Menu: opens the sidebar to enrich the selected creators.
 */
export function menuEnrich(): void {
  act(desk, SIDEBAR, () => showSidebar('enrich'));
}

/**
 * Menu: opens the sidebar for audience reports on the selected creators.
 */
export function menuReport(): void {
  act(desk, SIDEBAR, () => showSidebar('reports'));
}

/**
 * Menu: opens the sidebar to compare the selected creators.
 */
export function menuCompare(): void {
  act(desk, SIDEBAR, () => showSidebar('compare'));
}

/**
 * Menu: opens the sidebar to find posts.
 */
export function menuContent(): void {
  act(desk, SIDEBAR, () => showSidebar('content'));
}

/**
 * Menu: opens the sidebar to manage creators that were found.
 */
export function menuManage(): void {
  act(desk, SIDEBAR, () => showSidebar('manage'));
}

/**
 * Menu: inserts a sheet to shortlist creators.
 */
export function menuShortlist(): void {
  act(desk, SHEET, (at) => templateAction(at, 'shortlist'));
}

/**
 * Menu: inserts a sheet to vet creators.
 */
export function menuVetting(): void {
  act(desk, SHEET, (at) => templateAction(at, 'vetting'));
}

/**
 * Menu: inserts a sheet to track a campaign.
 */
export function menuCampaign(): void {
  act(desk, SHEET, (at) => templateAction(at, 'campaign'));
}

/**
 * Menu: inserts a media plan.
 */
export function menuPlan(): void {
  act(desk, SHEET, (at) => templateAction(at, 'plan'));
}

/**
 * Menu: opens the sidebar with the API key, the balance and the settings.
 */
export function menuAccount(): void {
  act(desk, SIDEBAR, () => showSidebar('account'));
}

/**
 * Menu: recalculates unfinished formulas.
 */
export function menuRecalculateUnfinished(): void {
  act(desk, SHEET, recalculateAction);
}

/**
 * Menu: replaces the selected formulas with their values.
 */
export function menuFreezeSelection(): void {
  act(desk, SHEET, (at) => freezeAction(at, 'selection'));
}

/**
 * Menu: replaces the sheet's formulas with their values.
 */
export function menuFreezeSheet(): void {
  act(desk, SHEET, (at) => freezeAction(at, 'sheet'));
}

/**
 * Menu: pauses or resumes spending.
 */
export function menuPauseSpending(): void {
  act(desk, [], pauseAction);
}

/**
 * Menu: shows what was spent and writes the log tab.
 */
export function menuUsage(): void {
  act(desk, SHEET, usageAction);
}

/**
 * Menu: opens the sidebar on Help.
 */
export function menuHelp(): void {
  act(desk, HELP, () => showSidebar('help'));
}

/**
 * Everything that the sidebar's page asks: a name and what belongs to it.
 */
export function influSidebar(name: unknown, given: unknown): unknown {
  speaking();
  return answerCall({ ...desk, reopen: () => showSidebar('account') }, name, given);
}

/**
 * Trigger: refreshes rows that have become old, where a schedule was set.
 */
export function scheduledRefresh(): void {
  const beganMs = host.clock.now();
  restoreFormulas(desk);
  inTurn(desk, () => {
    const missing = consent.missing(['sheet', 'web']);
    if (missing.length > 0) throw notGranted(missing);
    runSchedule(desk);
    runSyncs(desk, beganMs);
    updateCampaigns(desk);
    keepHistory(desk);
    keepChanges(desk);
    sendQuietly(desk);
  });
}
