import { DELIVERABLE_STATES, type DeliverableState } from '../../schema/deliverable-state';
import { STATE_WORDS } from '../../schema/text/deliverable-state';
import { campaignText } from '../../schema/sheet-text';
import { contentTypesOf, CONTENT_PLATFORMS } from '../../schema/content-filter';
import { NO_POST } from '../../schema/deliverable';
import { PLATFORM_NAMES } from '../../schema/platform';
import { HANDLE_BEGINS, HANDLE_ENDS, HASHTAG_BEGINS, HASHTAG_ENDS } from '../../schema/post-text';
import { COUNT, DAY, ENGAGEMENT_SHARE } from '../../sheet/number-format';
import { cpm, creatorColumns } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Refs, TemplateColumn } from './template-page';

/** Columns of a tracker that its tool knows, by their marks. */
export const CAMPAIGN_COLUMNS = [
  ...(['creator', 'platform', 'type', 'due', 'tags', 'mentions', 'disclosure', 'fee', 'post'] as const),
  ...(['found', 'at', 'words', 'id', 'through', 'state', 'lacks', 'posted', 'reach', 'likes', 'comments'] as const),
  ...(['engagement', 'cpm', 'cpe', 'others'] as const),
] as const;
export type CampaignColumn = (typeof CAMPAIGN_COLUMNS)[number];
export const campaignMark = (name: CampaignColumn): string => `campaign:${name}`;

/** A whole column of the sheet with the posts, by its header: `'Posts'!$G:$G`; undefined: there is no such column. */
export type PostsRef = (header: string) => string | undefined;

/** A fill that is seen from afar, and a text that can be read on it. */
const [GOOD, MEND, BAD, LOOK, QUIETLY] = [
  ['#d3f0de', '#12633a'],
  ['#fdecc8', '#7a4a00'],
  ['#fbd7d9', '#96202a'],
  ['#dbe4ff', '#28388f'],
  ['#e5e7eb', '#4b5563'],
] as const;
const COLORS: Readonly<Record<DeliverableState, readonly [fill: string, color: string]>> = {
  unknownPost: LOOK,
  takenPost: LOOK,
  disclosureMissing: BAD,
  hashtagMissing: MEND,
  mentionMissing: MEND,
  postedTwice: LOOK,
  late: MEND,
  live: GOOD,
  unseen: QUIETLY,
  open: QUIETLY,
  missing: BAD,
  unchecked: QUIETLY,
};

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

/** Platforms whose posts can't be found, as a cell names them or an address does. Without either it is Instagram. */
const UNSEEN = ((names: string) => `^(?:${names}) |(?:${names})[.][a-z]+/`)(
  PLATFORM_NAMES.filter((name) => !CONTENT_PLATFORMS.includes(name)).join('|'),
);

type Formula = Pick<TemplateColumn, 'formula'>;

const wholeColumn = (cell: string): string => ((column) => `${column}:${column}`)(cell.replace(/\d+$/, ''));

/** Whether a row above has the same. */
const isAbove = (cell: string): string => `MATCH(${cell};${wholeColumn(cell)};0)<ROW()`;

/** What `source` has in the row of the posts that belongs to this one. */
const indexed = (source: string, { cell }: Refs): string => `INDEX(${source};INT(${cell('at')}))`;

/** The day of this row's post, blank where the post counts for a row above. Without posts it is left to whoever types it. */
const dated = (source: string | undefined): Formula =>
  source === undefined
    ? {}
    : {
        formula: (refs) => `IF(N(${refs.cell('at')})=0;"";IF(${isAbove(refs.cell('at'))};"";${indexed(source, refs)}))`,
      };

/** A figure of this row's post, where the post counts for it: so it is in no sum twice. */
const looked = (source: string | undefined): Formula =>
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
function placed(link: string | undefined, id: string | undefined, sheetId: number): Formula {
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
function wordsOf(caption: string | undefined, tags: string | undefined, mentions: string | undefined): Formula {
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

/** For a piece of a formula: names as a pattern takes them, a dot being itself. */
const asPattern = (names: string): string => `SUBSTITUTE(${names};".";"[.]")`;

/** The names of a cell, parted by commas, spaces or lines, that the post does not have. One that is no name is lacking. */
function lacking(wanted: string, words: string, sign: string, begins: string, ends: string): string {
  const plain = `SUBSTITUTE(SPLIT(SUBSTITUTE(${wanted};CHAR(10);" ");" ,;");"${sign}";"")`;
  const isThere = `REGEXMATCH(${words};"(?i)${begins}"&${asPattern(plain)}&"${ends}")`;
  return `IF(TRIM(${wanted})="";"";ARRAYFORMULA(TEXTJOIN(", ";TRUE;IF(IFERROR(${isThere};FALSE);"";"${sign}"&${plain}))))`;
}

/** What stands for no: `needsDisclosure` reads the same. */
export const NO_DISCLOSURE = '^(no|none|nein|false|falsch|-)?$';

function undisclosed({ cell, head }: Refs, label: string): string {
  const isTold = `REGEXMATCH(REGEXREPLACE(${cell('words')};${head('removed')};" ");${head('pattern')})`;
  return `IF(REGEXMATCH(LOWER(TRIM(${cell('disclosure')}));"${NO_DISCLOSURE}");"";IF(${isTold};"";"${label}"))`;
}

/** English for everybody, as the states are: their formula looks for it. */
const LACKS_DISCLOSURE = 'disclosure';

function lacks(refs: Refs): string {
  const { cell } = refs;
  const parts = [
    lacking(cell('tags'), cell('words'), '#', HASHTAG_BEGINS, HASHTAG_ENDS),
    lacking(cell('mentions'), cell('words'), '@', HANDLE_BEGINS, HANDLE_ENDS),
    undisclosed(refs, LACKS_DISCLOSURE),
  ];
  return `IF(${cell('words')}="";"";TEXTJOIN(", ";TRUE;${parts.join(';')}))`;
}

/** The same order as `stateOf`: what can be mended is said before what is a fact. */
function state({ cell }: Refs): string {
  const [post, due, platform] = [cell('post'), cell('due'), cell('platform')];
  const none = `OR(${post}="";LOWER(${post})="${NO_POST}")`;
  const isLacking = (pattern: string): string => `REGEXMATCH(${cell('lacks')}&"";"${pattern}")`;
  const branches: [condition: string, then: DeliverableState][] = [
    [`AND(${none};REGEXMATCH(LOWER(${platform}&" "&${cell('creator')});"${UNSEEN}"))`, 'unseen'],
    [`AND(${none};OR(NOT(ISNUMBER(${due}));N(${due})>=TODAY()))`, 'open'],
    [`AND(${none};N(${cell('through')})>=N(${due}))`, 'missing'],
    [none, 'unchecked'],
    // By its row in the posts, whatever form its address has; where there are no posts, by its text.
    [`IF(N(${cell('at')})>0;${isAbove(cell('at'))};AND(ISNUMBER(${cell('posted')});${isAbove(post)}))`, 'takenPost'],
    [`NOT(ISNUMBER(${cell('posted')}))`, 'unknownPost'],
    [isLacking(`${LACKS_DISCLOSURE}$`), 'disclosureMissing'],
    [isLacking('#'), 'hashtagMissing'],
    [isLacking('@'), 'mentionMissing'],
    [`${cell('others')}<>""`, 'postedTwice'],
    [`AND(ISNUMBER(${due});INT(N(${cell('posted')}))>N(${due}))`, 'late'],
  ];
  const said = branches.reduceRight(
    (rest, [condition, then]) => `IF(${condition};"${STATE_WORDS[then]}";${rest})`,
    `"${STATE_WORDS.live}"`,
  );
  return `IF(${cell('creator')}="";"";${said})`;
}

/** Both are needed, as `costPerEngagement` needs them. */
function costPerEngagement({ cell }: Refs): string {
  const [fee, likes, comments] = ['fee', 'likes', 'comments'].map(cell);
  const isKnown = `AND(ISNUMBER(${fee});ISNUMBER(${likes});ISNUMBER(${comments});N(${fee})>=0;N(${likes})>=0;N(${comments})>=0;N(${likes})+N(${comments})>0)`;
  return `IF(${isKnown};${fee}/(${likes}+${comments});"")`;
}

/** The columns of a tracker; `posts` is the sheet that its formulas look into, of that id. */
export function campaignColumns(
  { money }: Pick<TemplateFacts, 'money'>,
  posts: PostsRef = () => undefined,
  postsId = 0,
): TemplateColumn[] {
  const TEXT = campaignText();
  const own = (name: CampaignColumn, header: string, more: Partial<TemplateColumn>) => ({
    name,
    header,
    mark: campaignMark(name),
    ...more,
  });
  const figure = (name: 'reach' | 'likes' | 'comments', source: string): TemplateColumn =>
    own(name, TEXT[name], { width: 92, format: COUNT, ...looked(posts(source)) });
  const [creator, platform] = creatorColumns(130, 96) as [TemplateColumn, TemplateColumn];
  return [
    { ...creator, header: TEXT.creator, mark: campaignMark('creator') },
    { ...platform, header: TEXT.platform, mark: campaignMark('platform') },
    own('type', TEXT.type, { width: 84, choices: contentTypesOf(CONTENT_PLATFORMS) }),
    own('due', TEXT.due, { width: 90, format: DAY, align: 'left' }),
    own('tags', TEXT.tags, { width: 130 }),
    own('mentions', TEXT.mentions, { width: 110 }),
    own('disclosure', TEXT.disclosure, { width: 100, choices: ['yes', 'no'] }),
    own('fee', TEXT.fee, { width: 100, format: money.whole }),
    own('post', TEXT.post, { width: 210 }),
    own('found', TEXT.found, { width: 150, isFolded: true }),
    own('at', TEXT.at, {
      width: 90,
      isFolded: true,
      format: COUNT,
      ...placed(posts('Link'), posts('Content id'), postsId),
    }),
    own('words', TEXT.words, {
      width: 150,
      isFolded: true,
      ...wordsOf(posts('Caption'), posts('Hashtags'), posts('Mentions')),
    }),
    own('id', TEXT.id, { width: 90, isFolded: true }),
    own('through', TEXT.through, { width: 90, isFolded: true, format: DAY, align: 'left' }),
    own('state', TEXT.state, {
      width: 130,
      formula: state,
      lights: DELIVERABLE_STATES.map((each) => ({
        text: STATE_WORDS[each],
        fill: COLORS[each][0],
        color: COLORS[each][1],
      })),
    }),
    own('lacks', TEXT.lacks, { width: 150, formula: lacks }),
    own('posted', TEXT.posted, { width: 90, format: DAY, align: 'left', ...dated(posts('Uploaded')) }),
    figure('reach', 'Reach'),
    figure('likes', 'Likes'),
    figure('comments', 'Comments'),
    own('engagement', TEXT.engagement, {
      width: 100,
      format: ENGAGEMENT_SHARE,
      ...looked(posts('Engagement rate')),
    }),
    own('cpm', TEXT.cpm, { width: 96, format: money.cents, formula: cpm }),
    own('cpe', TEXT.costPerEngagement, { width: 110, format: money.fine, formula: costPerEngagement }),
    own('others', TEXT.others, { width: 150 }),
    { name: 'notes', header: TEXT.notes, width: 180, wraps: true },
  ];
}
