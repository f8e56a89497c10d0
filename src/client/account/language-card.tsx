import type { JSX } from 'preact';
import type { Account, LanguageChoice } from '../../sidebar/account-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { ErrorNote } from '../ui/error-note';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';

interface LanguageCardProps {
  chosen: LanguageChoice;
  onAccount: (account: Account) => void;
}

const CHOICES = (['auto', 'en', 'de'] as const).map((value) => ({ value, label: TEXT.account.languages[value] }));

/** The language of menu and page, of this person. */
export function LanguageCard({ chosen, onAccount }: LanguageCardProps): JSX.Element {
  const { run, failure } = useAction();
  return (
    <section class="card" aria-label={TEXT.account.language}>
      <Select
        label={TEXT.account.language}
        value={chosen}
        options={CHOICES}
        isRow
        onChange={(value) =>
          void run('language', async () => onAccount(await call('setLanguage', { language: value as LanguageChoice })))
        }
      />
      <p class="hint">{TEXT.account.languageHint}</p>
      <ErrorNote {...failure} />
    </section>
  );
}
