/** Traffic lights, wherever they stand: English for everybody, since people filter by these words and formulas count them. */
export const LIGHT_TEXT = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  unknown: 'unknown',
  /** Nothing was said to look for. */
  off: 'off',
};
