/** Traffic lights, wherever they stand. People filter by these words. A second language is a second object of this type. */
export const LIGHT_TEXT = {
  light: 'Light',
  green: 'green',
  amber: 'amber',
  red: 'red',
  unknown: 'unknown',
  /** Nothing was said to look for. */
  off: 'off',
};
