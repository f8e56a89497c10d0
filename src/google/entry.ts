/**
 * The influData categories that discovery knows. Free.
 *
 * @return {string[][]} rows of key and label
 * @customfunction
 */
export function INFLU_CATEGORIES(): string[][] {
  return [['fashion', 'Fashion & Style']];
}
