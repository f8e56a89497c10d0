/**
 * Repeatable chance: the same seed, subject and field always give the same number, in any order of asking, so that
 * nothing made from it has to be stored.
 */

/** A well-mixed unsigned 32-bit number of three integers (the mixing steps of "lowbias32"). */
export function draw(seed: number, subject: number, field: number): number {
  let h = seed ^ Math.imul(subject + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A number in [0, 1). */
export function drawUnit(seed: number, subject: number, field: number): number {
  return draw(seed, subject, field) / 0x1_0000_0000;
}

/** A whole number from low to high, both included. */
export function drawInteger(seed: number, subject: number, field: number, low: number, high: number): number {
  return low + Math.floor(drawUnit(seed, subject, field) * (high - low + 1));
}

/** About normal with mean 0 and deviation 1: the sum of three uniforms, so never beyond ±3. */
export function drawNormal(seed: number, subject: number, field: number): number {
  const a = drawUnit(seed, subject, field);
  const b = drawUnit(seed, subject, field + 100_003);
  const c = drawUnit(seed, subject, field + 200_003);
  return (a + b + c - 1.5) * 2;
}

/** One of the list, all equally likely. */
export function drawFrom<T>(list: readonly T[], seed: number, subject: number, field: number): T {
  return list[draw(seed, subject, field) % list.length] as T;
}

/** A 32-bit number of a text (FNV-1a). */
export function textNumber(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Text of `length` characters of the alphabet. */
export function drawText(alphabet: string, length: number, seed: number, subject: number, field: number): string {
  let text = '';
  for (let i = 0; i < length; i += 1) text += alphabet[draw(seed, subject, field * 1009 + i) % alphabet.length];
  return text;
}

export const HEX = '0123456789abcdef';
export const DIGITS = '0123456789';
export const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A long random-looking token of base64url characters, five from each draw: signed URLs are made by the hundred. */
export function drawToken(length: number, seed: number, subject: number, field: number): string {
  let text = '';
  for (let i = 0; text.length < length; i += 1) {
    let bits = draw(seed, subject, field * 1009 + i);
    for (let n = 0; n < 5; n += 1) {
      text += BASE64_URL.charAt(bits & 63);
      bits >>>= 6;
    }
  }
  return text.slice(0, length);
}

/** A generator for sequences (mulberry32), each next() in [0, 1). */
export function drawStream(seed: number, subject: number, field: number): () => number {
  let state = draw(seed, subject, field);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
