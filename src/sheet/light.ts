import { LIGHT_TEXT as TEXT } from '../schema/text/light';

/** A fill that is seen from afar, and a text that can be read on it. */
export const LIGHTS = [
  { text: TEXT.green, fill: '#d3f0de', color: '#12633a' },
  { text: TEXT.amber, fill: '#fdecc8', color: '#7a4a00' },
  { text: TEXT.red, fill: '#fbd7d9', color: '#96202a' },
  { text: TEXT.unknown, fill: '#e5e7eb', color: '#4b5563' },
] as const;

/**
 * A formula for the light of several figures, given as conditions: one that is red is enough, whatever is missing; else a
 * missing one makes it unknown, never green.
 */
export const worstLight = (isRed: string, isAllKnown: string, isAmber: string): string =>
  `IF(${isRed};"${TEXT.red}";IF(${isAllKnown};IF(${isAmber};"${TEXT.amber}";"${TEXT.green}");"${TEXT.unknown}"))`;
