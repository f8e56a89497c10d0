import { COUNT, DAY } from '../../sheet/number-format';
import { creatorColumns, figureColumns, tickHeads } from './creator-figures';
import type { TemplateFacts } from './template-facts';
import type { Template } from './template-page';
import { templateText } from '../../schema/sheet-text';

/** Who might be booked: key figures, how far talks are, and what is agreed. */
export function shortlist({ money, dayFromNow }: TemplateFacts): Template {
  const text = templateText();
  const TEXT = text.shortlist;
  const { statuses } = text;
  return {
    title: TEXT.name,
    hint: TEXT.hint,
    heads: [
      ...tickHeads(),
      { name: 'creators', label: TEXT.creators, value: ({ all }) => `COUNTA(${all('creator')})`, format: COUNT },
      {
        name: 'agreed',
        label: TEXT.agreedCreators,
        value: ({ all }) => `COUNTIF(${all('status')};"${statuses.agreed}")`,
        format: COUNT,
      },
      {
        name: 'fees',
        label: TEXT.agreedFees,
        value: ({ all }) => `SUMIF(${all('status')};"${statuses.agreed}";${all('fee')})`,
        format: money.whole,
      },
    ],
    columns: [
      ...creatorColumns(),
      ...figureColumns(', country'),
      { name: 'country', header: text.country, width: 130 },
      { name: 'status', header: text.status, width: 130, choices: Object.values(statuses) },
      { name: 'contact', header: TEXT.lastContact, width: 110, format: DAY, align: 'left' },
      { name: 'fee', header: text.fee, width: 110, format: money.whole },
      { name: 'notes', header: text.notes, width: 240, wraps: true },
    ],
    examples: [
      {
        creator: 'adidas',
        platform: 'Instagram',
        status: statuses.agreed,
        contact: dayFromNow(-6),
        fee: 4500,
        notes: text.exampleFee,
      },
      {
        creator: 'nike',
        platform: 'Instagram',
        status: statuses.negotiating,
        contact: dayFromNow(-3),
        fee: 6000,
        notes: text.exampleFee,
      },
      {
        creator: 'natgeo',
        platform: 'Instagram',
        status: statuses.contacted,
        contact: dayFromNow(-1),
        fee: 5200,
        notes: text.exampleFee,
      },
      { creator: 'khaby.lame', platform: 'TikTok', status: statuses.new, notes: text.example },
      {
        creator: 'mkbhd',
        platform: 'YouTube',
        status: statuses.declined,
        contact: dayFromNow(-9),
        notes: text.example,
      },
    ],
  };
}
