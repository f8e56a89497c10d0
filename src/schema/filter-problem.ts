import { InfluError } from '../core/error';
import { coded, worded, type Said } from '../core/said';
import { spoken, spokenLanguage } from './language';
import { filterDe } from './text/de/filter';
import { filterEn, type Named } from './text/filter';

const sentences = /* @__PURE__ */ spoken(filterEn, filterDe);
const FILTER = /* @__PURE__ */ coded('filter', filterEn, filterDe);
type Sentences = ReturnType<typeof filterEn>;
/** Where a text is asked for, it may be a sentence. */
type Sayable<F> = F extends object ? { [Key in keyof F]: string extends F[Key] ? F[Key] | Said : F[Key] } : F;
type Figures<Code extends keyof Sentences> = Sayable<Parameters<Sentences[Code]>[1]>;

/** What is wrong with a filter: its name by the table, a code, and the code's figures. */
export type FilterProblem = {
  [Code in keyof Sentences]: { name: string; code: Code } & (Figures<Code> extends undefined
    ? { figures?: undefined }
    : { figures: Figures<Code> });
}[keyof Sentences];

/** One sentence for beside the field; `named` calls filters as people know them there. */
export const problemText = ({ name, code, figures }: FilterProblem, named: Named = String): string =>
  (sentences()[code] as (name: string, figures: unknown, named: Named) => string)(
    named(name),
    worded(figures, spokenLanguage()),
    named,
  );

/** A `badInput` that says what is wrong as a code too. */
export class FilterError extends InfluError {
  constructor(readonly problem: FilterProblem) {
    const { name, code, figures } = problem;
    super('badInput', (FILTER[code] as (name: string, figures: unknown) => Said)(name, figures));
  }
}

export const badFilter = (problem: FilterProblem): FilterError => new FilterError(problem);
