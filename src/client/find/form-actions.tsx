import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { filterText, type Search } from '../../schema/search';
import type { SavedSearch } from '../../sidebar/calls';
import { Button } from '../ui/button';
import { CopyFormula } from '../form/copy-formula';
import { SaveSearch } from './save-search';
import { summaryLine } from './search-text';

interface FormActionsProps {
  search: Search;
  separator: ',' | ';';
  searches: readonly SavedSearch[];
  onSearches: (searches: SavedSearch[]) => void;
  /** Shows the problems that stand in the way. */
  canSave: () => boolean;
  onReset: () => void;
}

/** What can be done with filters without spending. */
export function FormActions({
  search,
  separator,
  searches,
  onSearches,
  canSave,
  onReset,
}: FormActionsProps): JSX.Element {
  const [isSaving, setIsSaving] = useState(false);
  return (
    <>
      <div class="links form-links">
        <Button kind="quiet" expanded={isSaving} onClick={() => setIsSaving(!isSaving && canSave())}>
          Save
        </Button>
        <CopyFormula name="INFLU_SEARCH" separator={separator} values={[search.platform, filterText(search)]} />
        <Button kind="quiet" onClick={onReset}>
          Reset filters
        </Button>
      </div>
      {isSaving && (
        <SaveSearch
          search={search}
          suggested={summaryLine(search)}
          known={searches}
          onSaved={onSearches}
          onClose={() => setIsSaving(false)}
        />
      )}
    </>
  );
}
