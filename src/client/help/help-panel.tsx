import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { HelpLists } from '../../sidebar/help-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { focusOn } from '../ui/focus';
import { useAction } from '../ui/use-action';
import { useEscape } from '../ui/use-escape';
import { FormulaList } from './formula-list';
import { GlossaryList, StatusList } from './status-list';
import { InstallationCheck } from './installation-check';
import { ProblemReport } from './problem-report';

interface HelpPanelProps {
  isOpen: boolean;
  onClose: () => void;
  onAccount: () => void;
}

/** In the place of the tab, until Back or Escape. Asks each time, because settings and locale may have changed: free. */
export function HelpPanel({ isOpen, onClose, onAccount }: HelpPanelProps): JSX.Element {
  const [lists, setLists] = useState<HelpLists>();
  const { run, failure } = useAction();
  useEscape(isOpen, onClose);
  useLayoutEffect(() => {
    if (isOpen) focusOn(document.querySelector<HTMLElement>('#panel-help .icon-button'));
  }, [isOpen]);
  useEffect(() => {
    if (isOpen) void run('help', async () => setLists(await call('help', {})));
  }, [isOpen]);
  return (
    <section id="panel-help" class="panel" aria-labelledby="help-title" hidden={!isOpen}>
      <div class="scroll">
        <div class="help-head">
          <IconButton icon="back" label={TEXT.help.back} onClick={onClose} />
          <h2 id="help-title">{TEXT.help.help}</h2>
        </div>
        <ErrorNote {...failure} />
        {lists ? (
          <>
            <FormulaList formulas={lists.formulas} onAccount={onAccount} />
            <details class="more">
              <summary>{TEXT.help.statuses}</summary>
              <StatusList title={TEXT.help.inCells} statuses={lists.cells} />
              <StatusList title={TEXT.help.inRows} statuses={lists.rows} />
              {lists.archive.length > 0 && <StatusList title={TEXT.help.inArchive} statuses={lists.archive} />}
            </details>
            <details class="more">
              <summary>{TEXT.help.glossary}</summary>
              <GlossaryList glossary={lists.glossary} />
            </details>
            <InstallationCheck />
            <ProblemReport />
            <p class="faint">{TEXT.help.thisVersion(lists.version)}</p>
          </>
        ) : (
          isOpen && !failure && <div class="skeleton help-loading" role="status" aria-label={TEXT.help.loading} />
        )}
      </div>
    </section>
  );
}
