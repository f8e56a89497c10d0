import type { Platform } from '../../schema/platform';
import type { ScheduleForm } from '../../sidebar/calls';
import { readWholes, type Limits } from '../form/whole';

/** What is typed, as it is typed. */
export interface ScheduleDraft {
  days: string;
  hour: string;
  cap: string;
}

const LIMITS: Limits<keyof ScheduleDraft> = { days: [1, 3650], hour: [0, 23], cap: [1, 100_000] };

/** The form, or what is wrong beside each field. */
export function readSchedule(
  draft: ScheduleDraft,
  sheetId: number,
  platform: Platform | '',
  kept: Pick<ScheduleForm, 'reading' | 'hidden'> = {},
): { form?: ScheduleForm; problems: Partial<Record<keyof ScheduleDraft, string>> } {
  const { values, problems } = readWholes(draft, LIMITS);
  const { days, hour, cap } = values;
  return Object.keys(problems).length > 0
    ? { problems }
    : { form: { sheetId, platform, olderThanDays: days, hour, cap, ...kept }, problems };
}
