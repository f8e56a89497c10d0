/** `1,250`. */
export const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 request`, `20 requests`. */
export const counted = (value: number, noun: string): string => `${figure(value)} ${noun}${value === 1 ? '' : 's'}`;

export const requestsText = (value: number): string => counted(value, 'request');

export const quoted = (sheet: string): string => `“${sheet}”`;

/** `a, b and c`. */
export const listed = (parts: readonly string[], last = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1] ?? ''}`;

export const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `20 Nov`, in UTC. */
export function dayText(atMs: number): string {
  const day = new Date(atMs);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
}
