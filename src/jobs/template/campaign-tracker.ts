import type { CellValue } from '../../core/ports';
import { STATE_WORDS } from '../../schema/text/deliverable-state';
import { campaignText } from '../../schema/sheet-text';
import { disclosurePatterns } from '../../schema/disclosure';
import { COUNT, DAY } from '../../sheet/number-format';
import { campaignColumns, type CampaignColumn } from './campaign-column';
import type { TemplateFacts } from './template-facts';
import type { Refs, Template } from './template-page';

/** Of rows that have all of these: a fee without reach, or reach without a fee, would bend the price. */
const sumWith = (sum: CampaignColumn, known: readonly CampaignColumn[], { all }: Refs): string =>
  `SUMIFS(${[all(sum), ...known.flatMap((each) => [all(each), '">=0"'])].join(';')})`;

/** What so many cost, over all rows in which both sides are known. */
function price(counted: readonly CampaignColumn[], unit: number, refs: Refs): string {
  const known = ['fee', ...counted] as const;
  const count = `(${counted.map((each) => sumWith(each, known, refs)).join('+')})`;
  return `IF(${count}>0;${sumWith('fee', known, refs)}/${count}*${unit};"")`;
}

const counted =
  (state: string) =>
  ({ all }: Refs): string =>
    `COUNTIF(${all('state')};"${state}")`;

/** What is in a tracker; without it, the template's examples. */
export interface CampaignContent extends Pick<Template, 'title' | 'hint' | 'examples' | 'rows'> {
  /** The day from which posts count. */
  from: CellValue;
}

/** What was agreed, when it is due, and what came of it. Nothing in it asks influData. */
export function campaignTracker(facts: TemplateFacts, content: CampaignContent = exampleContent(facts)): Template {
  const TEXT = campaignText();
  const { removed, found } = disclosurePatterns();
  const { money } = facts;
  const { from, ...own } = content;
  return {
    ...own,
    heads: [
      { name: 'posts', label: TEXT.deliverables, value: ({ all }) => `COUNTA(${all('creator')})`, format: COUNT },
      { name: 'live', label: TEXT.live, value: ({ all }) => `COUNT(${all('posted')})`, format: COUNT },
      { name: 'open', label: TEXT.open, value: counted(STATE_WORDS.open), format: COUNT },
      { name: 'overdue', label: TEXT.overdue, value: counted(STATE_WORDS.missing), format: COUNT },
      { name: 'from', label: TEXT.from, value: from, format: DAY, kind: 'input' },
      undefined,
      { name: 'fees', label: TEXT.fees, value: ({ all }) => `SUM(${all('fee')})`, format: money.whole },
      { name: 'cpm', label: TEXT.cpm, value: (refs) => price(['reach'], 1000, refs), format: money.cents },
      {
        name: 'cpe',
        label: TEXT.costPerEngagement,
        value: (refs) => price(['likes', 'comments'], 1, refs),
        format: money.fine,
      },
      // Over the folded columns: what the formulas of Missing look for.
      { name: 'removed', label: TEXT.removed, value: removed },
      { name: 'pattern', label: TEXT.pattern, value: found },
      ...Array.from({ length: 6 }, () => undefined),
      ...(['reach', 'likes', 'comments'] as const).map((name) => ({
        name,
        label: TEXT[name],
        // Hidden ones are -1.
        value: ({ all }: Refs) => `SUMIF(${all(name)};">=0")`,
        format: COUNT,
      })),
    ],
    columns: campaignColumns(facts),
  };
}

function exampleContent({ dayFromNow }: TemplateFacts): CampaignContent {
  const TEXT = campaignText();
  return {
    title: TEXT.name,
    hint: TEXT.exampleHint,
    from: dayFromNow(-30),
    examples: [
      {
        creator: 'adidas',
        platform: 'Instagram',
        type: 'reel',
        due: dayFromNow(-7),
        tags: '#summer',
        disclosure: 'yes',
        fee: 4500,
        post: 'https://www.instagram.com/adidas/',
        posted: dayFromNow(-7),
        reach: 310_000,
        likes: 12_400,
        comments: 310,
        notes: TEXT.exampleFee,
      },
      {
        creator: 'nike',
        platform: 'Instagram',
        type: 'story',
        due: dayFromNow(3),
        mentions: '@infludata',
        fee: 2200,
        notes: TEXT.exampleFee,
      },
      { creator: 'mkbhd', platform: 'YouTube', type: 'video', due: dayFromNow(14), fee: 9000, notes: TEXT.exampleFee },
    ],
  };
}
