/** An execution that began under an old limit may still charge for so long. */
const LAG_MS = 7 * 60_000;

export type Limits = ReturnType<typeof createLimits>;

/** What limits were in force, by name; where a change may or may not have been made, both count. */
export function createLimits() {
  const history = new Map<string, { fromMs: number; values: readonly number[] }[]>();

  function add(name: string, fromMs: number, values: readonly number[]): void {
    const known = history.get(name) ?? [];
    history.set(name, [...known, { fromMs, values }]);
  }

  const inForce = (name: string, atMs: number): readonly number[] => {
    const known = history.get(name) ?? [];
    return known
      .filter(({ fromMs }, at) => fromMs <= atMs && (known[at + 1]?.fromMs ?? Infinity) >= atMs - LAG_MS)
      .flatMap(({ values }) => values);
  };

  return {
    is: (name: string, atMs: number, value: number): void => add(name, atMs, [value]),
    /** Somebody is changing it, and whether that goes well is not known yet. */
    mayBe(name: string, atMs: number, value: number): void {
      add(name, atMs, [...(history.get(name)?.at(-1)?.values ?? []), value]);
    },
    /** The largest that was in force at the instant or shortly before; Infinity where there was none. */
    most: (name: string, atMs: number): number => Math.max(...or(inForce(name, atMs), Infinity)),
    least: (name: string, atMs: number): number => Math.min(...or(inForce(name, atMs), -Infinity)),
    names: (prefix: string): string[] => [...history.keys()].filter((name) => name.startsWith(prefix)),
  };
}

const or = (values: readonly number[], otherwise: number): readonly number[] =>
  values.length > 0 ? values : [otherwise];
