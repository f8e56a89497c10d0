import { lazy } from '../core/lazy';
import type { Said } from '../core/said';
import { hasHalfCharacter } from '../core/text';
import { CREATOR_TEXT } from './said-text';

/** Recognises dates from other realms too. */
const isDate = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Date]';

/** The fewest digits that a local phone number has. */
const PHONE_DIGITS = 7;

/**
 * Values that would be bought as somebody's handle though no person wrote one, each with the sentence for it. Texts come as
 * they are seen (`plainText`).
 */
const faults = lazy((): readonly (readonly [is: (value: unknown, text: string) => boolean, why: Said])[] => [
  [(value) => typeof value === 'boolean', CREATOR_TEXT.flag],
  [(value) => isDate(value), CREATOR_TEXT.date],
  [
    (value, text) =>
      (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) ||
      // As shown in a table that was imported from a file.
      (typeof value === 'string' && /^-?\d([.,]\d+)?e\+\d+$/i.test(text)),
    CREATOR_TEXT.rounded,
  ],
  // 007, 891e3 and 1.50 as they arrive.
  [(value, text) => typeof value === 'number' && !/^[1-9]\d{2,}[1-9]$/.test(text), CREATOR_TEXT.number],
  [
    (value, text) => typeof value === 'string' && /^#(\p{L}{1,2}\/?\p{L}|.*[!?])$|(\.\.\.|…)$/u.test(text),
    CREATOR_TEXT.broken,
  ],
  [(_, text) => hasHalfCharacter(text), CREATOR_TEXT.halfCharacter],
  [(value) => typeof value === 'object', CREATOR_TEXT.noText],
  [(_, text) => /^(mailto:)?[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/i.test(text), CREATOR_TEXT.email],
  [(_, text) => /^[+\d\s().,/:-]+$/.test(text) && text.replace(/\D/g, '').length >= PHONE_DIGITS, CREATOR_TEXT.digits],
  [(_, text) => text.startsWith('#'), CREATOR_TEXT.hashtag],
]);

/** Why no person wrote this as a handle, as a sentence; undefined: somebody may have. */
export const valueFault = (value: unknown, text: string): Said | undefined =>
  faults().find(([is]) => is(value, text))?.[1];

/** The digits of a number or of a text, where they are whole: undefined for what was rounded, has signs, or is none. */
export function wholeDigits(value: unknown, text: string): string | undefined {
  if (typeof value !== 'string' && !(Number.isSafeInteger(value) && Number(value) > 0)) return undefined;
  return /^\d{1,20}$/.test(text) ? text : undefined;
}

/** Words that people write where there is no handle, and that could be one. */
const fillers = lazy(
  () =>
    new Set(
      (
        'none null nil nan na nd tbd tba tbc todo unknown undefined empty missing pending queued private paused ready deleted ' +
        'banned inactive done cached waiting ditto dito idem same true false yes no wahr falsch vrai faux verdadero ' +
        'falso vero ja nein keine keiner kein leer fehlt offen unbekannt ' +
        'ninguno ninguna nada vacio pendiente desconocido aucun aucune inconnu vide nessuno nessuna nenhum nenhuma ' +
        'geen onbekend ' +
        'brak yok xx xxx xxxx nano micro macro mega ' +
        'total totals subtotal sum summe gesamt gesamtsumme insgesamt suma somme totale toplam razem итого всего ' +
        'subtotals zwischensumme gesamtbudget gesamtkosten restbudget totales subtotales totali totais grandtotal ' +
        '合計 合计 总计 總計 小計 小计 총계 합계 المجموع الإجمالي اجمالي סהכ कुल jumlah ' +
        'average durchschnitt mittelwert count anzahl ' +
        'confirmed backup rejected shortlist longlist approved declined archive january february march april june ' +
        'july august september october november december ' +
        'januar februar märz mai juni juli oktober dezember'
      ).split(' '),
    ),
);

/** A figure of another column, where that was taken for the one of handles: `10k`, `1.5M`, `1.000`. */
const isFigure = (text: string): boolean => /^\d{1,3}(\.\d+)?[km]$|^\d+\.\d+$/i.test(text);

export const isFiller = (text: string): boolean => fillers().has(text.toLowerCase()) || isFigure(text);

/** The same for texts that cannot be an account's name. */
export const isNoHandle = (text: string): boolean => /^(n\/a|n\.\s?[ad]\.?|k\.\s?a\.|s\/n|[-–—?.*/\s]+)$/i.test(text);
