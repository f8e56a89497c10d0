import { lazy } from '../../core/lazy';
import { CONTENT_ID } from '../../sheet/content-column';
import { contentSheets } from '../content/content-sheet';
import { headersOf } from '../run/own-rows';
import { keyValues, named, utcDay, type ArchiveSource } from './archive-source';
import { entryOf } from '../../core/text';

/** Fields of BigQuery by the headers of a content sheet. */
const fieldByHeader = lazy((): Readonly<Record<string, string>> => ({
  Handle: 'handle',
  Platform: 'platform',
  Type: 'type',
  Uploaded: 'uploaded',
  Followers: 'followers',
  Reach: 'reach',
  Likes: 'likes',
  Comments: 'comments',
  'Engagement rate': 'engagement_rate',
  'Viral factor': 'viral_factor',
  Caption: 'caption',
  Hashtags: 'hashtags',
  Mentions: 'mentions',
  Link: 'link',
  'Figures of': 'as_of',
  [CONTENT_ID]: 'post_id',
}));

/** Posts as their sheets have them. Read again by a sync, a post is a new row. */
export const POSTS: ArchiveSource = {
  table: 'posts',
  key: ['post_id', 'as_of'],
  rowsAPage: 2_000,
  sheets: ({ workbook }) =>
    contentSheets(workbook).map(({ table }) => ({
      table,
      idHeader: CONTENT_ID,
      columns: new Map(
        headersOf(table).flatMap((header, at) => {
          const field = entryOf(fieldByHeader(), header);
          return field === undefined ? [] : [[field, at + 1] as const];
        }),
      ),
    })),
  keyOf: () => (at) => {
    const [id, asOf] = [String(at('post_id')), at('as_of')];
    if (id === '' || !(asOf instanceof Date)) return undefined;
    return { id: `${id}/${utcDay(asOf.getTime())}`, atMs: asOf.getTime() };
  },
  valuesOf: (_, at, key) =>
    named({
      ...Object.fromEntries(Object.values(fieldByHeader()).map((field) => [field, at(field)])),
      ...keyValues(key),
      post_id: String(at('post_id')),
    }),
};
