import { useLayoutEffect, useState } from 'preact/hooks';
import type { SelectedHandles } from '../../sidebar/content-calls';
import {
  EMPTY_DRAFT,
  filtersOf,
  keepDraft,
  keptDraft,
  readDraft,
  withoutHandles,
  withSelected,
  withValue,
  type ContentDraft,
  type ContentReading,
  type ContentValue,
} from './draft';

export interface ContentFormState {
  draft: ContentDraft;
  reading: ContentReading;
  /** Problems that may be shown: of fields that were left, or all after an attempt to start. */
  problems: Record<string, string>;
  hasProblems: boolean;
  set: (name: string, value: ContentValue) => void;
  /** Changes what stands beside the filters. */
  change: (part: Partial<ContentDraft>) => void;
  /** `before`: what was taken when the same cells were read otherwise. */
  take: (selected: SelectedHandles, before: readonly string[]) => void;
  leave: (name: string) => void;
  fill: (filters: Readonly<Record<string, string>>) => void;
  reset: () => void;
  showProblems: () => void;
}

/** Whoever leaves the minimum may have made the maximum wrong. */
const PARTNERS: Record<string, string> = {
  followerMax: 'followerMin',
  viewsMax: 'viewsMin',
  uploadedTo: 'uploadedFrom',
};
/** Seen at once: nobody types there for a while before it is right. */
const AT_ONCE: ReadonlySet<string> = new Set(['platform', 'contentTypes', 'cap', 'max']);

/** The form as typed, kept over a closing of the page. */
export function useContentForm(): ContentFormState {
  const [draft, setDraft] = useState(keptDraft);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  useLayoutEffect(() => keepDraft(draft), [draft]);
  const reading = readDraft(draft);
  const fill = (next: ContentDraft): void => {
    setDraft(next);
    setLeft(new Set());
    setShowsAll(false);
  };
  const isShown = (name: string): boolean =>
    showsAll || AT_ONCE.has(name) || left.has(name) || left.has(PARTNERS[name] ?? name);
  return {
    draft,
    reading,
    problems: Object.fromEntries(Object.entries(reading.problems).filter(([name]) => isShown(name))),
    hasProblems: Object.keys(reading.problems).length > 0,
    set: (name, value) => setDraft((now) => withValue(now, name, value)),
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    take: (selected, before) => setDraft((now) => withSelected(withoutHandles(now, before), selected)),
    leave: (name) => setLeft((now) => (now.has(name) ? now : new Set([...now, name]))),
    fill: (filters) => fill({ ...draft, filters: filtersOf(filters) }),
    reset: () => fill({ ...draft, filters: EMPTY_DRAFT.filters }),
    showProblems: () => setShowsAll(true),
  };
}
