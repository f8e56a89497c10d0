import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, AnswerReport } from '../../sidebar/account-calls';
import { call } from '../call';
import { count } from '../format';
import { Button } from '../ui/button';
import { CopyText } from '../ui/copy-text';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

const MOST_SHOWN = 12;

/** Whether influData answers as the add-on expects: free first, and then for a price that was seen. */
export function CheckCard({ onAccount }: { onAccount: (account: Account) => void }): JSX.Element {
  const { run, busy, failure } = useAction();
  const [report, setReport] = useState<AnswerReport>();
  const check = (paid: boolean): void =>
    void run(paid ? 'paid' : 'free', async () => {
      const next = await call('checkAnswers', { paid });
      setReport(next);
      announce(verdict(next));
      if (next.charged > 0) onAccount(await call('account', { again: false }));
    });
  return (
    <section class="card stack" aria-labelledby="check">
      <h2 id="check">Check what influData answers</h2>
      <p class="hint">Compares its answers with what this add-on expects, for a bug report or a new key.</p>
      {report && (
        <div role="status">
          <p>{verdict(report)}</p>
          <ul class="lines">
            {report.findings.slice(0, MOST_SHOWN).map((text) => (
              <li key={text}>
                <span class="break">{text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="buttons">
        <Button busy={busy === 'free'} onClick={() => check(false)}>
          Check · free
        </Button>
        {report && (
          <Button busy={busy === 'paid'} onClick={() => check(true)}>
            Search and report too · {report.price === 0 ? 'free' : count(report.price, 'request')}
          </Button>
        )}
      </div>
      {report && (
        <CopyText
          text={report.text}
          label="Copy for a bug report"
          said="Copied: names and types, no data of anyone."
          byHand="Press Ctrl+C (⌘C) to copy"
        />
      )}
      <ErrorNote {...failure} />
    </section>
  );
}

/** "3 answers compared, 21 requests charged: everything is as expected." */
export function verdict({ compared, charged, findings }: AnswerReport): string {
  const paid = charged > 0 ? ', ' + count(charged, 'request') + ' charged' : '';
  const what = findings.length === 0 ? 'everything is as expected' : count(findings.length, 'thing') + ' to look at';
  return count(compared, 'answer') + ' compared' + paid + ': ' + what + '.';
}
