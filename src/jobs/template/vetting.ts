import { LIGHTS, worstLight } from '../../sheet/light';
import { COUNT, DAY, ENGAGEMENT, GROWTH } from '../../sheet/number-format';
import { creatorColumns, isTicked, figureColumns, tickHeads } from './creator-figures';
import type { Head, Refs, Template } from './template-page';
import { templateText } from '../../schema/sheet-text';

const FIGURES = ['followers', 'engagement', 'growth', 'refreshed'] as const;
type Figure = (typeof FIGURES)[number];

/** Limits above their columns: a figure is green from the first on and red below the second; data ages the other way. */
const limit = (name: Figure, green: number, red: number, format: string): Head => ({
  name,
  label: green,
  value: red,
  format,
  kind: 'inputs',
});

/** What makes a figure red, or keeps it from being green. */
const misses = ({ cell, head, label }: Refs, figure: Figure, which: 'green' | 'red'): string => {
  const bound = which === 'green' ? label(figure) : head(figure);
  return figure === 'refreshed' ? `TODAY()-${cell(figure)}>${bound}` : `${cell(figure)}<${bound}`;
};
/** What is missing misses nothing: a blank would count as 0. */
const anyMisses = (refs: Refs, which: 'green' | 'red'): string =>
  `OR(${FIGURES.map((figure) => `IF(ISNUMBER(${refs.cell(figure)});${misses(refs, figure, which)};FALSE)`).join(';')})`;

function light(refs: Refs): string {
  const figures = `${refs.cell('followers')}:${refs.cell('refreshed')}`;
  const isAllKnown = `COUNT(${figures})=${FIGURES.length}`;
  return `IF(${refs.cell('creator')}="";"";${worstLight(anyMisses(refs, 'red'), isAllKnown, anyMisses(refs, 'green'))})`;
}

function why(refs: Refs): string {
  const { parts: names, missing } = templateText().vetting;
  const parts = FIGURES.map((figure) => {
    const name = names[figure];
    return `IF(ISNUMBER(${refs.cell(figure)});IF(${misses(refs, figure, 'green')};"${name}";"");"${name}${missing}")`;
  });
  return `IF(AND(${isTicked(refs)};${refs.cell('creator')}<>"");TEXTJOIN(", ";TRUE;${parts.join(';')});"")`;
}

/** Whether a creator's figures are good enough, by limits that stand in cells. */
export function vetting(): Template {
  const text = templateText();
  const TEXT = text.vetting;
  const [within, days] = text.withinDays;
  const [beyond] = text.beyondDays;
  return {
    title: TEXT.name,
    hint: TEXT.hint,
    heads: [
      ...tickHeads(),
      { name: 'limits', label: TEXT.greenFrom, value: TEXT.redBelow, kind: 'labels' },
      limit('followers', 10_000, 1_000, COUNT),
      limit('engagement', 2, 1, ENGAGEMENT),
      limit('growth', 0, -2, GROWTH),
      { ...limit('refreshed', 30, 90, `${beyond}0${days}`), labelFormat: `${within}0${days}` },
    ],
    columns: [
      ...creatorColumns(),
      { name: 'light', header: text.light, width: 96, formula: light, lights: LIGHTS },
      ...figureColumns(', growth, lastRefreshDate'),
      { name: 'growth', header: text.growth, width: 146, format: GROWTH },
      { name: 'refreshed', header: text.refreshed, width: 110, format: DAY },
      { name: 'why', header: TEXT.why, width: 220, formula: why, wraps: true },
      { name: 'notes', header: text.notes, width: 180, wraps: true },
    ],
    examples: [
      { creator: 'adidas', platform: 'Instagram', notes: text.example },
      { creator: 'nike', platform: 'Instagram', notes: text.example },
      { creator: 'natgeo', platform: 'Instagram', notes: text.example },
      { creator: 'khaby.lame', platform: 'TikTok', notes: text.example },
      { creator: 'mkbhd', platform: 'YouTube', notes: text.example },
    ],
  };
}
