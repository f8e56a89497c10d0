import type { JSX } from 'preact';
import { PLATFORMS, type Platform } from '../../schema/platform';
import { CopyFormula } from '../form/copy-formula';
import { FilterRows } from '../form/filter-rows';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Note } from '../ui/note';
import { emptyPlatforms, EMPTY_CONTENT, formulaArguments, type ContentFormState } from './content-draft';
import { CreatorsField, type CreatorsFieldProps } from './creators-field';

const ROWS = [
  'keywords',
  'tags',
  'uploadedFrom',
  'followerMin',
  'viewsMin',
  ['country', 'city'],
  ['language', 'gender'],
];

/** Every filter of getContent. */
export function ContentFields({ state, selected }: CreatorsFieldProps): JSX.Element {
  const without = emptyPlatforms(state.form).map((name) => PLATFORMS[name as Platform].label);
  return (
    <>
      <FilterRows state={state} rows={['platform', 'contentTypes']} />
      <Warning text={without.length > 0 && TEXT.content.noneOfTypes(without)} />
      <CreatorsField state={state} selected={selected} />
      <FilterRows state={state} rows={ROWS} />
      <Warning text={state.reading.warning} />
      <FilterRows state={state} rows={['sorting']} />
    </>
  );
}

const Warning = ({ text }: { text: string | false | undefined }): JSX.Element => (
  <div role="status">
    <Note kind="warn">{text}</Note>
  </div>
);

interface ContentLinksProps {
  state: ContentFormState;
  separator: ',' | ';';
  /** Formulas may buy content. */
  isAllowed: boolean;
}

/** What can be done with the filters without spending. */
export const ContentLinks = ({ state, separator, isAllowed }: ContentLinksProps): JSX.Element => (
  <>
    <div class="links form-links">
      <CopyFormula name="INFLU_CONTENT" separator={separator} values={formulaArguments(state.reading)} />
      <Button kind="quiet" onClick={() => state.show({ ...state.form, filters: EMPTY_CONTENT.filters })}>
        {TEXT.content.resetFilters}
      </Button>
    </div>
    <p class="hint formula-hint">{isAllowed ? TEXT.content.formulaHint : TEXT.content.formulaOffHint}</p>
  </>
);
