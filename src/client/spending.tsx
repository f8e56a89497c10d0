import { createContext, type JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Account } from '../sidebar/account-calls';
import type { BudgetView } from '../sidebar/budget-view';
import { call, onBudget } from './call';
import { TEXT } from './text/text';
import { Button } from './ui/button';
import { Icon } from './ui/icon';
import { announce } from './ui/live';
import { useAction } from './ui/use-action';

/** What may be spent, the same in the header, in every price and under Account, and who may change that. */
export interface Spending {
  /** The newest that any reply has told; undefined: none yet. */
  budget: BudgetView | undefined;
  isChanging: boolean;
  setPaused: (paused: boolean) => void;
  /** Leads to the day's cap. */
  raiseCap: () => void;
}

const SpendingContext = createContext<Spending>({
  budget: undefined,
  isChanging: false,
  setPaused: () => undefined,
  raiseCap: () => undefined,
});

export const SpendingProvider = SpendingContext.Provider;
export const useSpending = (): Spending => useContext(SpendingContext);
/** The newest budget; `told` where there is none. */
export const useBudget = <Told extends BudgetView | undefined>(told: Told): BudgetView | Told =>
  useSpending().budget ?? told;
/** Nothing may be spent in this spreadsheet. */
export const usePaused = (): boolean => useSpending().budget?.paused ?? false;

/** Money as every reply tells it. Kept at the top of the page. */
export function useNewestBudget(): BudgetView | undefined {
  const [budget, setBudget] = useState<BudgetView>();
  useEffect(() => onBudget((next) => setBudget((now) => newer(now, next))), []);
  return budget;
}

/** Replies may overtake each other. What says the same changes nothing, so that the page is not drawn again. */
function newer(now: BudgetView | undefined, next: BudgetView): BudgetView {
  if (!now) return next;
  if (now.asOf > next.asOf || JSON.stringify({ ...now, asOf: next.asOf }) === JSON.stringify(next)) return now;
  return next;
}

/** Pauses and resumes all spending of the spreadsheet; acts at once: who pauses is in a hurry. */
export function usePauseSwitch(onAccount: (account: Account) => void) {
  const { run, busy, failure } = useAction();
  const setPaused = (paused: boolean): void =>
    void run('pause', async () => {
      onAccount(await call('changeSettings', { paused }));
      announce(paused ? TEXT.spending.paused : TEXT.spending.resumed);
    });
  return { isChanging: busy !== undefined, failure, setPaused };
}

interface SpendingStripProps {
  onAccount: () => void;
  isHelpOpen: boolean;
  onHelp: () => void;
}

/** Under the tabs: what is left and how old that is, what was used today, the switch, and Help. */
export function SpendingStrip({ onAccount, isHelpOpen, onHelp }: SpendingStripProps): JSX.Element {
  const { budget, isChanging, setPaused } = useSpending();
  return (
    <div class={'balance-strip' + (budget?.paused ? ' paused' : '')}>
      {budget && (
        <>
          {budget.balance && (
            <button type="button" class="balance one-line" title={TEXT.spending.balanceTitle} onClick={onAccount}>
              {TEXT.spending.leftAsOf(budget.balance.left, budget.balance.at)}
            </button>
          )}
          <span class="used-today one-line">
            {(budget.paused ? TEXT.spending.usedTodayShort : TEXT.spending.usedToday)(budget.usedToday)}
          </span>
          <button
            type="button"
            role="switch"
            class="pause-switch"
            aria-checked={budget.paused}
            aria-label={budget.paused ? TEXT.spending.isPaused : TEXT.spending.pause}
            aria-busy={isChanging ? true : undefined}
            title={budget.paused ? TEXT.spending.resume : TEXT.spending.pauseHint}
            onClick={() => setPaused(!budget.paused)}
          >
            <Icon name={budget.paused ? 'play' : 'pause'} />
            {budget.paused && TEXT.spending.pausedSwitch}
          </button>
        </>
      )}
      <button
        id="help-button"
        type="button"
        class="help-button"
        aria-label={TEXT.help.help}
        aria-expanded={isHelpOpen}
        title={TEXT.help.help}
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
    </div>
  );
}

/** What stands against spending, and the button that ends that. */
export const PausedNote = (): JSX.Element => {
  const { isChanging, setPaused } = useSpending();
  return (
    <p class="note warn spread">
      <span>{TEXT.spending.paused}</span>
      <Button kind="plain" busy={isChanging} onClick={() => setPaused(false)}>
        {TEXT.spending.resume}
      </Button>
    </p>
  );
};

export const CapNote = ({ text }: { text: string }): JSX.Element => {
  const { raiseCap } = useSpending();
  return (
    <p class="note warn spread">
      <span>{text}</span>
      <Button kind="plain" onClick={raiseCap}>
        {TEXT.spending.raiseCap}
      </Button>
    </p>
  );
};
