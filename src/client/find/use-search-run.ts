import { useRef, useState } from 'preact/hooks';
import { searchKey, type Search } from '../../schema/search';
import type { RunForm, SearchView } from '../../sidebar/find-calls';
import { useRun, type SearchControl } from '../run/use-run';

/** Pages of a search that a run has paid for. */
export interface PaidPages {
  key: string;
  pages: readonly number[];
}

interface Heard {
  onRest: () => void;
  /** The first page of this search costs nothing any more. */
  onPaid: (search: Search) => void;
  /** What was to be enriched next is written. */
  onWritten: (run: SearchView) => void;
}

/** The run that writes a search to a sheet, and what it has paid for. */
export function useSearchRun({ onRest, onPaid, onWritten }: Heard): {
  control: SearchControl;
  paid: PaidPages;
  /** With `thenEnrich`, what was written is enriched next. */
  begin: (form: RunForm, thenEnrich: boolean) => Promise<void>;
} {
  const [planned, setPlanned] = useState<RunForm>();
  const [paid, setPaid] = useState<PaidPages>({ key: '', pages: [] });
  const wantsEnrich = useRef(false);
  const control = useRun('search', (run) => {
    onRest();
    // A run can also end early, its sheet deleted: then not all of its pages are paid for.
    const isWhole = run.state === 'done' && run.donePages >= run.pages;
    if (isWhole && planned && planned.picks.length === 0) {
      setPaid(paidPages(planned));
      if (planned.from === 1) onPaid(planned as Search);
    }
    // A run that rests unfinished is for the person to look at first.
    if (isWhole && run.written > 0 && wantsEnrich.current) onWritten(run);
    if (run.state === 'done') wantsEnrich.current = false;
  });
  const begin = async (form: RunForm, thenEnrich: boolean): Promise<void> => {
    await control.start(form);
    wantsEnrich.current = thenEnrich;
    setPlanned(form);
  };
  return { control, paid, begin };
}

const paidPages = ({ platform, filters, from, to }: RunForm): PaidPages => ({
  key: searchKey({ platform, filters: filters as Record<string, string> }),
  pages: Array.from({ length: to - from + 1 }, (_, index) => from + index),
});
