import type { JSX } from 'preact';
import type { HelpLists, StatusHelp } from '../../sidebar/help-calls';
import { TEXT } from '../text/text';

/** What a state means, and what to do next. */
export const StatusList = ({ title, statuses }: { title: string; statuses: readonly StatusHelp[] }): JSX.Element => (
  <>
    <h3 class="below">{title}</h3>
    <ul class="lines">
      {statuses.map(({ words, meaning, next }) => (
        <li key={words[0]}>
          <div>
            <strong>{words.join(', ')}</strong>
            <p>{TEXT.help.meaning(meaning)}</p>
            {next !== '' && <p class="hint">{TEXT.help.next(next)}</p>}
          </div>
        </li>
      ))}
    </ul>
  </>
);

export const GlossaryList = ({ glossary }: Pick<HelpLists, 'glossary'>): JSX.Element => (
  <ul class="lines">
    {glossary.map(({ term, meaning }) => (
      <li key={term}>
        <div>
          <strong>{term}</strong>
          <p>{meaning}</p>
        </div>
      </li>
    ))}
  </ul>
);
