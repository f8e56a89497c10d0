export type Platform = 'instagram' | 'tiktok' | 'youtube' | 'twitch' | 'facebook' | 'snapchat';

export type Feature =
  | 'profile'
  | 'discovery'
  | 'audience'
  | 'content'
  | 'status'
  | 'scores'
  | 'demographics'
  | 'business'
  | 'website';

interface PlatformRow {
  label: string;
  features: readonly Feature[];
  /**
   * Handles are sent as they were typed. They compare without case on every platform (notes, item 9; help pages of YouTube,
   * Facebook and Snapchat), but the database behind the API may know only one spelling.
   */
  keepsCase: boolean;
  profileUrl: (handle: string) => string;
}

const EVERYWHERE = ['profile', 'discovery'] as const;

/** Which platform has what: the contract's coverage table, and the notes' (scores, website). One place for all. */
export const PLATFORMS: Record<Platform, PlatformRow> = {
  instagram: {
    label: 'Instagram',
    features: [...EVERYWHERE, 'audience', 'content', 'status', 'scores', 'demographics', 'business', 'website'],
    keepsCase: false,
    profileUrl: (handle) => `https://www.instagram.com/${handle}/`,
  },
  tiktok: {
    label: 'TikTok',
    features: [...EVERYWHERE, 'audience', 'content', 'status', 'scores', 'demographics', 'website'],
    keepsCase: false,
    profileUrl: (handle) => `https://www.tiktok.com/@${handle}`,
  },
  youtube: {
    label: 'YouTube',
    features: [...EVERYWHERE, 'audience', 'content', 'status', 'website'],
    keepsCase: true,
    profileUrl: (handle) => `https://www.youtube.com/@${handle.replace(/^@/, '')}`,
  },
  twitch: {
    label: 'Twitch',
    features: [...EVERYWHERE, 'status'],
    keepsCase: false,
    profileUrl: (handle) => `https://www.twitch.tv/${handle}`,
  },
  facebook: {
    label: 'Facebook',
    features: EVERYWHERE,
    keepsCase: true,
    profileUrl: (handle) => `https://www.facebook.com/${handle}`,
  },
  snapchat: {
    label: 'Snapchat',
    features: EVERYWHERE,
    keepsCase: true,
    profileUrl: (handle) => `https://www.snapchat.com/add/${handle}`,
  },
};

export const PLATFORM_NAMES = Object.keys(PLATFORMS) as Platform[];

export const isPlatform = (text: string): text is Platform => Object.prototype.hasOwnProperty.call(PLATFORMS, text);

export const supports = (platform: Platform, feature: Feature): boolean =>
  PLATFORMS[platform].features.includes(feature);

/** What the platforms that have a feature are called. */
export const platformsWith = (feature: Feature): string[] =>
  PLATFORM_NAMES.filter((name) => supports(name, feature)).map((name) => PLATFORMS[name].label);
