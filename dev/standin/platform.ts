/** The six platforms of the contract, and what each of them offers (table "Platform coverage"). */
export type Platform = 'instagram' | 'tiktok' | 'youtube' | 'twitch' | 'facebook' | 'snapchat';

export const PLATFORMS: readonly Platform[] = ['instagram', 'tiktok', 'youtube', 'twitch', 'facebook', 'snapchat'];

export type Feature =
  | 'profile'
  | 'discovery'
  | 'audience'
  | 'content'
  | 'status'
  | 'demographics'
  | 'business'
  | 'websiteKeywords'
  | 'scores'
  | 'totalViews'
  | 'averageViewers';

/** The header of the published table lost Instagram and TikTok; its columns are in this order (social-api-notes). */
const COVERAGE: Record<Feature, readonly Platform[]> = {
  profile: PLATFORMS,
  discovery: PLATFORMS,
  audience: ['instagram', 'tiktok', 'youtube'],
  content: ['instagram', 'tiktok', 'youtube'],
  status: ['instagram', 'tiktok', 'youtube', 'twitch'],
  demographics: ['instagram', 'tiktok'],
  business: ['instagram'],
  websiteKeywords: ['instagram', 'tiktok', 'youtube'],
  scores: ['instagram', 'tiktok'],
  totalViews: ['tiktok'],
  averageViewers: ['twitch'],
};

export function covers(feature: Feature, platform: Platform): boolean {
  return COVERAGE[feature].includes(platform);
}

export function isPlatform(text: string): text is Platform {
  return (PLATFORMS as readonly string[]).includes(text);
}
