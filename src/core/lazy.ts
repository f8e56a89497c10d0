/** Made when first asked for. All global code runs before every formula, and most formulas need no schema at all. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
