import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CheckLine, Installation } from '../../sidebar/help-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { CopyText } from '../ui/copy-text';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

/** Whether everything works that the add-on rests on, as lines, and as a text to report with. */
export function InstallationCheck(): JSX.Element {
  const [installation, setInstallation] = useState<Installation>();
  const { run, busy, failure } = useAction();
  const check = (): void =>
    void run('check', async () => {
      const next = await call('checkInstallation', {});
      setInstallation(next);
      announce(verdictOf(next.lines));
    });
  return (
    <details class="more">
      <summary>{TEXT.help.check}</summary>
      <p class="hint">{TEXT.help.checkHint}</p>
      {installation && (
        <>
          <p>{verdictOf(installation.lines)}</p>
          <ul class="lines">
            {installation.lines.map(({ code, state, problem }) => (
              <li key={code} class="spread">
                <div>
                  {TEXT.help.checks[code]}
                  {problem && <p class="hint">{TEXT.help.problems[problem]}</p>}
                </div>
                <strong class={'state-' + state}>{TEXT.help.states[state]}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons below">
        <Button busy={busy !== undefined} onClick={check}>
          {TEXT.help.checkNow}
        </Button>
        {installation && <CopyText text={installation.text} label={TEXT.help.copy} said={TEXT.help.copied} />}
      </div>
      <ErrorNote {...failure} />
    </details>
  );
}

const verdictOf = (lines: readonly CheckLine[]): string => {
  const countOf = (state: CheckLine['state']): number => lines.filter((each) => each.state === state).length;
  return TEXT.help.verdict(countOf('fault'), countOf('warning'));
};
