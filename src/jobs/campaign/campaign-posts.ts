import type { Host } from '../../core/ports';
import { DAY_MS } from '../../core/time';
import type { CampaignPost, Deliverable } from '../../schema/deliverable';
import { contentSheets, type ContentMemo } from '../content/content-sheet';
import { watermarkOf } from '../content/content-stretch';
import { forSheetPosts, keysAsked } from '../content/sheet-post';
import { ADDRESS_FORMS } from '../template/campaign-lookup';

type PostsSheets = ReturnType<typeof contentSheets>;

/** All posts of a campaign. */
export interface CampaignPosts {
  posts: CampaignPost[];
  /** The id of the post that a text names, by its address in any form or by its id; else the text itself. */
  idOf: (text: string) => string;
  /** What stands for a post in a cell: its address, or its id where it has none of its own. */
  textOf: (post: CampaignPost) => string;
}

/** Reads the sheets block by block. */
export function campaignPosts(host: Host, sheets: PostsSheets): CampaignPosts {
  const posts = new Map<string, CampaignPost>();
  const idByLink = new Map<string, string>();
  const linkById = new Map<string, string>();
  let zone: string | undefined;
  const days = new Map<number, string>();
  const dayOf = (ms: number): string => {
    const day = days.get(ms) ?? host.clock.day(ms, (zone ??= host.timeZone()));
    days.set(ms, day);
    return day;
  };
  forSheetPosts(sheets, ({ key, id, type, uploadedMs, link, caption, hashtags, mentions }) => {
    // Without its day nobody can say what it was meant for.
    if (id === '' || uploadedMs === undefined || posts.has(id)) return;
    posts.set(id, {
      id,
      creator: key,
      type,
      postedMs: uploadedMs,
      postedDay: dayOf(uploadedMs),
      text: caption,
      hashtags: hashtags.filter(Boolean),
      mentions: mentions.filter(Boolean),
    });
    if (link === '' || idByLink.has(link)) return;
    idByLink.set(link, id);
    linkById.set(id, link);
  });
  return {
    posts: [...posts.values()],
    idOf: (text) =>
      [text, ...ADDRESS_FORMS.map(([pattern, form]) => text.replace(new RegExp(pattern, 'u'), form))]
        .map((each, at) => idByLink.get(each) ?? (at === 0 && posts.has(each) ? each : undefined))
        .find((id) => id !== undefined) ?? text,
    textOf: ({ id }) => linkById.get(id) ?? id,
  };
}

/**
 * The last day of which all posts of a creator are known, by its key; `''`: none, or what was due then lies before the first day
 * that was asked for. Today is never over.
 */
export function knownThrough(host: Host, sheets: PostsSheets): (of: Pick<Deliverable, 'creator' | 'dueDay'>) => string {
  const days = new Map<string, { day: string; fromDay: string }>();
  for (const { memo } of sheets) {
    const untilMs = completeUntil(memo) ?? 0;
    const day = untilMs <= 0 ? '' : host.clock.day(untilMs - DAY_MS, host.timeZone());
    for (const key of keysAsked(memo))
      if (!days.has(key)) days.set(key, { day, fromDay: memo.filters['uploadedFrom'] ?? '' });
  }
  return ({ creator, dueDay }) => {
    const { day = '', fromDay = '' } = days.get(creator) ?? {};
    return dueDay !== '' && dueDay < fromDay ? '' : day;
  };
}

/** With nothing missing but what is new, the last sync knew all; else the oldest gap ends what is known. */
function completeUntil({ open, syncedAtMs }: ContentMemo): number | undefined {
  const [only, ...more] = open;
  const isWhole = only !== undefined && more.length === 0 && only.to === undefined && only.from !== undefined;
  return isWhole && syncedAtMs > 0 ? syncedAtMs : watermarkOf(open);
}
