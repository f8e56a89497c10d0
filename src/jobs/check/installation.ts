import { InfluError, type ErrorCode } from '../../core/error';
import type { Scheduler, Tools } from '../../core/ports';
import { bundleVersion } from '../../core/version';
import { separatorOf } from '../../schema/locale';
import { MINUTE_MS } from '../../core/time';
import { readArchive } from '../archive/archive-state';
import { scheduledSyncs } from '../content/content-sync';
import { readSchedule } from '../schedule/schedule';
import { checkApi, checkBalance, checkKey, checkSpending } from './account-check';
import { fault, ok, warning, type Finding } from './finding';
import { checkCache, checkLock, checkProperties, checkSheet } from './google-check';

type CheckTools = Tools & { scheduler: Scheduler };

/** In the order in which they are shown. None costs a request. */
const CHECKS = {
  version: () => ok({ version: bundleVersion() }),
  sheet: ({ workbook }) => checkSheet(workbook),
  lock: ({ host }) => checkLock(host),
  cache: ({ host }) => checkCache(host),
  documentProperties: ({ host }) => checkProperties(host.documentProperties, host),
  userProperties: ({ host }) => checkProperties(host.userProperties, host),
  key: ({ host }) => checkKey(host),
  api: ({ host }) => checkApi(host),
  balance: ({ host }) => checkBalance(host),
  spending: ({ host }) => checkSpending(host),
  locale: ({ host }) => checkLocale(host.locale()),
  timeZone: (tools) => checkTimeZone(tools),
  schedule: (tools) => checkSchedule(tools),
  bigQuery: (tools) => checkArchive(tools),
} satisfies Record<string, (tools: CheckTools) => Finding | undefined>;

export type CheckCode = keyof typeof CHECKS;

/** One line of *Check this installation*. */
export interface CheckLine extends Finding {
  code: CheckCode;
}

export function checkInstallation(tools: CheckTools): CheckLine[] {
  return (Object.keys(CHECKS) as CheckCode[]).flatMap((code) => {
    const finding = found(() => CHECKS[code](tools));
    return finding ? [{ code, ...finding }] : [];
  });
}

/** What stands for itself; anything else is Google's refusal. */
const TOLD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'noKey',
  'storeUnreadable',
  'newerState',
  'notAllowed',
  'notGranted',
]);

function found(check: () => Finding | undefined): Finding | undefined {
  try {
    return check();
  } catch (error) {
    const isTold = error instanceof InfluError && TOLD.has(error.code);
    return fault(isTold ? error.code : 'refused');
  }
}

const checkLocale = (locale: string): Finding =>
  locale === '' ? warning('unknown') : ok({ locale, separator: separatorOf(locale) });

const schedulesOf = ({ host }: CheckTools): number => {
  const properties = host.documentProperties.all();
  return (readSchedule(properties) ? 1 : 0) + scheduledSyncs(properties).length;
};

/** Hours of schedules are the script's, days of caps the spreadsheet's; only who has a schedule sees the difference. */
function checkTimeZone(tools: CheckTools): Finding {
  const figures = { spreadsheet: tools.host.timeZone(), script: tools.scheduler.timeZone() };
  const isSame = figures.spreadsheet === figures.script;
  return isSame || schedulesOf(tools) === 0 ? ok(figures) : warning('differs', figures);
}

function checkSchedule(tools: CheckTools): Finding {
  const schedules = schedulesOf(tools);
  if (schedules === 0) return ok({ schedules });
  const triggers = tools.scheduler.count();
  return triggers > 0 ? ok({ schedules, triggers }) : fault('noTrigger', { schedules, triggers });
}

/** No line where rows go nowhere. */
function checkArchive({ archive, host }: CheckTools): Finding | undefined {
  const state = archive && readArchive(host);
  if (!state?.problem) return state && ok();
  const ageMinutes = Math.floor((host.clock.now() - state.problem.atMs) / MINUTE_MS);
  return fault('rowsRefused', { why: state.problem.code, ageMinutes });
}

/** Not in what is copied, though it is no secret: it tells keys apart. */
const PRIVATE: ReadonlySet<string> = new Set(['end']);

/** For a bug report. */
export const installationText = (lines: readonly CheckLine[]): string =>
  lines
    .map(({ code, state, problem, figures }) => {
      const details = Object.entries(figures).flatMap(([name, figure]) =>
        PRIVATE.has(name) ? [] : [`${name} ${figure}`],
      );
      return [`${code}: ${state}${problem === undefined ? '' : `, ${problem}`}`, ...details].join('; ');
    })
    .join('\n');
