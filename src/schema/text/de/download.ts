import type { downloadEn } from '../download';

export const downloadDe = (): ReturnType<typeof downloadEn> => ({
  gone: 'Das Blatt wurde gelöscht. Ein anderes öffnen und erneut versuchen.',
  empty: (sheet) => `„${sheet}“ ist leer.`,
  changed: (sheet) => `In „${sheet}“ wurden inzwischen Zeilen gelöscht. Noch einmal herunterladen.`,
});
