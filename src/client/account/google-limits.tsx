import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Calls } from '../../sidebar/calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Note } from '../ui/note';

/** Google's limits that were met, and when they end. Asks each time that the tab is shown: few people ever meet one. */
export function GoogleLimits({ isVisible }: { isVisible: boolean }): JSX.Element {
  const [met, setMet] = useState<Calls['googleLimits']['gets']>([]);
  useEffect(() => {
    // Whoever meets one is told there, too.
    if (isVisible) call('googleLimits', {}).then(setMet, () => undefined);
  }, [isVisible]);
  return (
    <>
      {met.map(({ limit, until }) => (
        <Note key={limit} kind="warn">
          {TEXT.account.googleLimits[limit]} {until && TEXT.account.limitEnds(until)}
        </Note>
      ))}
    </>
  );
}
