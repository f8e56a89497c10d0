import type { Refs, TemplateColumn } from './template-page';

/** Ways to write a post's address, as patterns and what they become: the first that the posts have counts. */
export const ADDRESS_FORMS: readonly (readonly [pattern: string, form: string])[] = [
  ['/?([?#].*)?$', ''],
  ['^.*instagram[.]com/(?:[^/]+/)?(?:p|reels?|tv)/([A-Za-z0-9_-]+).*$', 'https://www.instagram.com/p/$1/'],
  ['^.*instagram[.]com/(?:[^/]+/)?(?:p|reels?|tv)/([A-Za-z0-9_-]+).*$', 'https://www.instagram.com/reel/$1/'],
  [
    '^.*(?:youtu[.]be/|youtube[.]com/(?:watch[?]v=|shorts/))([A-Za-z0-9_-]{11}).*$',
    'https://www.youtube.com/watch?v=$1',
  ],
];

type Formula = Pick<TemplateColumn, 'formula'>;

const wholeColumn = (cell: string): string => ((column) => `${column}:${column}`)(cell.replace(/\d+$/, ''));

/** Whether a row above has the same. */
export const isAbove = (cell: string): string => `MATCH(${cell};${wholeColumn(cell)};0)<ROW()`;

/** What `source` has in the row of the posts that belongs to this one. */
const indexed = (source: string, { cell }: Refs): string => `INDEX(${source};INT(${cell('at')}))`;

/** The day of this row's post, blank where the post counts for a row above. Without posts it is left to whoever types it. */
export const dated = (source: string | undefined): Formula =>
  source === undefined
    ? {}
    : {
        formula: (refs) => `IF(N(${refs.cell('at')})=0;"";IF(${isAbove(refs.cell('at'))};"";${indexed(source, refs)}))`,
      };

/** A figure of this row's post, where the post counts for it: so it is in no sum twice. */
export const looked = (source: string | undefined): Formula =>
  source === undefined
    ? {}
    : {
        formula: (refs) => `IF(OR(N(${refs.cell('at')})=0;N(${refs.cell('posted')})=0);"";${indexed(source, refs)})`,
      };

const matching = (text: string, column: string): string => `MATCH(${text};${column};0)`;

/**
 * The row of the posts that the cell names, by its address or its id. The sheet's own number stands behind the point: the same
 * row of another sheet is another post.
 */
export function placed(link: string | undefined, id: string | undefined, sheetId: number): Formula {
  if (link === undefined && id === undefined) return {};
  return {
    formula: ({ cell }) => {
      const post = cell('post');
      const tries = [
        ...(link === undefined ? [] : [matching(post, link)]),
        ...(id === undefined ? [] : [matching(post, id)]),
        ...(link === undefined
          ? []
          : ADDRESS_FORMS.map(([pattern, form]) => matching(`REGEXREPLACE(${post};"${pattern}";"${form}")`, link))),
      ];
      const found = tries.reduceRight((rest, next) => `IFERROR(${next};${rest})`);
      return `IF(${post}="";"";IFERROR(${found}+${sheetId}/10000000000;""))`;
    },
  };
}

/** Each on a line of its own. */
const begun = (sign: string): string => `CHAR(10)&"${sign}"`;

/** Caption, hashtags and mentions of the post, as `postText` puts them together. */
export function wordsOf(caption: string | undefined, tags: string | undefined, mentions: string | undefined): Formula {
  const lists = [
    [tags, '#'],
    [mentions, '@'],
  ] as const;
  if (caption === undefined && tags === undefined && mentions === undefined) return {};
  return {
    formula: (refs) => {
      const texts = [
        ...(caption === undefined ? [] : [indexed(caption, refs)]),
        ...lists.flatMap(([source, sign]) =>
          source === undefined
            ? []
            : [
                `${begun(sign)}&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${indexed(source, refs)};"${sign}";"");", ";",");",";${begun(sign)})`,
              ],
        ),
      ];
      return `IF(N(${refs.cell('at')})=0;"";${texts.join('&')})`;
    },
  };
}
