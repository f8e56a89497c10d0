import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../sidebar/calls';
import { Button } from '../ui/button';
import { KeyForm } from './key-form';
import { TrialForm } from './trial-form';

type Way = 'key' | 'trial';

const WAYS: readonly { way: Way; label: string }[] = [
  { way: 'key', label: 'I have a key' },
  { way: 'trial', label: 'Get a free trial key' },
];

/** The first start: two ways to a key. A sign-up under way opens its own. */
export function FirstKey({
  account,
  onAccount,
}: {
  account: Account;
  onAccount: (account: Account) => void;
}): JSX.Element {
  const [way, setWay] = useState<Way | undefined>(account.signup && 'trial');
  return (
    <section class="card" aria-labelledby="first-key">
      <h2 id="first-key">Connect influData</h2>
      <p class="hint">Formulas and searches ask influData with an API key. It takes two minutes.</p>
      <div class="ways">
        {WAYS.map((each) => (
          <Button
            key={each.way}
            kind={way === undefined && each.way === 'trial' ? 'action' : 'plain'}
            wide
            pressed={way === each.way}
            onClick={() => setWay(each.way)}
          >
            {each.label}
          </Button>
        ))}
      </div>
      {way === 'key' && <KeyForm onAccount={onAccount} />}
      {way === 'trial' && <TrialForm account={account} onAccount={onAccount} />}
    </section>
  );
}
