import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { wholeOf } from '../run/typed-cap';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';

/** What is typed for it, each a whole number within its limits. */
export type DailyFields<Name extends string> = Readonly<
  Record<Name, { label: string; suffix: string; first: string; limits: readonly [least: number, most: number] }>
>;

type Problems<Name extends string> = Partial<Record<Name, string>>;

/** The numbers, or what is wrong beside each field. */
export function readDaily<Name extends string>(
  fields: DailyFields<Name>,
  typed: Readonly<Record<Name, string>>,
): { values: Record<Name, number>; problems: Problems<Name> } {
  const values = {} as Record<Name, number>;
  const problems: Problems<Name> = {};
  for (const name of Object.keys(fields) as Name[]) {
    const [least, most] = fields[name].limits;
    const value = wholeOf(typed[name]) ?? NaN;
    if (value >= least && value <= most) values[name] = value;
    else problems[name] = TEXT.form.wholeNumberBetween(least, most);
  }
  return { values, problems };
}

interface DailyFormProps<Name extends string> {
  class: string;
  verb: 'refresh' | 'sync';
  fields: DailyFields<Name | 'cap'>;
  read?: (typed: Readonly<Record<Name | 'cap', string>>) => ReturnType<typeof readDaily<Name | 'cap'>>;
  /** What is set, in words; undefined: it is off. */
  on: ComponentChildren;
  /** Above the button that switches it on. */
  note?: ComponentChildren;
  /** Null ends it. */
  onSet: (values: Record<Name | 'cap', number> | null) => Promise<void>;
}

/** Something that a sheet has done every day: off until somebody sets it, with a cap of its own. */
export function DailyForm<Name extends string>({
  verb,
  fields,
  read = (typed) => readDaily(fields, typed),
  on,
  ...props
}: DailyFormProps<Name>): JSX.Element {
  const names = Object.keys(fields) as (Name | 'cap')[];
  const [typed, setTyped] = useState(
    () => Object.fromEntries(names.map((name) => [name, fields[name].first])) as Record<Name | 'cap', string>,
  );
  const [isTouched, setIsTouched] = useState(false);
  const { run, busy, failure } = useAction();
  const holder = useReturnFocus<HTMLDivElement>(on ? 'on' : 'off');
  const { values, problems } = read(typed);
  const isRight = Object.keys(problems).length === 0;
  const title = TEXT.form.dailyTitle(verb);
  const set = (next: typeof values | null): void =>
    void run('set', async () => {
      await props.onSet(next);
      announce(next ? TEXT.form.dailyBegun(verb) : TEXT.form.dailyEnded(verb));
    });
  return (
    <details class={props.class}>
      <summary>
        {title} <span class="badge">{on ? TEXT.form.on : TEXT.form.off}</span>
      </summary>
      <div ref={holder}>
        {on ? (
          <>
            {on}
            <Button busy={busy !== undefined} onClick={() => set(null)}>
              {TEXT.form.endDaily(verb)}
            </Button>
          </>
        ) : (
          <Form
            onSubmit={() => {
              setIsTouched(true);
              if (isRight) set(values);
            }}
          >
            <p class="hint">{TEXT.form.dailyHint}</p>
            {names.map((name) => (
              <TextField
                key={name}
                label={fields[name].label}
                value={typed[name]}
                suffix={fields[name].suffix}
                inputMode="numeric"
                problem={isTouched ? problems[name] : undefined}
                onInput={(value) => setTyped((now) => ({ ...now, [name]: value }))}
              />
            ))}
            {props.note}
            <Button type="submit" wide busy={busy !== undefined}>
              {isRight ? TEXT.form.dailyAtMost(title, values.cap) : title}
            </Button>
          </Form>
        )}
      </div>
      <ErrorNote {...failure} />
    </details>
  );
}
