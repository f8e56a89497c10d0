import { FLAG_NAMES, type FlagName } from '../../src/jobs/vetting/flag';
import type { VettingView } from '../../src/sidebar/vetting-calls';
import type { Addon } from '../setup/addon';
import { drivenRun, value } from './page';

const PLATFORM = 'instagram' as const;

/** What the tool shows of the list in front. */
export const readFlags = (addon: Addon, flags: FlagName[] = [...FLAG_NAMES]): Promise<VettingView> =>
  value(addon, 'readVetting', { flags, platform: PLATFORM });

export const laid = async (addon: Addon, flags: FlagName[] = [...FLAG_NAMES]): Promise<string> => {
  const { sheetId } = await readFlags(addon, flags);
  const { settings } = await value(addon, 'layFlags', { flags, platform: PLATFORM, sheetId });
  await addon.emulator.recalculate();
  return settings;
};

/** As the page does it: the figures that are missing by a run of Enrich, then the flags, then the run's steps. */
export async function vetted(addon: Addon, flags: FlagName[] = [...FLAG_NAMES]): Promise<VettingView> {
  const view = await readFlags(addon, flags);
  const { sheetId, keys, fields, requests, rows } = view;
  const run =
    rows === 0
      ? undefined
      : await value(addon, 'startEnrich', {
          platform: keys.platform ?? PLATFORM,
          fields,
          which: 'all',
          olderThanDays: 0,
          again: false,
          action: 'enrich',
          sheetId,
          keys,
          mode: 'fill',
          cap: requests,
        });
  await value(addon, 'layFlags', { flags: view.flags, platform: PLATFORM, sheetId });
  if (run) await drivenRun(addon, run);
  await addon.emulator.recalculate();
  return view;
}

export const cellsOf = (addon: Addon, header: string, sheet = 'Sheet1'): unknown[] => {
  const [headers = [], ...rows] = addon.emulator.spreadsheet.sheet(sheet).values();
  const at = headers.indexOf(header);
  if (at < 0) throw new Error(`no column ${header} in ${headers.join(', ')}`);
  return rows.map((row) => row[at]);
};
