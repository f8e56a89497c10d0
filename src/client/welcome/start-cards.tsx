import type { JSX } from 'preact';
import type { Search } from '../../schema/search';
import { call } from '../call';
import { AUDIENCE_PRICE } from '../enrich/field-group';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

/** Where the cards lead: a tab with its example in place. */
export interface FirstSteps {
  onFind: (example: Search) => void;
  onEnrich: () => void;
  onReport: () => void;
}

const EXAMPLE: Search = {
  platform: 'instagram',
  filters: { country: 'Germany', followerMin: '10000', keywords: 'fitness' },
};

interface CardProps {
  title: string;
  what: string;
  example: string;
  price: string;
  isBusy: boolean;
  onClick: () => void;
}

const Card = ({ title, what, example, price, isBusy, onClick }: CardProps): JSX.Element => (
  <section class="card">
    <h3>{title}</h3>
    <p>{what}</p>
    <div class="below">
      <Button wide busy={isBusy} onClick={onClick}>
        {example}
      </Button>
    </div>
    <p class="hint">{price}</p>
  </section>
);

/** Nothing is spent by a click on these: each leads to the button that names its price. */
export function StartCards({ onFind, onEnrich, onReport }: FirstSteps): JSX.Element {
  const { run, busy, failure } = useAction();
  const select = (creators: 'all' | 'one', goOn: () => void): void =>
    void run(creators, async () => {
      const { sheet } = await call('selectExample', { creators });
      goOn();
      announce(TEXT.welcome.selected(sheet));
    });
  return (
    <>
      <Card
        title={TEXT.welcome.find}
        what={TEXT.welcome.findWhat}
        example={TEXT.welcome.findExample}
        price={TEXT.welcome.findPrice}
        isBusy={false}
        onClick={() => {
          onFind(EXAMPLE);
          announce(TEXT.welcome.searchReady);
        }}
      />
      <Card
        title={TEXT.welcome.enrich}
        what={TEXT.welcome.enrichWhat}
        example={TEXT.welcome.enrichExample}
        price={TEXT.welcome.enrichPrice}
        isBusy={busy === 'all'}
        onClick={() => select('all', onEnrich)}
      />
      <Card
        title={TEXT.welcome.report}
        what={TEXT.welcome.reportWhat}
        example={TEXT.welcome.reportExample}
        price={TEXT.welcome.reportPrice(AUDIENCE_PRICE)}
        isBusy={busy === 'one'}
        onClick={() => select('one', onReport)}
      />
      <ErrorNote {...failure} />
    </>
  );
}
