import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Account, Signup } from '../../sidebar/account-calls';
import { call } from '../call';
import { minutesUntil } from '../format';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import { KeyForm } from '../account/key-form';

type Way = 'key' | 'trial';

const WAYS: readonly { way: Way; label: string }[] = [
  { way: 'trial', label: TEXT.welcome.getTrial },
  { way: 'key', label: TEXT.welcome.haveKey },
];

/** The welcome: what this is, and two ways to a key. A sign-up under way opens its own. */
export function FirstKey({
  account,
  onAccount,
}: {
  account: Account;
  onAccount: (account: Account) => void;
}): JSX.Element {
  const [way, setWay] = useState<Way | undefined>(account.signup && 'trial');
  return (
    <section class="card first-key" aria-labelledby="first-key">
      <h2 id="first-key">{TEXT.welcome.title}</h2>
      <p>{TEXT.welcome.what}</p>
      <p class="hint">{TEXT.welcome.needsKey}</p>
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

interface TrialFormProps {
  account: Account;
  onAccount: (account: Account) => void;
}

/** E-mail and company, then the code. Where it stands is kept by the server, so it survives a reload. */
const TrialForm = ({ account, onAccount }: TrialFormProps): JSX.Element =>
  account.signup ? (
    <CodeForm account={account} signup={account.signup} onAccount={onAccount} />
  ) : (
    <AddressForm account={account} onAccount={onAccount} />
  );

function AddressForm({ account, onAccount }: TrialFormProps): JSX.Element {
  const [email, setEmail] = useState('');
  const [company, setCompany] = useState('');
  const [problem, setProblem] = useState<string>();
  const { run, busy, failure } = useAction();
  const send = (): void => {
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) {
      setProblem(TEXT.account.badAddress);
      return;
    }
    void run('send', async () => {
      const signup = await call('requestTrial', { email: email.trim(), company: company.trim() });
      onAccount({ ...account, signup });
      announce(TEXT.account.codeSent);
    });
  };
  return (
    <Form
      class="stack"
      // The page says what is wrong, in its own words.
      noValidate
      onSubmit={send}
    >
      <p class="hint">{TEXT.welcome.trialHint}</p>
      <TextField
        label={TEXT.account.workEmail}
        takesFocus
        type="email"
        autoComplete="email"
        value={email}
        onInput={(value) => {
          setEmail(value);
          setProblem(undefined);
        }}
        problem={problem}
      />
      <TextField
        label={TEXT.account.company}
        autoComplete="organization"
        maxLength={120}
        value={company}
        onInput={setCompany}
      />
      <div class="buttons">
        <Button type="submit" kind="action" busy={busy !== undefined}>
          {TEXT.account.sendCode}
        </Button>
      </div>
      <ErrorNote {...failure} />
    </Form>
  );
}

const CODE_LENGTH = 6;
const CLOCK_MS = 15_000;

function CodeForm({ account, signup, onAccount }: TrialFormProps & { signup: Signup }): JSX.Element {
  const [code, setCode] = useState('');
  const [, tick] = useState(0);
  const { run, busy, failure } = useAction();
  useEffect(() => {
    const timer = setInterval(() => tick((now) => now + 1), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  const minutes = minutesUntil(signup.codeUntil);
  const verify = (): void => {
    if (code.length !== CODE_LENGTH) return;
    void run('verify', async () => {
      onAccount(await call('verifyTrial', { code }));
      announce(TEXT.account.trialKeyStored);
    });
  };
  return (
    <Form class="stack" onSubmit={verify}>
      <p>{TEXT.account.codeWentTo(<strong class="break">{signup.email}</strong>)}</p>
      <TextField
        label={TEXT.account.code}
        takesFocus
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        onInput={(value) => setCode(value.replace(/\D/g, '').slice(0, CODE_LENGTH))}
        hint={minutes > 0 ? TEXT.account.codeWorksFor(minutes) : TEXT.account.codeExpired}
      />
      <div class="buttons">
        <Button type="submit" kind="action" busy={busy === 'verify'} disabled={code.length !== CODE_LENGTH}>
          {TEXT.account.getMyKey}
        </Button>
      </div>
      <ErrorNote {...failure} />
      <div class="links">
        <Button
          kind="quiet"
          busy={busy === 'again'}
          onClick={() =>
            void run('again', async () => {
              const next = await call('requestTrial', { email: signup.email, company: signup.company });
              setCode('');
              onAccount({ ...account, signup: next });
              announce(TEXT.account.codeSentAgain);
            })
          }
        >
          {TEXT.account.sendAgain}
        </Button>
        <Button
          kind="quiet"
          busy={busy === 'drop'}
          onClick={() =>
            void run('drop', async () => {
              onAccount(await call('dropTrial', {}));
            })
          }
        >
          {TEXT.account.useAnotherAddress}
        </Button>
      </div>
    </Form>
  );
}
