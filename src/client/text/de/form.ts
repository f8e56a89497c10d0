import { compact, decimal, number, price } from '../../format';
import type { FORM } from '../form';

export const FORM_DE: typeof FORM = {
  wholeNumberBetween: (least, most) => 'Eine ganze Zahl von ' + number(least) + ' bis ' + number(most) + ' eingeben.',
  dailyTitle: (verb) => (verb === 'sync' ? 'Täglich abgleichen' : 'Täglich erneuern'),
  dailyBegun: (verb) =>
    verb === 'sync' ? 'Dieses Blatt wird täglich abgeglichen.' : 'Dieses Blatt wird täglich aktualisiert.',
  dailyEnded: (verb) =>
    verb === 'sync' ? 'Der tägliche Abgleich ist beendet.' : 'Die tägliche Aktualisierung ist beendet.',
  endDaily: (verb) => (verb === 'sync' ? 'Täglichen Abgleich beenden' : 'Tägliche Aktualisierung beenden'),
  dailyHint: 'Einmal am Tag, auch bei geschlossener Seitenleiste. Fehler stehen im Protokoll.',
  dailyAtMost: (title, cap) => title + ' · bis zu ' + price(cap),
  on: 'an',
  off: 'aus',
  any: 'Alle',
  keywords: 'Stichwörter',
  keywordsExample: 'Personal Trainer, vegan',
  categories: 'Kategorien',
  country: 'Land',
  city: 'Stadt',
  language: 'Sprache',
  gender: 'Geschlecht',
  men: 'Männer',
  women: 'Frauen',
  followers: 'Follower',
  followersExample: '10000 oder 10k',
  noLimit: 'offen',
  averageViews: 'Aufrufe im Schnitt',
  views: 'Aufrufe',
  range: (from, to, noun) =>
    (to !== undefined
      ? from === undefined
        ? 'bis ' + compact(to)
        : compact(from) + '–' + compact(to)
      : from
        ? 'ab ' + compact(from)
        : 'alle') +
    ' ' +
    noun,
  rateAtLeast: (rate, noun) => 'ab ' + decimal(rate) + ' % ' + noun,
  firstDay: 'der erste Tag',
  lastDay: 'der letzte Tag',
  minimum: 'das Minimum',
  maximum: 'das Maximum',
  thisField: 'dies',
  useAnyway: 'Trotzdem verwenden',
  countryFirst: 'Erst das Land',
  noCities: 'Die Städteliste wurde nicht geladen. Städte lassen sich eingeben.',
  copyAsFormula: 'Als Formel kopieren',
  removeFilter: (filter) => 'Filter entfernen: ' + filter,
  formulaCopied: 'Formel kopiert. In eine Zelle einfügen.',
  copyByHand: 'Mit Strg+C (⌘C) kopieren, dann in eine Zelle einfügen',
  filtersNeedFixing: 'Einige Filter müssen korrigiert werden.',
};
