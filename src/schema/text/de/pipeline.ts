import type { pipelineTextEn } from '../pipeline';
import { statusesDe } from './status';

export const pipelineDe = (): ReturnType<typeof pipelineTextEn> => ({
  headers: { status: 'Status', owner: 'Zuständig', next: 'Wiedervorlage', note: 'Notiz', fee: 'Honorar' },
  statuses: statusesDe(),

  words: {
    sheet: 'Pipeline-Wörter',
    status: 'Status',
    leftOut: 'Auslassen',
    hint: 'Die Wörter dafür, wie weit ein Kontakt ist. Ändern oder unten ergänzen: Jede Pipeline bietet sie an, und jede Zeile gibt ihre Farbe. Suche und Daten lassen Creator aus, deren Status angehakt ist.',
  },

  list: {
    sheet: 'Nicht kontaktieren',
    creator: 'Creator',
    platform: 'Plattform',
    status: 'Status',
    note: 'Notiz',
  },
});
