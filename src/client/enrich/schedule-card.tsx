import type { JSX } from 'preact';
import type { Platform } from '../../schema/platform';
import type { ScheduleView, Selection } from '../../sidebar/enrich-calls';
import { call } from '../call';
import { DailyForm, type DailyFields } from '../form/daily-form';
import { TEXT } from '../text/text';

interface ScheduleCardProps {
  selection: Selection;
  /** Of handles that name none. */
  platform: Platform | '';
  /** Rows that are hidden are among those that are chosen. */
  hidden: boolean;
  onChange: () => void;
}

export const REFRESH_FIELDS: DailyFields<'days' | 'hour' | 'cap'> = {
  days: { label: TEXT.enrich.scheduleDays, suffix: TEXT.enrich.days, first: '30', limits: [1, 3650] },
  hour: { label: TEXT.enrich.scheduleHour, suffix: TEXT.enrich.oClock, first: '6', limits: [0, 23] },
  cap: { label: TEXT.enrich.scheduleCap, suffix: TEXT.enrich.requestsPerDay, first: '100', limits: [1, 100_000] },
};

/** A daily refresh of this sheet's old rows. */
export const ScheduleCard = ({ selection, platform, hidden, onChange }: ScheduleCardProps): JSX.Element => {
  const { schedule, sheetId, keys } = selection;
  return (
    <DailyForm
      class="saved"
      verb="refresh"
      fields={REFRESH_FIELDS}
      on={schedule && <p class="hint">{scheduleText(schedule)}</p>}
      onSet={async (values) => {
        const form = values && {
          sheetId,
          platform,
          olderThanDays: values.days,
          hour: values.hour,
          cap: values.cap,
          ...(keys.reading && { reading: keys.reading }),
          ...(hidden && { hidden }),
        };
        await call('setSchedule', { schedule: form });
        onChange();
      }}
    />
  );
};

const scheduleText = ({ sheet, olderThanDays, hour, cap }: ScheduleView): string =>
  TEXT.enrich.scheduleOn(hour, sheet, olderThanDays, cap);
