import type { Standin } from '../../dev/standin/standin';
import type { Platform } from '../../dev/standin/platform';

/** Handles of ordinary public creators, in the stand-in's order, notable ones left out. */
export function ordinaryHandles(standin: Standin, count: number, platform: Platform = 'instagram'): string[] {
  const handles: string[] = [];
  for (let index = 200; handles.length < count; index++) {
    const creator = standin.creators.at(index);
    if (!creator) throw new Error(`the stand-in has fewer than ${count} creators on ${platform}`);
    const isOrdinary = !creator.isPrivate && creator.engagementMean !== undefined && creator.audience === 'ready';
    if (creator.platform === platform && isOrdinary) handles.push(creator.username);
  }
  return handles;
}

export const column = (values: readonly string[]): string[][] => values.map((value) => [value]);

/** How often each thing is shown: numbers count as one kind. */
export function tally(shown: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of shown) {
    const kind = typeof value === 'number' ? 'number' : String(value);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
