/** The entries whose keys are wanted, in their original order. */
export const only = <T>(map: ReadonlyMap<string, T>, isWanted: (key: string) => boolean): Map<string, T> =>
  new Map([...map].filter(([key]) => isWanted(key)));
