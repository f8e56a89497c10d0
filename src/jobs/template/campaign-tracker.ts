import { COUNT, DAY } from '../../sheet/number-format';
import { cpm, creatorColumns } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Refs, Template } from './template-page';
import { TEMPLATE_TEXT } from './template-text';

const TEXT = TEMPLATE_TEXT.campaign;

function costPerEngagement({ cell }: Refs): string {
  const engagements = `(N(${cell('likes')})+N(${cell('comments')}))`;
  return `IF(AND(ISNUMBER(${cell('fee')});N(${cell('reach')})>0;${engagements}>0);${cell('fee')}/${engagements};"")`;
}

/** Fees of posts whose reach is known: the others would make every post look dearer. */
const feesWithReach = ({ all }: Refs): string => `SUMIF(${all('reach')};">0";${all('fee')})`;
const sum = (column: string, { all }: Refs): string => `SUMIF(${all('reach')};">0";${all(column)})`;

/** What was booked, when it is due, and what came of it. Nothing in it is asked of influData. */
export const campaignTracker = ({ money, dayFromNow }: TemplateFacts): Template => ({
  title: TEXT.name,
  hint: TEXT.hint,
  heads: [
    { name: 'posts', label: TEXT.posts, value: ({ all }) => `COUNTA(${all('creator')})`, format: COUNT },
    { name: 'live', label: TEXT.live, value: ({ all }) => `COUNTIF(${all('reach')};">0")`, format: COUNT },
    { name: 'fees', label: TEMPLATE_TEXT.fees, value: ({ all }) => `SUM(${all('fee')})`, format: money.whole },
    { name: 'reach', label: TEMPLATE_TEXT.reach, value: ({ all }) => `SUM(${all('reach')})`, format: COUNT },
    { name: 'likes', label: TEXT.likes, value: ({ all }) => `SUM(${all('likes')})`, format: COUNT },
    { name: 'comments', label: TEXT.comments, value: ({ all }) => `SUM(${all('comments')})`, format: COUNT },
    {
      name: 'cpm',
      label: TEMPLATE_TEXT.cpm,
      value: (refs) => `IF(${sum('reach', refs)}>0;${feesWithReach(refs)}/${sum('reach', refs)}*1000;"")`,
      format: money.cents,
    },
    {
      name: 'cpe',
      label: TEXT.costPerEngagement,
      value: (refs) => {
        const engagements = `(${sum('likes', refs)}+${sum('comments', refs)})`;
        return `IF(${engagements}>0;${feesWithReach(refs)}/${engagements};"")`;
      },
      format: money.fine,
    },
  ],
  columns: [
    ...creatorColumns(126, 96),
    { name: 'deliverable', header: TEXT.deliverable, width: 136 },
    { name: 'due', header: TEXT.due, width: 90, format: DAY, align: 'left' },
    { name: 'status', header: TEMPLATE_TEXT.status, width: 92, choices: TEXT.statuses },
    { name: 'link', header: TEXT.link, width: 140 },
    { name: 'fee', header: TEMPLATE_TEXT.fee, width: 100, format: money.whole },
    { name: 'reach', header: TEMPLATE_TEXT.reach, width: 92, format: COUNT },
    { name: 'likes', header: TEXT.likes, width: 84, format: COUNT },
    { name: 'comments', header: TEXT.comments, width: 96, format: COUNT },
    { name: 'cpm', header: TEMPLATE_TEXT.cpm, width: 96, format: money.cents, formula: cpm },
    { name: 'cpe', header: TEXT.costPerEngagement, width: 110, format: money.fine, formula: costPerEngagement },
    { name: 'notes', header: TEMPLATE_TEXT.notes, width: 180, wraps: true },
  ],
  examples: [
    {
      creator: 'adidas',
      platform: 'Instagram',
      deliverable: TEXT.reel,
      due: dayFromNow(-7),
      status: 'live',
      link: 'https://www.instagram.com/adidas/',
      fee: 4500,
      reach: 310_000,
      likes: 12_400,
      comments: 310,
      notes: TEMPLATE_TEXT.exampleFee,
    },
    {
      creator: 'nike',
      platform: 'Instagram',
      deliverable: TEXT.story,
      due: dayFromNow(3),
      status: 'approved',
      fee: 2200,
      notes: TEMPLATE_TEXT.exampleFee,
    },
    {
      creator: 'mkbhd',
      platform: 'YouTube',
      deliverable: TEXT.video,
      due: dayFromNow(14),
      status: 'planned',
      fee: 9000,
      notes: TEMPLATE_TEXT.exampleFee,
    },
  ],
});
