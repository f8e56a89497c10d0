import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { Account } from '../../sidebar/account-calls';
import type { BudgetView } from '../../sidebar/budget-view';
import type { Glance } from '../../sidebar/glance-calls';
import type { SelectionChoices, SelectionReading } from '../../sidebar/selection-calls';
import { hasKey } from '../account/has-key';
import type { Shortage } from '../run/shortage';
import type { AnyRunControl } from '../run/use-run';
import { useSpending } from '../spending';
import { announce } from '../ui/live';
import { useAction, type Action } from '../ui/use-action';
import { useReading, type ReadingControl } from './use-reading';

/** What every tab that works on the selection lets people choose. */
export interface SelectionDraft {
  /** For handles that name none; blank: each names its own. */
  platform: Platform | '';
  /** How this sheet's selections are read, as far as it was said. */
  choices: SelectionChoices;
  /** Buys again what is fresh. */
  again: boolean;
  /** What this run may spend at most, as typed; blank: the setting. */
  cap: string;
}

export const EMPTY_SELECTION: SelectionDraft = { platform: 'instagram', choices: {}, again: false, cap: '' };

/** What every such tab is told of the selection. */
export interface Selected {
  sheet: string;
  area: string;
  read: SelectionReading;
  /** Creators whose data is at hand and fresh. */
  known: number;
  budget: BudgetView;
  unreadable: { row: number; text: string; why: string }[];
  unreadableCount: number;
}

/** What was chosen, as a price and what stands against it. */
export interface SelectionPlan {
  /** Requests, at most. */
  price: number;
  /** Any of them stops the start; `rows`: there is nothing to start with. */
  problems: { rows?: string; cap?: string };
  shortages: Shortage[];
  /** What the run may spend. */
  agreed: number;
  /** What is bought, in a few words, and what else is to be known of the price. */
  what: string;
  hint?: string | undefined;
  /** What the button says. */
  button: string;
  /** It asks something free of charge first, so neither the price nor a pause stands in its way. */
  isToCheck?: boolean;
}

/** The platform and the reading that are sent; of the reading nothing where nothing was chosen. */
export function sentSelection({ platform, choices }: SelectionDraft): {
  platform: Platform | '';
  choices?: SelectionChoices;
} {
  const chosen = Object.entries(choices).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  return { platform, ...(chosen.length > 0 ? { choices: Object.fromEntries(chosen) } : {}) };
}

interface TabKind<Draft, Form, Result> {
  kept: () => Draft;
  keep: (draft: Draft) => void;
  /** What was said of one sheet and is nothing to another. */
  ofSheet: Partial<Draft>;
  /** What the price depends on. */
  formOf: (draft: Draft) => Form;
  read: (form: Form) => Promise<Result>;
  /** Tells the same sheet, and the same creators at the same price. */
  sheetOf: (result: Result) => unknown;
  identityOf: (result: Result) => unknown;
  /** What was understood, for ears. */
  textOf: (result: Result) => string;
}

interface TabProps {
  account: Account | undefined;
  control: Pick<AnyRunControl, 'run' | 'isOccupied'>;
  isVisible: boolean;
  selected: Glance['selection'];
}

export interface SelectionTabState<Draft = SelectionDraft, Form = unknown, Result = Selected> {
  account: Account | undefined;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  setDraft: (next: (draft: Draft) => Draft) => void;
  reading: ReadingControl<Form, Result>;
  action: Action;
  /** A run of the tab is not finished. */
  isOccupied: boolean;
  hasKey: boolean;
  /** What was selected is not what was priced when Start was clicked. */
  hasMoved: boolean;
  /** Does what the button says; what has a price only while that is what was seen. */
  start: (work: () => Promise<void>, isPriced?: boolean) => void;
  scroll: RefObject<HTMLDivElement>;
}

/** A tab that works on the selected cells: what is chosen, how they are read, what stands in the way. */
export function useSelectionTab<Draft extends SelectionDraft, Form, Result extends Selected>(
  kind: TabKind<Draft, Form, Result>,
  { account, control, isVisible, selected }: TabProps,
): SelectionTabState<Draft, Form, Result> {
  const [draft, setDraft] = useState(kind.kept);
  const [hasMoved, setHasMoved] = useState(false);
  const action = useAction();
  const scroll = useRef<HTMLDivElement>(null);
  const { run, isOccupied } = control;
  const isConnected = hasKey(account);
  const { budget } = useSpending();
  const read = useReading(
    kind.read,
    kind.identityOf,
    kind.formOf(draft),
    isVisible && isConnected && !isOccupied,
    selected?.figure,
  );
  const reading = budget && read.selection ? { ...read, selection: { ...read.selection, budget } } : read;
  const { selection } = reading;
  const set = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  useLayoutEffect(() => kind.keep(draft), [draft]);
  useEffect(() => scroll.current?.scrollTo(0, 0), [isOccupied, run?.state === 'done']);

  const sheet = selection && kind.sheetOf(selection);
  const sheetRead = useRef(sheet);
  /** What was said of other sheets: whoever looks something up there and comes back finds it. */
  const saidOf = useRef(new Map<unknown, Partial<Draft>>());
  useEffect(() => {
    const before = sheetRead.current;
    if (sheet === undefined || before === sheet) return;
    sheetRead.current = sheet;
    if (before === undefined) return;
    const said = Object.keys(kind.ofSheet).map((name) => [name, draft[name as keyof Draft]]);
    saidOf.current.set(before, Object.fromEntries(said) as Partial<Draft>);
    set(saidOf.current.get(sheet) ?? kind.ofSheet);
  }, [sheet]);

  // Said when it changes, and not whenever it is read.
  const understood = selection && kind.textOf(selection);
  useEffect(() => {
    action.clear();
    if (understood) announce(understood + '.');
  }, [understood]);

  return {
    account,
    draft,
    set,
    setDraft,
    reading,
    action,
    isOccupied,
    hasKey: isConnected,
    hasMoved,
    start(work, isPriced = true) {
      setHasMoved(false);
      void action.run('start', async () => {
        // Nothing starts at a price that nobody saw.
        if (isPriced && !(await reading.isConfirmed())) setHasMoved(true);
        else await work();
      });
    },
    scroll: scroll as RefObject<HTMLDivElement>,
  };
}
