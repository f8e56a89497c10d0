import { COUNT, ENGAGEMENT } from '../../sheet/number-format';
import { cpm, creatorColumns, figureColumns, tickHeads } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Refs, Template } from './template-page';
import { templateText } from '../../schema/sheet-text';

const expectedReach = ({ cell, head }: Refs): string =>
  `IF(AND(ISNUMBER(${cell('followers')});ISNUMBER(${cell('posts')}));${cell('followers')}*${cell('posts')}*${head('share')}/100;"")`;

/** What a budget buys, by an assumption of how far posts reach. */
export function mediaPlan({ money }: TemplateFacts): Template {
  const text = templateText();
  const TEXT = text.plan;
  return {
    title: TEXT.name,
    hint: TEXT.hint,
    heads: [
      ...tickHeads(),
      { name: 'budget', label: TEXT.budget, value: 25_000, format: money.whole, kind: 'input' },
      { name: 'fees', label: text.fees, value: ({ all }) => `SUM(${all('fee')})`, format: money.whole },
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
        label: text.cpm,
        value: ({ all }) =>
          `IF(SUM(${all('reach')})>0;SUMIF(${all('reach')};">0";${all('fee')})/SUM(${all('reach')})*1000;"")`,
        format: money.cents,
      },
    ],
    columns: [
      ...creatorColumns(),
      ...figureColumns(),
      { name: 'posts', header: TEXT.posts, width: 110, format: COUNT },
      { name: 'fee', header: text.fee, width: 120, format: money.whole },
      { name: 'reach', header: TEXT.expectedReach, width: 130, format: COUNT, formula: expectedReach },
      { name: 'cpm', header: text.cpm, width: 110, format: money.cents, formula: cpm },
      { name: 'notes', header: text.notes, width: 220, wraps: true },
    ],
    examples: [
      { creator: 'adidas', platform: 'Instagram', posts: 2, fee: 4500, notes: text.exampleFee },
      { creator: 'nike', platform: 'Instagram', posts: 1, fee: 6000, notes: text.exampleFee },
      { creator: 'khaby.lame', platform: 'TikTok', posts: 3, fee: 7500, notes: text.exampleFee },
      { creator: 'mkbhd', platform: 'YouTube', posts: 1, fee: 5000, notes: text.exampleFee },
    ],
  };
}
