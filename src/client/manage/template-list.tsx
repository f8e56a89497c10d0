import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TemplateCalls } from '../../sidebar/template-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { useAction } from '../ui/use-action';

type Template = TemplateCalls['insertTemplate']['gives']['template'];

const TEMPLATES: readonly Template[] = ['shortlist', 'vetting', 'campaign', 'plan'];

export function TemplateList(): JSX.Element {
  const [made, setMade] = useState<string>();
  const { run, busy, failure } = useAction();
  const insert = (template: Template): void =>
    void run(template, async () => {
      setMade(undefined);
      const said = TEXT.manage.made((await call('insertTemplate', { template })).sheet);
      setMade(said);
      announce(said);
    });
  return (
    <details class="more">
      <summary>{TEXT.manage.templates}</summary>
      <p class="hint">{TEXT.manage.templatesHint}</p>
      <ul class="lines">
        {TEMPLATES.map((template) => (
          <li key={template} class="spread">
            <div>
              <strong>{TEXT.manage.templateNames[template]}</strong>
              <p class="hint">{TEXT.manage.templateLines[template]}</p>
            </div>
            <Button
              label={TEXT.manage.insertTemplateNamed(TEXT.manage.templateNames[template])}
              busy={busy === template}
              disabled={busy !== undefined}
              onClick={() => insert(template)}
            >
              {TEXT.manage.insertTemplate}
            </Button>
          </li>
        ))}
      </ul>
      <Note kind="good">{made}</Note>
      <ErrorNote {...failure} />
    </details>
  );
}
