import { lazy } from '../core/lazy';
import type { Said } from '../core/said';
import type { Platform } from './platform';
import { CREATOR_TEXT } from './said-text';

interface HandleForm {
  form: RegExp;
  /** First words of addresses that are pages of the platform, where accounts stand beside them: nobody is called so. */
  pages?: string;
}

/**
 * What a handle can be, by platform. Only what the platform itself rules out is refused; where older accounts break a rule
 * of today, the rule is left out.
 */
const handleForms = lazy((): Readonly<Record<Platform, HandleForm>> => ({
  // Instagram help, "Create a username": 30 characters of letters, numbers, periods, underscores. What it says when a
  // username is chosen: no period first, last or twice in a row.
  instagram: {
    form: /^(?!\.)(?!.*\.\.)[a-z0-9_.]{0,29}[a-z0-9_]$/i,
    // Routes of instagram.com.
    pages:
      'p reel reels tv stories s explore direct accounts about developer legal web api graphql oauth emails ' +
      'session challenge ' +
      'nametag share hashtag locations login logout signup create topics qr ar profilecard threads ' +
      'notifications your_activity',
  },
  // TikTok help, "Changing your username": letters, numbers, underscores, periods, none of them last. 2 to 24 characters by
  // its sign-up form. It does not say which letters, and there are accounts in other scripts.
  tiktok: {
    form: /^[\p{L}\p{M}\p{N}_.]{1,23}[\p{L}\p{M}\p{N}_]$/u,
  },
  // YouTube help, "Handles overview": letters and digits of 75 languages, underscore, hyphen, period, middle dot; 3 to 30
  // characters, fewer in scripts that need fewer.
  youtube: {
    form: /^(?=.*[\p{L}\p{N}])(?![!-~]{1,2}$)[\p{L}\p{M}\p{N}_.·-]{1,30}$/u,
  },
  // Twitch's developers' forum, "Username regex for api": letters, digits, underscores, at most 25. New ones have at least 4,
  // old ones fewer.
  twitch: {
    form: /^[a-z0-9_]{1,25}$/i,
    // Routes of twitch.tv.
    pages:
      'directory videos settings subscriptions inventory wallet drops turbo prime downloads jobs p store login ' +
      'signup search ' +
      'following friends user team popout embed moderator collections event events broadcast bits products ' +
      'partners logout ' +
      'redeem activate u clips clip subs legal privacy creatorcamp checkout bounties',
  },
  // Facebook help, "Guidelines for creating a custom username": A-Z, 0-9 and periods. At least 5 since 2009, and older ones
  // are shorter; a letter among them, because digits alone are an id.
  facebook: {
    form: /^(?=.*[a-z])[a-z0-9.]{1,50}$/i,
    // Routes of facebook.com.
    pages:
      'profile.php story.php photo photo.php permalink.php video.php watch reel reels stories media groups events hashtag ' +
      'marketplace gaming pages people pg p public share sharer sharer.php login login.php login.html recover ' +
      'reg r.php l.php ' +
      'home.php plugins dialog help policies policy privacy terms legal business ads adsmanager settings messages ' +
      'notifications bookmarks friends memories saved games fundraisers donate jobs live directory search find-friends ' +
      'checkpoint logout.php me about lite mobile careers places apps home feed creators latest stores offers ' +
      'commerce instantgames weather creatormarketplace',
  },
  // Snap's law enforcement guide, "Usernames": 3 to 15 letters, digits, hyphens, underscores, periods; begins with a letter,
  // ends with a letter or digit; lower case only.
  snapchat: {
    form: /^[a-z][a-z0-9_.-]{1,13}[a-z0-9]$/i,
  },
}));

const pages = new Map<Platform, ReadonlySet<string>>();

/** Whether the platform has a page of its own where an account of that name would stand. */
export function isPageOf(platform: Platform, word: string): boolean {
  let words = pages.get(platform);
  if (!words) pages.set(platform, (words = new Set(handleForms()[platform].pages?.split(' '))));
  return words.has(word.toLowerCase());
}

/** Why no account of the platform can be called so, as a sentence; undefined: one can. */
export function handleFault(platform: Platform, handle: string): Said | undefined {
  if (!handleForms()[platform].form.test(handle)) return CREATOR_TEXT.form[platform];
  return isPageOf(platform, handle) ? CREATOR_TEXT.pageName : undefined;
}
