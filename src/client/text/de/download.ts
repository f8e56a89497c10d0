import { number } from '../../format';
import type { DOWNLOAD } from '../download';
import { quoted, rows as rowCount } from './plural';

export const DOWNLOAD_DE: typeof DOWNLOAD = {
  title: 'Herunterladen',
  hint: 'Das vordere Blatt als Datei: volle Zahlen, Daten als 2026-11-23. Kostenlos.',
  csv: 'CSV',
  ndjson: 'JSON-Zeilen',
  csvHint: 'Für Excel und andere Tabellen. Texte, die dort als Formel liefen, bekommen einen Apostroph.',
  ndjsonHint: 'Für Programme: ein Objekt je Zeile.',
  format: 'Format',
  start: 'Datei laden',
  rows: (done, all) => number(done) + ' von ' + rowCount(all) + '…',
  done: (file, rows) => quoted(file) + ' mit ' + rowCount(rows) + ' heruntergeladen.',
  moved: 'Zeilen dieses Blatts haben sich inzwischen geändert, nichts wurde gespeichert. Erneut versuchen.',
};
