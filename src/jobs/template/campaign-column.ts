import { lazy } from '../../core/lazy';
import { DELIVERABLE_STATES, type DeliverableState } from '../../schema/deliverable-state';
import { STATE_WORDS } from '../../schema/text/deliverable-state';
import { campaignText } from '../../schema/sheet-text';
import { contentTypesOf, CONTENT_PLATFORMS } from '../../schema/content-filter';
import { NO_POST } from '../../schema/deliverable';
import { PLATFORM_NAMES } from '../../schema/platform';
import { HANDLE_BEGINS, HANDLE_ENDS, HASHTAG_BEGINS, HASHTAG_ENDS } from '../../schema/post-text';
import { COUNT, DAY, ENGAGEMENT_SHARE } from '../../sheet/number-format';
import { dated, isAbove, looked, placed, wordsOf } from './campaign-lookup';
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

/** By this one a sheet is known as a tracker. */
export const TRACKER_MARK = campaignMark('post');

/** It is set last: killed before, there is no tracker that would miss columns. */
export const trackerMarks = (marks: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...marks].sort(([one], [other]) => Number(one === TRACKER_MARK) - Number(other === TRACKER_MARK)));

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

/** Platforms whose posts can't be found, as a cell names them or an address does. Without either it is Instagram. */
const unseen = lazy(() => {
  const names = PLATFORM_NAMES.filter((name) => !CONTENT_PLATFORMS.includes(name)).join('|');
  return `^(?:${names}) |(?:${names})[.][a-z]+/`;
});

/** For a piece of a formula: names as a pattern takes them, a dot being itself. */
const asPattern = (names: string): string => `SUBSTITUTE(${names};".";"[.]")`;

/** The names of a cell, parted by commas, spaces or lines, that the post does not have. One that is no name is lacking. */
function lacking(wanted: string, words: string, sign: string, begins: string, ends: string): string {
  const plain = `SUBSTITUTE(SPLIT(SUBSTITUTE(${wanted};CHAR(10);" ");" ,;");"${sign}";"")`;
  const isThere = `REGEXMATCH(${words};"(?i)${begins}"&${asPattern(plain)}&"${ends}")`;
  return `IF(TRIM(${wanted})="";"";ARRAYFORMULA(TEXTJOIN(", ";TRUE;IF(IFERROR(${isThere};FALSE);"";"${sign}"&${plain}))))`;
}

/** What stands for no, in the formula of what is lacking and in code. */
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
    [`AND(${none};REGEXMATCH(LOWER(${platform}&" "&${cell('creator')});"${unseen()}"))`, 'unseen'],
    // A day that is text is none that anything could be held against.
    [`AND(${none};${due}<>"";NOT(ISNUMBER(${due})))`, 'unchecked'],
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
