import type { JSX } from 'preact';
import type { FoundView } from '../../sidebar/find-calls';
import type { Platform } from '../../schema/platform';
import { compact, percent } from '../format';
import { MoreLikeFound } from './more-like';
import { TEXT } from '../text/text';

interface CreatorRowProps {
  creator: FoundView;
  platform: Platform;
  /** Undefined: not picking. */
  isPicked: boolean | undefined;
  onPick: (isPicked: boolean) => void;
}

/** One creator in two lines. Name and handle are strangers' texts: never more than text. */
export function CreatorRow({ creator, platform, isPicked, onPick }: CreatorRowProps): JSX.Element {
  const { name, username, followers, engagement, country, score, profileScore } = creator;
  const handle = '@' + username.replace(/^@/, '');
  const shownHandle = creator.url.startsWith('https://') ? (
    <a class="one-line" href={creator.url} target="_blank" rel="noopener noreferrer" dir="auto">
      {handle}
    </a>
  ) : (
    <span class="one-line" dir="auto">
      {handle}
    </span>
  );
  return (
    <li class="creator">
      {isPicked !== undefined && (
        <input
          type="checkbox"
          aria-label={TEXT.find.select(name || handle)}
          checked={isPicked}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
      )}
      <div class="creator-who">
        <span class="creator-name one-line" dir="auto" title={name}>
          {name || shownHandle}
        </span>
        <span class="creator-where faint">
          {name && shownHandle}
          {country && <span class="creator-country one-line">{country}</span>}
        </span>
      </div>
      <div class="creator-numbers">
        <span title={followers === undefined ? '' : TEXT.find.followersOf(followers)}>
          {followers === undefined ? '–' : compact(followers)}
          <span class="unseen">{TEXT.find.followersUnit}</span>
        </span>
        <span class="faint" title={TEXT.find.engagement}>
          {engagement === undefined ? '–' : percent(engagement)}
          <span class="unseen">{TEXT.find.engagementUnit}</span>
        </span>
      </div>
      {score === undefined ? (
        <span class="score" title={TEXT.find.profileScoreTitle}>
          <span class="unseen">{TEXT.find.profileScoreIs}</span>
          {profileScore === undefined ? '–' : profileScore.toFixed(1)}
        </span>
      ) : (
        <span class="score" title={TEXT.find.relevanceTitle}>
          <span class="unseen">{TEXT.find.relevanceIs}</span>
          {Math.round(score)}
        </span>
      )}
      {isPicked === undefined && <MoreLikeFound creator={creator} platform={platform} name={name || handle} />}
    </li>
  );
}
