import type { JSX } from 'preact';
import type { ResultSheet } from '../../sidebar/calls';
import { ago, count, number } from '../format';
import { Button } from '../ui/button';
import { summaryLine } from './search-text';

interface SheetCardProps {
  sheet: ResultSheet;
  onNext: () => void;
  onAgain: () => void;
}

/** The sheet in front was written by a search: go on with it, or search the same again. */
export function SheetCard({ sheet, onNext, onAgain }: SheetCardProps): JSX.Element {
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
