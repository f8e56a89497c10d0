import { COUNT, DAY } from '../../sheet/number-format';
import { creatorColumns, figureColumns, tickHeads } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Template } from './template-page';
import { TEMPLATE_TEXT } from './template-text';

const TEXT = TEMPLATE_TEXT.shortlist;

/** Who might be booked: key figures, how far talks are, and what is agreed. */
export const shortlist = ({ money, dayFromNow }: TemplateFacts): Template => ({
  title: TEXT.name,
  hint: TEXT.hint,
  heads: [
    ...tickHeads(),
    { name: 'creators', label: TEXT.creators, value: ({ all }) => `COUNTA(${all('creator')})`, format: COUNT },
    {
      name: 'agreed',
      label: TEXT.agreedCreators,
      value: ({ all }) => `COUNTIF(${all('status')};"${TEMPLATE_TEXT.agreed}")`,
      format: COUNT,
    },
    {
      name: 'fees',
      label: TEXT.agreedFees,
      value: ({ all }) => `SUMIF(${all('status')};"${TEMPLATE_TEXT.agreed}";${all('fee')})`,
      format: money.whole,
    },
  ],
  columns: [
    ...creatorColumns(),
    ...figureColumns(', country'),
    { name: 'country', header: TEMPLATE_TEXT.country, width: 130 },
    { name: 'status', header: TEMPLATE_TEXT.status, width: 130, choices: TEMPLATE_TEXT.statuses },
    { name: 'contact', header: TEXT.lastContact, width: 110, format: DAY, align: 'left' },
    { name: 'fee', header: TEMPLATE_TEXT.fee, width: 110, format: money.whole },
    { name: 'notes', header: TEMPLATE_TEXT.notes, width: 240, wraps: true },
  ],
  examples: [
    {
      creator: 'adidas',
      platform: 'Instagram',
      status: 'agreed',
      contact: dayFromNow(-6),
      fee: 4500,
      notes: TEMPLATE_TEXT.exampleFee,
    },
    {
      creator: 'nike',
      platform: 'Instagram',
      status: 'negotiating',
      contact: dayFromNow(-3),
      fee: 6000,
      notes: TEMPLATE_TEXT.exampleFee,
    },
    {
      creator: 'natgeo',
      platform: 'Instagram',
      status: 'contacted',
      contact: dayFromNow(-1),
      fee: 5200,
      notes: TEMPLATE_TEXT.exampleFee,
    },
    { creator: 'khaby.lame', platform: 'TikTok', status: 'new', notes: TEMPLATE_TEXT.example },
    {
      creator: 'mkbhd',
      platform: 'YouTube',
      status: 'declined',
      contact: dayFromNow(-9),
      notes: TEMPLATE_TEXT.example,
    },
  ],
});
