import { spokenOf } from '../../schema/language';
import { badInput } from '../../core/error';
import { isRecord, parseJson } from '../../core/text';
import { fitPage, MOST_TARGETS, type FitTargets } from '../../sheet/fit-page';
import type { PropertyValues } from '../../gate/property-pieces';
import type { Tools } from '../../core/ports';
import { handleOfKey } from './report-creator';
import { subjectsOf } from './report-run';
import { selectedCreators, type CreatorsAsked } from './report-selection';
import { freeName } from '../run/sheet-name';
import { REPORT_REFUSAL } from '../../schema/said-text';

export const FIT_TARGETS_PROPERTY = 'fit-targets';
/** Reports are read whole. */
const MOST_CREATORS = 100;
const LONGEST_TARGET = 60;
const NAMES_SHOWN = 50;

const texts = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

/** What was typed last; nothing if that cannot be read, since it is quickly typed again. */
export function readTargets(properties: PropertyValues): FitTargets {
  const stored = parseJson(properties[FIT_TARGETS_PROPERTY] ?? '');
  const { countries, ages, gender, languages } = isRecord(stored) ? stored : {};
  return {
    countries: texts(countries),
    ages: texts(ages),
    gender: gender === 'm' || gender === 'w' ? gender : '',
    languages: texts(languages),
  };
}

/** What is made of data at hand. */
export interface MadeSheet {
  sheet: string;
  creators: number;
  /** Handles without data at hand, the first 50. */
  without: string[];
  /** What to do next, if there is something. */
  message: string;
}

/** A sheet from the reports at hand of the selected creators. Free, sends nothing. */
export function fitScore(tools: Tools, form: CreatorsAsked, targets: FitTargets): MadeSheet {
  const { host, workbook } = tools;
  for (const list of [targets.countries, targets.ages, targets.languages])
    if (list.length > MOST_TARGETS || list.some((text) => text.length > LONGEST_TARGET))
      throw badInput(REPORT_REFUSAL.targets(MOST_TARGETS, LONGEST_TARGET));
  const { creators } = selectedCreators(tools, form);
  if (creators.size > MOST_CREATORS) throw badInput(REPORT_REFUSAL.manyCreators(MOST_CREATORS));
  const subjects = subjectsOf(tools, 'sheets', creators);
  if (subjects.size === 0) throw badInput(REPORT_REFUSAL.noReports);
  host.documentProperties.setMany({ [FIT_TARGETS_PROPERTY]: JSON.stringify(targets) });
  const { words, page } = fitPage([...subjects.values()], targets);
  const table = workbook.createPage({ ...page, name: freeName(workbook, words) });
  workbook.flush();
  table.show();
  const without = [...creators.keys()].filter((key) => !subjects.has(key)).map(handleOfKey);
  return {
    sheet: table.name(),
    creators: subjects.size,
    without: without.slice(0, NAMES_SHOWN),
    message: without.length > 0 ? spokenOf(REPORT_REFUSAL.withoutReport) : '',
  };
}
