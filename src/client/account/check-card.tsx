import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, AnswerReport } from '../../sidebar/account-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
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
      <h2 id="check">{TEXT.account.checkTitle}</h2>
      <p class="hint">{TEXT.account.checkHint}</p>
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
          {TEXT.account.check}
        </Button>
        {report && (
          <Button busy={busy === 'paid'} onClick={() => check(true)}>
            {TEXT.account.checkPaid(report.price)}
          </Button>
        )}
      </div>
      {report && <CopyText text={report.text} label={TEXT.account.copyForBugReport} said={TEXT.account.copied} />}
      <ErrorNote {...failure} />
    </section>
  );
}

/** "3 replies compared, 21 requests charged: all as expected." */
const verdict = ({ compared, charged, findings }: AnswerReport): string =>
  TEXT.account.compared(compared, charged, findings.length);
