import type { MadePage } from './report-page';
import type { ReportSubject } from './report-subject';
export const comparisonPage = (subjects: readonly ReportSubject[]): MadePage => ({
  words: ['Audience comparison'],
  page: { cells: [[subjects.length]] },
});
