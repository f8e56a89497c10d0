import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { ScheduleView, Selection } from '../../sidebar/calls';
import { call } from '../call';
import { hourText, price } from '../format';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import { readSchedule, type ScheduleDraft } from './schedule-draft';

interface ScheduleCardProps {
  selection: Selection;
  /** Of handles that name none. */
  platform: Platform | '';
  /** Rows that are hidden are among those that are chosen. */
  hidden: boolean;
  onChange: () => void;
}

const START: ScheduleDraft = { days: '30', hour: '6', cap: '100' };

/** A daily refresh of this sheet's old rows: off until somebody sets it, with a cap of its own. */
export function ScheduleCard({ selection, platform, hidden, onChange }: ScheduleCardProps): JSX.Element {
  const [draft, setDraft] = useState(START);
  const [isTouched, setIsTouched] = useState(false);
  const { run, busy, failure } = useAction();
  const { schedule } = selection;
  const { form, problems } = readSchedule(draft, selection.sheetId, platform, {
    ...(selection.keys.reading && { reading: selection.keys.reading }),
    ...(hidden && { hidden }),
  });
  const field = (name: keyof ScheduleDraft, label: string, suffix: string): JSX.Element => (
    <TextField
      label={label}
      value={draft[name]}
      suffix={suffix}
      inputMode="numeric"
      problem={isTouched ? problems[name] : undefined}
      onInput={(value) => setDraft((now) => ({ ...now, [name]: value }))}
    />
  );
  const save = (): void => {
    setIsTouched(true);
    if (!form) return;
    void run('save', async () => {
      await call('setSchedule', { schedule: form });
      onChange();
      announce('The sheet is refreshed every day from now on.');
    });
  };
  const end = (): void =>
    void run('end', async () => {
      await call('setSchedule', { schedule: null });
      onChange();
      announce('The daily refresh has ended.');
    });
  return (
    <details class="saved">
      <summary>
        Refresh every day <span class="badge">{schedule ? 'on' : 'off'}</span>
      </summary>
      {schedule ? (
        <>
          <p class="hint">{scheduleText(schedule)}</p>
          <Button busy={busy !== undefined} onClick={end}>
            End the daily refresh
          </Button>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <p class="hint">Once a day, also with the sidebar closed. What goes wrong then stands in the log.</p>
          {field('days', 'Rows whose data is older than', 'days')}
          {field('hour', 'At about', 'o’clock')}
          {field('cap', 'Spends at most', 'requests a day')}
          <Button type="submit" kind="action" wide busy={busy !== undefined}>
            {form ? 'Refresh every day · at most ' + price(form.cap) : 'Refresh every day'}
          </Button>
        </form>
      )}
      {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
    </details>
  );
}

const scheduleText = ({ sheet, olderThanDays, hour, cap }: ScheduleView): string =>
  'At about ' +
  hourText(hour) +
  ', rows of “' +
  sheet +
  '” older than ' +
  olderThanDays +
  (olderThanDays === 1 ? ' day' : ' days') +
  ' are bought again, at most ' +
  price(cap) +
  ' a day.';
