import { price } from '../../format';
import type { STORED_DATA } from '../stored-data';
import { creators as creatorCount, n } from './plural';

type Stored = Parameters<typeof STORED_DATA.saved>[0];

const parts = ({ creators, reports, pages }: Stored): string =>
  [
    creatorCount(creators),
    ...(reports > 0 ? [n(reports, 'Report', 'Reports')] : []),
    ...(pages > 0 ? [n(pages, 'Seite', 'Seiten')] : []),
  ].join(', ');

const again = (requests: number): string =>
  requests === 0 ? 'Alles neu zu holen ist kostenlos.' : 'Alles neu zu holen: ' + price(requests) + '.';

export const STORED_DATA_DE: typeof STORED_DATA = {
  title: 'Gespeicherte Daten',
  look: 'Gespeichertes zeigen · kostenlos',
  saved: (stored) =>
    stored.creators + stored.pages === 0
      ? 'Nichts ist gespeichert.'
      : parts(stored) + ' gespeichert. ' + again(stored.requests),
  hint: 'Schlüssel, Limits und Ausgaben bleiben. Zellen behalten, was sie zeigen.',
  delete: 'Löschen…',
  action: 'Was löschen',
  actions: { creator: 'Einen Creator', tab: 'Das versteckte Datenblatt', all: 'Alles Gespeicherte' },
  platform: 'Plattform',
  creator: 'Handle oder Link',
  noCreator: 'Ein Handle oder einen Link eingeben.',
  ask: {
    creator: (name) =>
      'Löschen, was über ' + name + ' gespeichert ist? Formeln, die es noch brauchen, bezahlen es neu.',
    tab: 'Das versteckte Datenblatt löschen? Bezahltes gilt weiter als bezahlt und wird nicht von selbst neu gekauft; Einzelheiten neu zu holen kostet Anfragen.',
    all: (stored) =>
      parts(stored) +
      ', gespeicherte Suchen und Listen löschen? Formeln, die das noch brauchen, bezahlen es neu' +
      (stored.requests > 0 ? ': bis zu ' + price(stored.requests) : '') +
      '. Um Werte zu behalten, vorher in Werte umwandeln.',
  },
  yes: 'Löschen',
  deleted: ({ creators, pages, requests, reports }) =>
    creators + pages + reports === 0
      ? 'Nichts war gespeichert.'
      : 'Gelöscht: ' +
        parts({ creators, reports, pages, requests }) +
        '. Googles Zwischenspeicher vergisst den Rest binnen 6 Stunden.',
  tabDeleted: 'Das Datenblatt ist gelöscht.',
};
