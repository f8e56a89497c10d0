import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ResultSheet } from '../../sidebar/find-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { useLast } from '../ui/use-last';
import { MoreLike } from './more-like';
import { summaryLine } from './search-text';

interface ResultSheetCardProps {
  sheet: ResultSheet;
  onNext: () => void;
  onAgain: () => void;
  onAccount: () => void;
}

/** The sheet in front was written by a search: go on with it, or search the same again. */
export function ResultSheetCard({ sheet, onNext, onAgain, onAccount }: ResultSheetCardProps): JSX.Element {
  const summary = summaryLine(sheet);
  const rest = sheet.pages - sheet.lastPage;
  return (
    <section class="card sheet-card" aria-label={TEXT.find.thisSheet}>
      <p class="one-line" title={summary}>
        <strong>{TEXT.find.thisSheet}:</strong> {summary}
      </p>
      <p class="faint">{TEXT.find.writtenPages(sheet.lastPage, sheet.pages, sheet.writtenAt)}</p>
      <div class="links">
        {rest > 0 && (
          <Button kind="quiet" onClick={onNext} label={TEXT.find.nextPagesLeft(rest)}>
            {TEXT.find.nextPages}
          </Button>
        )}
        <Button kind="quiet" onClick={onAgain}>
          {TEXT.find.useFilters}
        </Button>
      </div>
      <MoreLike platform={sheet.platform} selected={String(sheet.id)} onAccount={onAccount} />
    </section>
  );
}

/** The sheet in front, if a search wrote it; asked again whenever the sidebar gets the focus and when a run rests. */
export function useResultSheet(isWanted: boolean, isWriting: boolean): ResultSheet | null | undefined {
  const [sheet, setSheet] = useState<ResultSheet | null>();
  const last = useLast();
  useEffect(() => {
    if (!isWanted || isWriting) return undefined;
    const ask = (): void => {
      const isLast = last();
      // Without an answer the page goes on as if it were any sheet.
      call('resultSheet', {}).then(
        (next) => {
          if (isLast()) setSheet(next);
        },
        () => undefined,
      );
    };
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [isWanted, isWriting]);
  return sheet;
}
