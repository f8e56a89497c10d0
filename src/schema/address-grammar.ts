import { lazy } from '../core/lazy';
import type { Said } from '../core/said';
import type { Platform } from './platform';
import type { ADDRESS } from './said-text';

/** Which of a platform's addresses are accounts, and which are something else. */
interface Grammar {
  domain: string;
  /** Hosts that have accounts, without `www.`. */
  host: RegExp;
  /**
   * Paths that hold an account, the first that fits counts. NAME is a handle, `@NAME` one with its sign, ID the platform's id,
   * BARE-ID one that is no handle by its form, DASH-ID one at the end of a name, TAB a part of a profile, `*` anything, `…` whatever follows. `!` begins a path that
   * holds none although a later one would fit.
   */
  accounts: string;
  id: RegExp;
  /** What stands behind a handle that is the first word. */
  tabs?: string;
  /** First words that are something else. */
  others: readonly (readonly [is: OtherAddress | 'page', words: string])[];
  account: keyof typeof ADDRESS.account;
}

/** What an address is instead; `page`: some other page of the platform. */
export type OtherAddress = {
  [Key in keyof typeof ADDRESS]: (typeof ADDRESS)[Key] extends Said ? Key : never;
}[keyof typeof ADDRESS];
const DIGITS = /^\d{4,20}$/;

/** Ids that tell their platform by their form. */
const BARE_IDS: Partial<Record<Platform, RegExp>> = {
  // A channel's id: UC and 22 characters of base64.
  youtube: /^UC[\w-]{22}$/,
  // TikTok's secUid.
  tiktok: /^MS4wLjAB[\w-]{20,}=*$/,
};

export const isBareId = (platform: Platform, text: string): boolean => BARE_IDS[platform]?.test(text) ?? false;

/** Each platform's addresses, as its own site links to them. */
export const grammars = lazy((): Readonly<Record<Platform, Grammar>> => ({
  instagram: {
    domain: 'instagram.com',
    host: /^(m\.)?(instagram\.com|instagr\.am)$/,
    accounts: '!stories/highlights/… stories/NAME/… _u/NAME/… @NAME/… NAME NAME/TAB/…',
    id: DIGITS,
    tabs: 'reels reel p tv tagged live channel igtv guide guides feed highlights saved followers following embed related_profiles profilecard',
    others: [
      ['post', 'p'],
      ['video', 'reel reels tv'],
      ['story', 'stories s'],
      ['place', 'explore hashtag locations'],
      ['shortLink', 'share'],
      ['signIn', 'accounts login signup challenge'],
      ['conversation', 'direct'],
    ],
    account: 'profile',
  },
  tiktok: {
    domain: 'tiktok.com',
    host: /^((m|us|lite)\.)?tiktok\.com$/,
    accounts: '@BARE-ID/… @NAME/… embed/@NAME/… share/user/ID/… h5/share/usr/ID/… …?sec_uid=ID …?sec_user_id=ID',
    id: /^(MS4wLjAB[\w-]{20,}=*|\d{6,20})$/,
    others: [
      ['video', 'v video embed player'],
      ['shortLink', 't'],
      ['hashtag', 'tag'],
      ['sound', 'music'],
      ['signIn', 'login signup'],
    ],
    account: 'profile',
  },
  youtube: {
    domain: 'youtube.com',
    host: /^((m|music|gaming|studio|de|fr|es|it|uk|ca|jp|br)\.)?youtube\.(com|at|be|ca|ch|de|dk|es|fr|it|nl|pl|pt|se|co\.(uk|jp|in|kr)|com\.(au|br|mx|tr))$/,
    accounts:
      'channel/ID/… @NAME/… c/NAME/… user/NAME/… BARE-ID BARE-ID/TAB/… NAME NAME/TAB/… profile?user=NAME feeds/videos.xml?user=NAME ' +
      'subscription_center?add_user=NAME embed/live_stream?channel=ID …?channel_id=ID',
    id: /^UC[\w-]+$/,
    tabs: 'about featured home videos shorts live streams playlists community posts channels store podcasts releases courses search join membership discussion subscriptions',
    others: [
      ['video', 'watch live shorts embed v e clip clips watch_popup live_chat attribution_link'],
      ['post', 'post'],
      ['playlist', 'playlist show'],
      ['hashtag', 'hashtag'],
      ['signIn', 'signin login account'],
      [
        'page',
        'w movies movie results search shared trending explore feed feeds browse oembed get_video_info iframe_api s source ' +
          'storefront oops index about upload signout logout channel channels c user profile gaming music premium kids ads creators ' +
          'howyoutubeworks yt t intl new redirect reporthistory paid_memberships playables podcasts sports news learning fashion ' +
          'culture jobs press create_channel my_videos view_all_playlists subscription_manager subscribe_widget handle verify ' +
          'tv red originals go opensearch ptracking api img static supported_browsers error analytics history library pair ' +
          'activate audiolibrary shopping courses terms privacy copyright trends live_dashboard comments getpremium yourdata team brandconnect onboard creatorresearch ' +
          'subscription_center inbox dashboard channel_switcher charts artist artists topic testtube leanback mobile purchases memberships advertise ' +
          'edu nonprofits blog account_notifications account_privacy account_playback account_advanced creatorstudio features ' +
          'select_site watchlater my_account my_subscriptions user_watch live_chat_replay',
      ],
    ],
    account: 'channel',
  },
  twitch: {
    domain: 'twitch.tv',
    host: /^((m|go|player|dashboard)\.)?twitch\.(tv|com)$/,
    accounts: 'subs/NAME/… popout/NAME/… moderator/NAME/… embed/NAME/… u/NAME/… NAME NAME/TAB/… ?channel=NAME',
    id: DIGITS,
    tabs: 'about videos video v b schedule clips clip home followers following chat squad collections profile events rewind manager subscribe',
    others: [
      ['video', 'videos'],
      ['clip', 'clips clip'],
      ['category', 'directory'],
      ['team', 'team'],
      ['signIn', 'login signup'],
    ],
    account: 'channel',
  },
  facebook: {
    domain: 'facebook.com',
    host: /^((m|mbasic|touch|mobile|web|free|x|iphone|business|[a-z]{2}-[a-z]{2}|[a-z]{2})\.)?(facebook|fb)\.com$|^m\.me$/,
    accounts:
      'profile.php?id=ID people/*/ID/… pages/category/*/DASH-ID/… pages/*/ID/… pages/*/*/ID/… pages/DASH-ID/… ' +
      'pg/DASH-ID/… pg/NAME/… p/DASH-ID/… groups/*/user/ID/… ads/library?view_all_page_id=ID ' +
      'ID ID/TAB/… DASH-ID DASH-ID/TAB/… NAME NAME/TAB/…',
    id: DIGITS,
    tabs:
      'about posts photos photo photos_stream photos_albums photos_by videos video reels reel reels_tab events community reviews ' +
      'mentions followers following likes friends map music shop services live live_videos timeline info notes groups sports albums ' +
      'about_details about_contact_and_basic_info about_profile_transparency directory_contact_info page_internal',
    others: [
      ['post', 'story.php permalink.php'],
      ['photo', 'photo photo.php media'],
      ['video', 'watch reel reels video.php'],
      ['story', 'stories'],
      ['group', 'groups'],
      ['event', 'events'],
      ['hashtag', 'hashtag'],
      ['shortLink', 'share'],
      ['signIn', 'login login.php login.html recover reg r.php checkpoint'],
    ],
    account: 'profile',
  },
  snapchat: {
    domain: 'snapchat.com',
    host: /^((m|story|add)\.)?snapchat\.com$/,
    accounts: 'add/NAME/… u/NAME/… @NAME/…',
    id: /^[0-9a-f-]{36}$/,
    others: [
      ['video', 'spotlight'],
      ['story', 'p s'],
      ['shortLink', 't'],
      ['lens', 'lens unlock'],
      ['signIn', 'login accounts'],
    ],
    account: 'profile',
  },
}));

/** Hosts whose addresses lead to one of the platforms without saying to whom. */
export const otherHosts = lazy(
  (): ReadonlyMap<string, readonly [platform: Platform, is: OtherAddress]> =>
    new Map<string, [Platform, OtherAddress]>([
      ['youtu.be', ['youtube', 'video']],
      ['youtube-nocookie.com', ['youtube', 'video']],
      ['vm.tiktok.com', ['tiktok', 'shortLink']],
      ['vt.tiktok.com', ['tiktok', 'shortLink']],
      ['t.snapchat.com', ['snapchat', 'shortLink']],
      ['clips.twitch.tv', ['twitch', 'clip']],
      ['fb.watch', ['facebook', 'video']],
      ['fb.me', ['facebook', 'shortLink']],
      ['l.facebook.com', ['facebook', 'shortLink']],
      ['lm.facebook.com', ['facebook', 'shortLink']],
      ['l.instagram.com', ['instagram', 'shortLink']],
      ['ig.me', ['instagram', 'shortLink']],
    ]),
);
