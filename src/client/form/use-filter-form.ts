import { useLayoutEffect, useState } from 'preact/hooks';
import type { FilterTable } from '../../schema/filter';
import { TEXT } from '../text/text';
import { focusOn } from '../ui/focus';
import { announce } from '../ui/live';
import { rangeOf, type FilterTexts } from './filter-text';
import { withValue, type TypedValue, type WithFilters } from './filter-values';

type Problems = Readonly<Record<string, string>>;

/** One kind of form that holds filters, and perhaps more. */
interface FormKind<Form, Reading> {
  kept: () => Form;
  keep: (form: Form) => void;
  tableOf: (form: Form) => FilterTable;
  texts: FilterTexts;
  /** Reads it with the server's own rules. */
  read: (form: Form) => Reading;
  /** Problems seen at once: nobody types there for a while before it is right. */
  atOnce?: readonly string[];
}

export interface FilterFormState<Form = WithFilters, Reading = unknown> {
  form: Form;
  table: FilterTable;
  texts: FilterTexts;
  reading: Reading;
  /** Problems that may be shown: of fields that were left, or all after an attempt to start. */
  problems: Problems;
  hasProblems: boolean;
  set: (name: string, value: TypedValue) => void;
  /** Changes more than one field of it. */
  change: (next: Partial<Form> | ((form: Form) => Form)) => void;
  leave: (name: string) => void;
  /** Another form altogether. */
  show: (form: Form) => void;
  /** Shows all problems, and goes to the first. */
  showProblems: (holder: HTMLElement | null) => void;
}

/** A form of filters as typed, kept over a closing of the page. */
export function useFilterForm<Form extends WithFilters, Reading extends { problems: Problems }>(
  kind: FormKind<Form, Reading>,
): FilterFormState<Form, Reading> {
  const [form, setForm] = useState(kind.kept);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  useLayoutEffect(() => kind.keep(form), [form]);
  const reading = kind.read(form);
  const table = kind.tableOf(form);
  // Whoever leaves the minimum may have made the maximum wrong.
  const isShown = (name: string): boolean =>
    showsAll ||
    [name, rangeOf(name, table.filters)?.name ?? name].some((each) => left.has(each) || kind.atOnce?.includes(each));
  return {
    form,
    table,
    texts: kind.texts,
    reading,
    problems: Object.fromEntries(Object.entries(reading.problems).filter(([name]) => isShown(name))),
    hasProblems: Object.keys(reading.problems).length > 0,
    set: (name, value) => setForm((now) => withValue(now, name, value)),
    change: (next) => setForm((now) => (typeof next === 'function' ? next(now) : { ...now, ...next })),
    leave: (name) => setLeft((now) => (now.has(name) ? now : new Set([...now, name]))),
    show(next) {
      setForm(next);
      setLeft(new Set());
      setShowsAll(false);
    },
    showProblems(holder) {
      setShowsAll(true);
      announce(TEXT.form.filtersNeedFixing);
      requestAnimationFrame(() => focusOn(holder?.querySelector<HTMLElement>('[aria-invalid="true"]')));
    },
  };
}
