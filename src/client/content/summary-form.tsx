import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContentSheet } from '../../sidebar/content-calls';
import { call } from '../call';
import { keepForm, kept } from '../form/kept';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import { rateOf } from './sync-draft';

interface SummaryFormProps {
  sheet: ContentSheet;
  onMade: () => void;
}

const RATE = 'content-rate';

/** What a rate was, if one was kept. */
function keptRate(): string {
  try {
    const rate: unknown = JSON.parse(kept(RATE) ?? '""');
    return typeof rate === 'string' ? rate : '';
  } catch {
    return '';
  }
}

/** The same with one click, where it comes next. */
export function SummaryStep({ sheet, onMade }: SummaryFormProps): JSX.Element {
  const { run, busy, failure } = useAction();
  const rate = rateOf(keptRate()) ?? null;
  const make = async (): Promise<void> => {
    await call('summarizeContent', { sheetId: sheet.id, rate });
    announce(TEXT.content.summaryMade);
    onMade();
  };
  return (
    <>
      <Button busy={busy !== undefined} onClick={() => void run('summary', make)}>
        {TEXT.content.makeSummary}
      </Button>
      <ErrorNote {...failure} />
    </>
  );
}

/** The campaign in formulas and charts, on a sheet of its own. */
export function SummaryForm({ sheet, onMade }: SummaryFormProps): JSX.Element {
  const [typed, setTyped] = useState(keptRate);
  const [made, setMade] = useState('');
  const { run, busy, failure } = useAction();
  const rate = rateOf(typed);
  const make = (): void => {
    if (rate === undefined) return;
    setMade('');
    void run('summary', async () => {
      const { sheet: name } = await call('summarizeContent', { sheetId: sheet.id, rate });
      keepForm(RATE, typed);
      setMade(name);
      announce(TEXT.content.summaryMadeIn(name));
      onMade();
    });
  };
  return (
    <details class="part">
      <summary>{TEXT.content.campaignSummary}</summary>
      <Form onSubmit={make}>
        <p class="hint">{TEXT.content.summaryHint}</p>
        <TextField
          label={TEXT.content.rateLabel}
          value={typed}
          inputMode="decimal"
          placeholder={TEXT.content.rateExample}
          onInput={setTyped}
          problem={rate === undefined ? TEXT.content.badRate : undefined}
          hint={TEXT.content.rateHint}
        />
        <Button type="submit" wide busy={busy !== undefined} disabled={rate === undefined}>
          {sheet.summary ? TEXT.content.updateSummary : TEXT.content.makeTheSummary}
        </Button>
        {(made || sheet.summary) && <p class="hint break">{TEXT.content.summaryIn(made || (sheet.summary ?? ''))}</p>}
      </Form>
      <ErrorNote {...failure} />
    </details>
  );
}
