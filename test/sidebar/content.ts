import type { ContentForm, ContentView } from '../../src/sidebar/content-calls';
import type { Addon } from '../setup/addon';
import { drivenRun, value } from './page';

export const contentForm = (change: Partial<ContentForm> = {}): ContentForm => ({
  filters: {},
  max: 500,
  thumbnails: false,
  sheetId: null,
  cap: null,
  ...change,
});

export const driven = (addon: Addon, run: ContentView, how?: Parameters<typeof drivenRun>[2]): Promise<ContentView> =>
  drivenRun(addon, run, how);

export const pulled = async (addon: Addon, change: Partial<ContentForm> = {}): Promise<ContentView> =>
  driven(addon, await value(addon, 'startContent', contentForm(change)));

export const synced = async (
  addon: Addon,
  sheetId: number,
  { max = 1000, refresh = false, cap = null as number | null } = {},
): Promise<ContentView> => driven(addon, await value(addon, 'startSync', { sheetId, max, refresh, cap }));

export const cells = (addon: Addon, sheet: string): unknown[][] => addon.emulator.spreadsheet.sheet(sheet).values();

/** A column by its header, without the header; blank rows left out. */
export function columnOf(addon: Addon, sheet: string, header: string): unknown[] {
  const [headers = [], ...rows] = cells(addon, sheet);
  const id = headers.indexOf('Content id');
  return rows.filter((row) => row[id] !== '').map((row) => row[headers.indexOf(header)]);
}

export const idsIn = (addon: Addon, sheet: string): string[] => columnOf(addon, sheet, 'Content id').map(String);

export const sheetIdOf = (addon: Addon, sheet: string): number => addon.emulator.spreadsheet.sheet(sheet).data.id;

/** Ids of everything that the stand-in has for platforms, handles and least followers, asked of it directly. */
export function matching(addon: Addon, query: Record<string, string>, atMs = addon.emulator.clock.now()): string[] {
  const platforms = (query['platform'] ?? 'instagram,tiktok').split(',');
  const names = (query['username'] ?? '').split(',').filter((name) => name !== '');
  const least = Number(query['followerMin'] ?? 10_000);
  return platforms.flatMap((platform) =>
    [...addon.standin.posts.scan(platform as 'instagram', names, ({ followers }) => followers >= least, atMs)].map(
      ({ ref }) => addon.standin.posts.get(ref).contentId,
    ),
  );
}

/** Requests of getContent as the stand-in saw them. */
export const asked = (addon: Addon) => addon.standin.charges.requests('getContent');
