import type { Platform } from '../../schema/platform';
import type { ScheduleForm } from '../../sidebar/calls';

/** What is typed, as it is typed. */
export interface ScheduleDraft {
  days: string;
  hour: string;
  cap: string;
}

const LIMITS: Record<keyof ScheduleDraft, readonly [least: number, most: number]> = {
  days: [1, 3650],
  hour: [0, 23],
  cap: [1, 100_000],
};

/** The form, or what is wrong beside each field. */
export function readSchedule(
  draft: ScheduleDraft,
  sheetId: number,
  platform: Platform | '',
): { form?: ScheduleForm; problems: Partial<Record<keyof ScheduleDraft, string>> } {
  const problems: Partial<Record<keyof ScheduleDraft, string>> = {};
  const read = (name: keyof ScheduleDraft): number => {
    const [least, most] = LIMITS[name];
    const value = /^\d+$/.test(draft[name].trim()) ? Number(draft[name]) : NaN;
    if (!(value >= least && value <= most)) problems[name] = 'A whole number from ' + least + ' to ' + most + '.';
    return value;
  };
  const form = { sheetId, platform, olderThanDays: read('days'), hour: read('hour'), cap: read('cap') };
  return Object.keys(problems).length > 0 ? { problems } : { form, problems };
}

export const hourText = (hour: number): string => String(hour).padStart(2, '0') + ':00';
