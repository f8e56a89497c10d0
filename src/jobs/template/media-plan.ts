import { COUNT, ENGAGEMENT } from '../../sheet/number-format';
import { cpm, creatorColumns, figureColumns, tickHeads } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Refs, Template } from './template-page';
import { TEMPLATE_TEXT } from './template-text';

const TEXT = TEMPLATE_TEXT.plan;

const expectedReach = ({ cell, head }: Refs): string =>
  `IF(AND(ISNUMBER(${cell('followers')});ISNUMBER(${cell('posts')}));${cell('followers')}*${cell('posts')}*${head('share')}/100;"")`;

/** What a budget buys, by an assumption of how far posts reach. */
export const mediaPlan = ({ money }: TemplateFacts): Template => ({
  title: TEXT.name,
  hint: TEXT.hint,
  heads: [
    ...tickHeads(),
    { name: 'budget', label: TEXT.budget, value: 25_000, format: money.whole, kind: 'input' },
    { name: 'fees', label: TEMPLATE_TEXT.fees, value: ({ all }) => `SUM(${all('fee')})`, format: money.whole },
    {
      name: 'left',
      label: TEXT.left,
      value: ({ all, head }) => `${head('budget')}-SUM(${all('fee')})`,
      format: money.whole,
    },
    { name: 'share', label: TEXT.reachShare, value: 30, format: ENGAGEMENT, kind: 'input' },
    {
      name: 'reach',
      label: TEXT.expectedReach,
      value: ({ all }) => `IF(COUNT(${all('reach')})=0;"";SUM(${all('reach')}))`,
      format: COUNT,
    },
    {
      name: 'cpm',
      label: TEMPLATE_TEXT.cpm,
      value: ({ all }) =>
        `IF(SUM(${all('reach')})>0;SUMIF(${all('reach')};">0";${all('fee')})/SUM(${all('reach')})*1000;"")`,
      format: money.cents,
    },
  ],
  columns: [
    ...creatorColumns(),
    ...figureColumns(),
    { name: 'posts', header: TEXT.posts, width: 110, format: COUNT },
    { name: 'fee', header: TEMPLATE_TEXT.fee, width: 120, format: money.whole },
    { name: 'reach', header: TEXT.expectedReach, width: 130, format: COUNT, formula: expectedReach },
    { name: 'cpm', header: TEMPLATE_TEXT.cpm, width: 110, format: money.cents, formula: cpm },
    { name: 'notes', header: TEMPLATE_TEXT.notes, width: 220, wraps: true },
  ],
  examples: [
    { creator: 'adidas', platform: 'Instagram', posts: 2, fee: 4500, notes: TEMPLATE_TEXT.exampleFee },
    { creator: 'nike', platform: 'Instagram', posts: 1, fee: 6000, notes: TEMPLATE_TEXT.exampleFee },
    { creator: 'khaby.lame', platform: 'TikTok', posts: 3, fee: 7500, notes: TEMPLATE_TEXT.exampleFee },
    { creator: 'mkbhd', platform: 'YouTube', posts: 1, fee: 5000, notes: TEMPLATE_TEXT.exampleFee },
  ],
});
