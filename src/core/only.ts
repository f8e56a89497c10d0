/** The entries of those keys that are wanted, in their order. */
export const only = <T>(map: ReadonlyMap<string, T>, isWanted: (key: string) => boolean): Map<string, T> =>
  new Map([...map].filter(([key]) => isWanted(key)));
