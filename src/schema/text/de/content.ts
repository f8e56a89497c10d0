import type { contentTextEn } from '../content';

export const contentDe = (): ReturnType<typeof contentTextEn> => ({
  summarySource: (about, sheet, synced) =>
    `${about === '' ? '' : `${about}. `}Quelle: influData, Blatt „${sheet}“, ${synced}.`,
  summaryHint:
    'Die Formeln folgen diesem Blatt. Earned Media ist eine Schätzung: Reichweite / 1.000 × eigener Satz, einzutragen in G5.',
  sheet: 'Auswertung',
  title: 'Kampagnen-Auswertung',
  figures: {
    posts: 'Beiträge',
    reach: 'Reichweite',
    likes: 'Likes',
    comments: 'Kommentare',
    engagement: 'Ø Engagement',
  },
  earned: 'Earned Media',
  rate: 'Eigener Satz je 1.000',
  creator: 'Creator',
  day: 'Tag',
  ordering: 'Zum Sortieren',
  minusReach: '−Reichweite',
  byCreator: 'Reichweite nach Creator',
  byDay: 'Reichweite nach Tag',
});
