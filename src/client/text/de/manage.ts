import type { MANAGE } from '../manage';
import { quoted } from './plural';

export const MANAGE_DE: typeof MANAGE = {
  templates: 'Vorlagen',
  templatesHint: 'Ein neues Blatt mit Formeln und Beispielen zum Überschreiben. Einfügen ist kostenlos.',
  insertTemplate: 'Einfügen',
  insertTemplateNamed: (name) => name + ' einfügen',
  templateNames: { shortlist: 'Shortlist', vetting: 'Vetting', campaign: 'Kampagnen-Tracker', plan: 'Mediaplan' },
  templateLines: {
    shortlist: 'Mit wem gesprochen wird, wie weit, und die Honorare',
    vetting: 'Eigene Schwellen als Grün, Gelb und Rot',
    campaign: 'Fällige und veröffentlichte Beiträge, mit TKP',
    plan: 'Erwartete Reichweite, TKP und was vom Budget bleibt',
  },
  made: (sheet) => quoted(sheet) + ' erstellt. Das war kostenlos.',
};
