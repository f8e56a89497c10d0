/** Discovery's categories, key and label (contract, creator categories reference). */
export const CATEGORIES: readonly (readonly [key: string, label: string])[] = [
  ['fashion', 'Fashion & Style'],
  ['fitness', 'Fitness & Wellness'],
  ['beauty', 'Beauty & Cosmetics'],
  ['sports', 'Athletics & Sports'],
  ['food', 'Food & Drink'],
  ['diet', 'Healthy Nutrition & Diet'],
  ['veganism', 'Veganism & Vegetarianism'],
  ['travel', 'Travel & Adventure'],
  ['books', 'Books & Literature'],
  ['interior', 'Home & Interior Design'],
  ['comedy', 'Comedy'],
  ['tech', 'Technology & Gadgets'],
  ['art', 'Art & Creativity'],
  ['lifestyle', 'Lifestyle'],
  ['education', 'Education & Learning'],
  ['family', 'Parenting & Family'],
  ['media', 'Entertainment & Media'],
  ['music', 'Music'],
  ['lgbtq', 'LGBTQ+'],
  ['gaming', 'Gaming'],
  ['business', 'Business & Finance'],
  ['automotive', 'Automotive & Vehicles'],
  ['sustainability', 'Sustainability & Environment'],
  ['animals', 'Animals & Pets'],
  ['charity', 'Charity & Activism'],
  ['politics', 'Politics'],
];

/** The key of a category that is named by key or label. */
export function categoryKey(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return CATEGORIES.find((names) => names.some((name) => name.toLowerCase() === wanted))?.[0];
}
