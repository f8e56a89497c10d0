import type { Host } from './core/ports';
import { audience } from './functions/audience';
import { balance } from './functions/balance';
import { cities } from './functions/cities';
import { content } from './functions/content';
import { followers } from './functions/followers';
import type { Formula } from './functions/formula';
import { profile } from './functions/profile';
import { profileNumber } from './functions/profile-number';
import { count, search } from './functions/search';
import { status } from './functions/status';
import { timeline } from './functions/timeline';
import { CATEGORIES } from './schema/category';
import type { Cell, Grid } from './sheet/cell';

/** The custom functions over a host; each call is one calculation. */
export function formulas(host: Host) {
  const begin = (): Formula => ({ host, startedMs: host.clock.now() });
  return {
    followers: (platform: unknown, username: unknown): Cell | Grid => followers(begin(), platform, username),
    engagement: (platform: unknown, username: unknown): Cell | Grid =>
      profileNumber(begin(), 'engagement', platform, username),
    growth: (platform: unknown, username: unknown): Cell | Grid => profileNumber(begin(), 'growth', platform, username),
    profile: (platform: unknown, username: unknown, fields: unknown, headers: unknown): Cell | Grid =>
      profile(begin(), platform, username, fields, headers),
    timeline: (platform: unknown, username: unknown, metric: unknown): Grid =>
      timeline(begin(), platform, username, metric),
    status: (platform: unknown, username: unknown, fields: unknown): Cell | Grid =>
      status(begin(), platform, username, fields),
    audience: (platform: unknown, username: unknown, section: unknown): Grid =>
      audience(begin(), platform, username, section),
    search: (platform: unknown, filters: unknown, pages: unknown, fields: unknown): Grid =>
      search(begin(), platform, filters, pages, fields),
    content: (filters: unknown, limit: unknown): Grid => content(begin(), filters, limit),
    count: (platform: unknown, filters: unknown): Cell => count(begin(), platform, filters),
    balance: (): Cell => balance(begin()),
    cities: (country: unknown): Grid => cities(begin(), country),
    categories: (): Grid => CATEGORIES.map(([key, label]) => [key, label]),
  };
}
