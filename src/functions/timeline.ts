import { FORMULA } from '../schema/said-text';
import { badInput } from '../core/error';
import { nearest } from '../core/text';
import { profileOf } from '../gate/keep';
import { profileQuestion } from '../api/question';
import { dateCell, type Cells } from '../sheet/cell';
import type { Answer } from '../api/answer';
import { oneCreator } from './creator-grid';
import { textList } from './field-list';
import { askBlock, type Formula } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

/** INFLU_TIMELINE: rows of date and value of one creator, oldest first. 1 request. */
export function timeline(formula: Formula, platform: unknown, username: unknown, metric: unknown): Cells {
  const creator = oneCreator('INFLU_TIMELINE', platform, username);
  const wanted = metricAsked(textList(metric));
  return creator ? askBlock(formula, profileQuestion(creator), (answer) => rowsOf(answer, wanted)) : [['']];
}

const METRICS = ['engagement', 'followers', 'following', 'posts'];

/** A timeline may have other measures, so any is asked for; not what is one of these misspelled. */
function metricAsked([text = 'followers', ...others]: readonly string[]): string {
  if (others.length > 0) throw badInput(FORMULA.oneMetric(METRICS.join(', ')));
  const guess = text.length > 3 && !METRICS.includes(text.toLowerCase()) ? nearest(text, METRICS, 0) : undefined;
  if (guess !== undefined) throw badInput(FORMULA.likeMetric(text.slice(0, 40), guess));
  return text;
}

/** Undefined where only a part of the answer is kept, and not this one. Throws `badInput` for a measure it never had. */
function rowsOf(answer: Answer, wanted: string): Cells | undefined {
  const points = profileOf(answer)?.timeline ?? [];
  const metrics = [...new Set(points.flatMap(({ values }) => Object.keys(values)))].sort();
  const metric = metrics.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (metric === undefined && answer.state === 'compact') return undefined;
  if (points.length === 0) return [[FORMULA_VALUE.noTimeline]];
  if (metric === undefined) throw badInput(FORMULA.noMetric(wanted.slice(0, 40), metrics.join(', ')));
  return points.flatMap(({ date, values }) => {
    const value = values[metric];
    return value === undefined ? [] : [[dateCell(date), value]];
  });
}
