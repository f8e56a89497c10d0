import { useLayoutEffect, useState } from 'preact/hooks';
import { PLATFORMS, type Platform } from '../../schema/platform';
import type { Search } from '../../schema/search';
import { announce } from '../ui/live';
import { capital, list } from '../format';
import { EMPTY_FORM, onPlatform, readForm, undropped, withValue, type Form, type FormValue } from './form';
import { keepForm, keptForm } from './kept-form';
import { FILTER_LABELS } from './label';

export interface SearchFormState {
  form: Form;
  search: Search;
  /** Problems that may be shown: of fields that were left, or all after an attempt to search. */
  problems: Record<string, string>;
  hasProblems: boolean;
  /** What the last change of platform cost. */
  dropped: { message: string; undo: () => void; hide: () => void } | undefined;
  set: (name: string, value: FormValue) => void;
  leave: (name: string) => void;
  setPlatform: (platform: Platform) => void;
  fill: (form: Form) => void;
  reset: () => void;
  showProblems: () => void;
}

interface Dropped {
  from: Platform;
  to: Platform;
  values: Record<string, FormValue>;
}

/** The filters as typed, kept over a closing of the page. */
export function useSearchForm(): SearchFormState {
  const [form, setForm] = useState(keptForm);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  const [dropped, setDropped] = useState<Dropped>();
  useLayoutEffect(() => keepForm(form), [form]);
  const { search, problems } = readForm(form);
  const fill = (next: Form): void => {
    setForm(next);
    setLeft(new Set());
    setShowsAll(false);
    setDropped(undefined);
  };
  return {
    form,
    search,
    problems: showsAll
      ? problems
      : Object.fromEntries(Object.entries(problems).filter(([name]) => left.has(name) || left.has(partner(name)))),
    hasProblems: Object.keys(problems).length > 0,
    dropped: dropped && {
      message: droppedMessage(dropped),
      undo() {
        setForm(undropped(form, dropped.from, dropped.values));
        setDropped(undefined);
        announce('Back on ' + PLATFORMS[dropped.from].label + '.');
      },
      hide: () => setDropped(undefined),
    },
    set: (name, value) => setForm((now) => withValue(now, name, value)),
    leave: (name) => setLeft((now) => (now.has(name) ? now : new Set([...now, name]))),
    setPlatform(platform) {
      const next = onPlatform(form, platform);
      setForm(next.form);
      setDropped(
        Object.keys(next.dropped).length > 0 ? { from: form.platform, to: platform, values: next.dropped } : undefined,
      );
    },
    fill,
    reset: () => fill({ ...EMPTY_FORM, platform: form.platform }),
    showProblems: () => setShowsAll(true),
  };
}

/** A minimum that was left makes the maximum's problem visible too. */
const partner = (name: string): string => name.replace(/Max$/, 'Min');

/** "City and gender are not available on YouTube and were removed." */
function droppedMessage({ to, values }: Dropped): string {
  const labels = [...new Set(Object.keys(values).map((name) => FILTER_LABELS[name] ?? name))];
  const isOne = labels.length === 1 && labels[0]?.endsWith('s') === false;
  return (
    capital(list(labels)) +
    (isOne ? ' is' : ' are') +
    ' not available on ' +
    PLATFORMS[to].label +
    ' and ' +
    (isOne ? 'was' : 'were') +
    ' removed.'
  );
}
