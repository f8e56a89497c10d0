import type { CellValue } from './core/page';
import type { Host } from './core/ports';
import { audience } from './functions/audience';
import { balance } from './functions/balance';
import { cities } from './functions/cities';
import { content } from './functions/content';
import { followers } from './functions/followers';
import type { Formula } from './functions/formula';
import { profile } from './functions/profile';
import { profileNumber } from './functions/profile-number';
import { searchCount, search } from './functions/search';
import { status } from './functions/status';
import { timeline } from './functions/timeline';
import { CATEGORIES } from './schema/category';
import type { Cells } from './sheet/cell';

/** The custom functions over a host; each call is one calculation. */
export function formulas(host: Host) {
  const begin = (): Formula => ({ host, startedMs: host.clock.now() });
  return {
    followers: (platform: unknown, username: unknown): CellValue | Cells => followers(begin(), platform, username),
    engagement: (platform: unknown, username: unknown): CellValue | Cells =>
      profileNumber(begin(), 'engagement', platform, username),
    growth: (platform: unknown, username: unknown): CellValue | Cells =>
      profileNumber(begin(), 'growth', platform, username),
    profile: (platform: unknown, username: unknown, fields: unknown, headers: unknown): CellValue | Cells =>
      profile(begin(), platform, username, fields, headers),
    timeline: (platform: unknown, username: unknown, metric: unknown): Cells =>
      timeline(begin(), platform, username, metric),
    status: (platform: unknown, username: unknown, fields: unknown): CellValue | Cells =>
      status(begin(), platform, username, fields),
    audience: (platform: unknown, username: unknown, section: unknown): Cells =>
      audience(begin(), platform, username, section),
    search: (platform: unknown, filters: unknown, pages: unknown, fields: unknown): Cells =>
      search(begin(), platform, filters, pages, fields),
    content: (filters: unknown, limit: unknown): Cells => content(begin(), filters, limit),
    count: (platform: unknown, filters: unknown): CellValue => searchCount(begin(), platform, filters),
    balance: (): CellValue => balance(begin()),
    cities: (country: unknown): Cells => cities(begin(), country),
    categories: (): Cells => CATEGORIES.map(([key, label]) => [key, label]),
  };
}
