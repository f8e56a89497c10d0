import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ResultSheet } from '../../sidebar/find-calls';
import { call } from '../call';
import { ago, count, number } from '../format';
import { Button } from '../ui/button';
import { summaryLine } from './search-text';

interface ResultSheetCardProps {
  sheet: ResultSheet;
  onNext: () => void;
  onAgain: () => void;
}

/** The sheet in front was written by a search: go on with it, or search the same again. */
export function ResultSheetCard({ sheet, onNext, onAgain }: ResultSheetCardProps): JSX.Element {
  const summary = summaryLine(sheet);
  const rest = sheet.pages - sheet.lastPage;
  return (
    <section class="card sheet-card" aria-label="This sheet">
      <p class="one-line" title={summary}>
        <strong>This sheet:</strong> {summary}
      </p>
      <p class="faint">
        Pages 1–{number(sheet.lastPage)} of {number(sheet.pages)} · {ago(sheet.writtenAt)}
      </p>
      <div class="links">
        {rest > 0 && (
          <Button kind="quiet" onClick={onNext} label={'Next pages: ' + count(rest, 'page') + ' left'}>
            Next pages
          </Button>
        )}
        <Button kind="quiet" onClick={onAgain}>
          Run again
        </Button>
      </div>
    </section>
  );
}

/** The sheet in front, if a search wrote it; asked again whenever the sidebar gets the focus and when a run rests. */
export function useResultSheet(isWanted: boolean, isWriting: boolean): ResultSheet | null | undefined {
  const [sheet, setSheet] = useState<ResultSheet | null>();
  useEffect(() => {
    if (!isWanted || isWriting) return undefined;
    const ask = (): void => {
      // Without an answer the page goes on as if it were any sheet.
      call('resultSheet', {}).then(setSheet, () => undefined);
    };
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [isWanted, isWriting]);
  return sheet;
}
