import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../call';
import { failureLines } from '../failures';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { CopyText } from '../ui/copy-text';
import { ErrorNote } from '../ui/error-note';
import { useAction } from '../ui/use-action';

/** A text for whoever gives support: the check of the installation and the last failures. Nothing leaves by itself. */
export function ProblemReport(): JSX.Element {
  const [text, setText] = useState<string>();
  const { run, busy, failure } = useAction();
  const make = (): void =>
    void run('report', async () => {
      // Read first: the check may add failures of its own.
      const failures = failureLines();
      const { text: checked } = await call('checkInstallation', {});
      setText([checked, ...(failures.length > 0 ? ['', 'last failures:', ...failures] : [])].join('\n'));
    });
  return (
    <details class="more">
      <summary>{TEXT.help.reportProblem}</summary>
      <p>{TEXT.help.reportHint}</p>
      {text !== undefined && <pre class="report-text">{text}</pre>}
      <div class="buttons below">
        <Button busy={busy !== undefined} onClick={make}>
          {TEXT.help.makeReport}
        </Button>
        {text !== undefined && <CopyText text={text} label={TEXT.help.copy} said={TEXT.help.copied} />}
      </div>
      <ErrorNote {...failure} />
    </details>
  );
}
