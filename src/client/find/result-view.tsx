import type { JSX, Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Found, SavedSearch } from '../../sidebar/find-calls';
import { CopyFormula } from '../form/copy-formula';
import type { SummaryPart } from '../form/filter-text';
import { instantLabel } from '../format';
import { Loosen, narrowestFirst } from '../form/loosen';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { CreatorRow } from './creator-row';
import { SaveSearch } from './save-search';
import { summaryLine, summaryOf } from './search-text';
import { priceOf } from './write-plan';

interface ResultViewProps {
  found: Found;
  separator: ',' | ';';
  searches: readonly SavedSearch[];
  onSearches: (searches: SavedSearch[]) => void;
  /** The checked creators while picking, else undefined. */
  picks: readonly string[] | undefined;
  onPicks: (picks: readonly string[] | undefined) => void;
  isBusy: boolean;
  headRef: Ref<HTMLHeadingElement>;
  onAgain: () => void;
  onBack: () => void;
  onLoosen: (names: readonly string[]) => void;
}

/** The first page, and what everything would cost. */
export function ResultView({ found, picks, onPicks, ...props }: ResultViewProps): JSX.Element {
  const [isSaving, setIsSaving] = useState(false);
  const parts = summaryOf(found);
  const summary = summaryLine(found);
  const isRelevance = found.creators.some(({ score }) => score !== undefined);
  const rest = priceOf({ from: 1, to: found.pages }, found.known);
  return (
    <section aria-labelledby="found" aria-busy={props.isBusy}>
      <div class="result-top">
        <button type="button" class="back" onClick={props.onBack}>
          <Icon name="back" />
          {TEXT.find.filters}
        </button>
        <p class="faint one-line" title={summary}>
          {summary}
        </p>
      </div>
      <div class="result-head">
        <h2 id="found" ref={props.headRef} tabIndex={-1}>
          {TEXT.find.foundTitle(found.count)}
        </h2>
        {found.count > 0 && <p>{TEXT.find.pagesToGet(found.pages, rest)}</p>}
        <p class="faint parts">
          <span title={instantLabel(found.at)}>{TEXT.find.asOf(found.at)}</span>
          <button type="button" class="link" aria-disabled={props.isBusy || undefined} onClick={props.onAgain}>
            {TEXT.find.refresh}
          </button>
        </p>
        <div class="links">
          <Button kind="quiet" expanded={isSaving} onClick={() => setIsSaving(!isSaving)}>
            {TEXT.find.save}
          </Button>
          {found.creators.length > 0 && (
            <Button kind="quiet" pressed={picks !== undefined} onClick={() => onPicks(picks ? undefined : [])}>
              {TEXT.find.selectMode}
            </Button>
          )}
          <CopyFormula name="INFLU_SEARCH" separator={props.separator} values={[found.platform, found.text]} />
        </div>
        {isSaving && (
          <SaveSearch
            search={found}
            suggested={summary}
            known={props.searches}
            onSaved={props.onSearches}
            onClose={() => setIsSaving(false)}
          />
        )}
      </div>
      {found.count === 0 ? (
        <EmptyResult parts={parts} onLoosen={props.onLoosen} />
      ) : (
        <>
          <p class="hint">{isRelevance ? TEXT.find.relevanceHint : TEXT.find.profileScoreHint}</p>
          <div class={picks ? 'columns' : 'columns with-like'} aria-hidden="true">
            <span>{TEXT.find.first(found.creators.length)}</span>
            <span>{TEXT.find.followersAndEngagement(<br />)}</span>
            <span>{TEXT.find.score}</span>
          </div>
          <ol class="creators">
            {found.creators.map((creator) => (
              <CreatorRow
                key={creator.id}
                creator={creator}
                platform={found.platform}
                isPicked={picks?.includes(creator.id)}
                onPick={(isPicked) =>
                  onPicks([...(picks ?? []).filter((id) => id !== creator.id), ...(isPicked ? [creator.id] : [])])
                }
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** What narrows most, so what to take out first. */
const NARROWEST = [
  'city',
  'keywordFields',
  'ageMin',
  'growthRate',
  'engagementRate',
  'categories',
  'viewsMin',
  'followerMin',
];

interface EmptyResultProps {
  parts: readonly SummaryPart[];
  onLoosen: (names: readonly string[]) => void;
}

function EmptyResult({ parts, onLoosen }: EmptyResultProps): JSX.Element {
  const loosable = narrowestFirst(
    parts.filter(({ names }) => names[0] !== 'sorting'),
    NARROWEST,
  );
  const said = loosable.length > 0 ? TEXT.find.noneFoundLoosen : TEXT.find.noneFound;
  return <Loosen said={said} parts={loosable} onLoosen={onLoosen} />;
}
