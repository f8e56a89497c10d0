/** `1.250`. */
export const zahl = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** `1 Formel`, `20 Formeln`. */
export const anzahl = (value: number, one: string, many: string): string =>
  `${zahl(value)} ${value === 1 ? one : many}`;

export const anfragen = (value: number): string => anzahl(value, 'Anfrage', 'Anfragen');

/** `20.11.`, in UTC. */
export function tag(atMs: number): string {
  const day = new Date(atMs);
  return `${day.getUTCDate()}.${day.getUTCMonth() + 1}.`;
}
