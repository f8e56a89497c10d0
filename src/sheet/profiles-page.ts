import type { MadePage } from './report-page';
import type { ReportSubject } from './report-subject';
export const profilesPage = (subjects: readonly ReportSubject[]): MadePage => ({
  words: ['Creator comparison'],
  page: { cells: [[subjects.length]] },
});
