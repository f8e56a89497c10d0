import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContentSchedule, ContentSheet } from '../../sidebar/content-calls';
import { call } from '../call';
import { hourText, number, price, requests } from '../format';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import { FIRST_SCHEDULE, readSchedule, type ScheduleDraft } from './sync-draft';

interface ScheduleFormProps {
  sheet: ContentSheet;
  onSheet: (sheet: ContentSheet) => void;
}

/** A daily sync of this sheet: off until somebody sets it, with caps of its own. */
export function ScheduleForm({ sheet, onSheet }: ScheduleFormProps): JSX.Element {
  const [draft, setDraft] = useState<ScheduleDraft>(FIRST_SCHEDULE);
  const [isTouched, setIsTouched] = useState(false);
  const { run, busy, failure } = useAction();
  // On their way here nulls have become undefined.
  const now: ContentSchedule | null | undefined = sheet.schedule;
  const holder = useReturnFocus<HTMLDivElement>(now ? 'on' : 'off');
  const { schedule, problems } = readSchedule(draft);
  const put = (next: ContentSchedule | null, said: string): void =>
    void run('schedule', async () => {
      onSheet(await call('scheduleContent', { sheetId: sheet.id, schedule: next }));
      announce(said);
    });
  const field = (name: keyof ScheduleDraft, label: string, suffix: string): JSX.Element => (
    <TextField
      label={label}
      value={draft[name]}
      suffix={suffix}
      inputMode="numeric"
      problem={isTouched ? problems[name] : undefined}
      onInput={(value) => setDraft((before) => ({ ...before, [name]: value }))}
    />
  );
  return (
    <details class="part">
      <summary>
        Sync every day <span class="badge">{now ? 'on' : 'off'}</span>
      </summary>
      <div ref={holder}>
        {now ? (
          <>
            <p class="hint">{scheduleText(now)}</p>
            <p class="hint">
              This month: <strong>{number(sheet.monthCharged)}</strong> of at most {requests(now.monthCap)} charged.
            </p>
            <Button busy={busy !== undefined} onClick={() => put(null, 'The daily sync has ended.')}>
              End the daily sync
            </Button>
          </>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setIsTouched(true);
              if (schedule) put(schedule, 'The sheet is synced every day from now on.');
            }}
          >
            <p class="hint">Once a day, also with the sidebar closed. What goes wrong then stands in the log.</p>
            {field('hour', 'At about', 'o’clock')}
            {field('cap', 'A sync spends at most', 'requests')}
            {field('monthCap', 'A month, at most', 'requests')}
            {sheet.monthCharged > 0 && (
              <p class="hint">Syncs of this sheet were charged {requests(sheet.monthCharged)} this month.</p>
            )}
            <Button type="submit" wide busy={busy !== undefined}>
              {schedule ? 'Every day · at most ' + price(schedule.cap) : 'Sync every day'}
            </Button>
          </form>
        )}
      </div>
      {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
    </details>
  );
}

const scheduleText = ({ hour, cap }: ContentSchedule): string =>
  'At about ' + hourText(hour) + ' what is new is fetched, at most ' + price(cap) + ' a day.';
