import { COUNT, DAY } from '../../sheet/number-format';
import { cpm, creatorColumns } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Refs, Template } from './template-page';
import { templateText } from '../../schema/sheet-text';

function costPerEngagement({ cell }: Refs): string {
  const engagements = `(N(${cell('likes')})+N(${cell('comments')}))`;
  return `IF(AND(ISNUMBER(${cell('fee')});N(${cell('reach')})>0;${engagements}>0);${cell('fee')}/${engagements};"")`;
}

/** Fees of posts whose reach is known: the others would make every post look dearer. */
const feesWithReach = ({ all }: Refs): string => `SUMIF(${all('reach')};">0";${all('fee')})`;
const sum = (column: string, { all }: Refs): string => `SUMIF(${all('reach')};">0";${all(column)})`;

/** What was booked, when it is due, and what came of it. Nothing in it is asked of influData. */
export function campaignTracker({ money, dayFromNow }: TemplateFacts): Template {
  const text = templateText();
  const TEXT = text.campaign;
  return {
    title: TEXT.name,
    hint: TEXT.hint,
    heads: [
      { name: 'posts', label: TEXT.posts, value: ({ all }) => `COUNTA(${all('creator')})`, format: COUNT },
      { name: 'live', label: TEXT.live, value: ({ all }) => `COUNTIF(${all('reach')};">0")`, format: COUNT },
      { name: 'fees', label: text.fees, value: ({ all }) => `SUM(${all('fee')})`, format: money.whole },
      { name: 'reach', label: text.reach, value: ({ all }) => `SUM(${all('reach')})`, format: COUNT },
      { name: 'likes', label: TEXT.likes, value: ({ all }) => `SUM(${all('likes')})`, format: COUNT },
      { name: 'comments', label: TEXT.comments, value: ({ all }) => `SUM(${all('comments')})`, format: COUNT },
      {
        name: 'cpm',
        label: text.cpm,
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
      { name: 'status', header: text.status, width: 92, choices: Object.values(TEXT.statuses) },
      { name: 'link', header: TEXT.link, width: 140 },
      { name: 'fee', header: text.fee, width: 100, format: money.whole },
      { name: 'reach', header: text.reach, width: 92, format: COUNT },
      { name: 'likes', header: TEXT.likes, width: 84, format: COUNT },
      { name: 'comments', header: TEXT.comments, width: 96, format: COUNT },
      { name: 'cpm', header: text.cpm, width: 96, format: money.cents, formula: cpm },
      { name: 'cpe', header: TEXT.costPerEngagement, width: 110, format: money.fine, formula: costPerEngagement },
      { name: 'notes', header: text.notes, width: 180, wraps: true },
    ],
    examples: [
      {
        creator: 'adidas',
        platform: 'Instagram',
        deliverable: TEXT.reel,
        due: dayFromNow(-7),
        status: TEXT.statuses.live,
        link: 'https://www.instagram.com/adidas/',
        fee: 4500,
        reach: 310_000,
        likes: 12_400,
        comments: 310,
        notes: text.exampleFee,
      },
      {
        creator: 'nike',
        platform: 'Instagram',
        deliverable: TEXT.story,
        due: dayFromNow(3),
        status: TEXT.statuses.approved,
        fee: 2200,
        notes: text.exampleFee,
      },
      {
        creator: 'mkbhd',
        platform: 'YouTube',
        deliverable: TEXT.video,
        due: dayFromNow(14),
        status: TEXT.statuses.planned,
        fee: 9000,
        notes: text.exampleFee,
      },
    ],
  };
}
