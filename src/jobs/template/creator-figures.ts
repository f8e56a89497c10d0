import type { Head, Refs, TemplateColumn } from './template-page';
import { platformChoices } from './template-page';
import { COUNT, ENGAGEMENT } from '../../sheet/number-format';
import { PRICES } from '../../api/price';
import { templateText } from '../../schema/sheet-text';

/** Nothing is asked before this box is ticked. */
const TICK = 'tick';

/** One request, or more of them, as a number format. */
const requestFormat = (): string => {
  const [one, many] = templateText().requests;
  return `[=1]0${one};${COUNT}${many}`;
};

/** The box to tick, and what ticking it costs at most: the creators in the sheet × the price of a profile. */
export const tickHeads = (): Head[] => [
  { name: TICK, label: templateText().tick, value: false, kind: 'tick' },
  {
    name: 'cost',
    label: templateText().ticked,
    value: ({ all }) => `COUNTA(${all('creator')})*${PRICES.profile}`,
    format: requestFormat(),
  },
];

export const creatorColumns = (creatorPx = 150, platformPx = 120): TemplateColumn[] => [
  { name: 'creator', header: templateText().creator, width: creatorPx },
  { name: 'platform', header: templateText().platform, width: platformPx, choices: platformChoices() },
];

/**
 * A row of profile fields in one formula, which spills to the right: a row can be sorted or copied by itself, and a creator
 * is one request whatever the number of fields. Nowhere is it written that Sheets leaves a custom function alone in the
 * branch that IF does not take, so the handle is blank until the box is ticked: nothing is asked then either way.
 */
const profileFields =
  (fields: string) =>
  ({ cell, head }: Refs): string =>
    `IF(AND(${head(TICK)};${cell('creator')}<>"");INFLU_PROFILE(${cell('platform')};IF(${head(TICK)};${cell('creator')};"");"${fields}");"")`;

/** Followers and engagement, with what else is named: the first holds the formula, and the others stand to its right. */
export const figureColumns = (others = ''): TemplateColumn[] => [
  {
    name: 'followers',
    header: templateText().followers,
    width: 120,
    format: COUNT,
    formula: profileFields(`followers, engagement${others}`),
  },
  { name: 'engagement', header: templateText().engagement, width: 120, format: ENGAGEMENT },
];

/** What a thousand of its reach cost, blank while either is not known. */
export const cpm = ({ cell }: Refs): string =>
  `IF(AND(ISNUMBER(${cell('fee')});N(${cell('reach')})>0);${cell('fee')}/${cell('reach')}*1000;"")`;

export const isTicked = ({ head }: Refs): string => head(TICK);
