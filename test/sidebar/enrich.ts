import type { EnrichForm, EnrichView, Selection, SelectionForm } from '../../src/sidebar/enrich-calls';
import type { Addon } from '../setup/addon';
import { drivenRun, value } from './page';

const ALL: SelectionForm = {
  platform: 'instagram',
  fields: ['followers', 'engagement', 'country'],
  which: 'all',
  olderThanDays: 0,
  again: false,
};

type Choice = Partial<SelectionForm & Pick<EnrichForm, 'action' | 'mode' | 'cap' | 'part'>>;

export const selected = (addon: Addon, choice: Choice = {}): Promise<Selection> => {
  const { action: _, mode: __, cap: ___, part: ____, ...form } = { ...ALL, ...choice };
  return value(addon, 'readSelection', form);
};

/** As the page does it: what is selected is read, then the run is started over that. */
export async function started(addon: Addon, choice: Choice = {}): Promise<EnrichView> {
  const { sheetId, keys } = await selected(addon, choice);
  const { action = 'enrich', mode = 'new', cap = null, ...form } = { ...ALL, ...choice };
  return value(addon, 'startEnrich', { ...form, action, mode, cap, sheetId, keys });
}

export const step = (
  addon: Addon,
  { id }: EnrichView,
  resume = false,
  cap: number | null = null,
): Promise<EnrichView> => value(addon, 'stepRun', { id, resume, cap });

export const driven = (addon: Addon, run: EnrichView, how?: Parameters<typeof drivenRun>[2]): Promise<EnrichView> =>
  drivenRun(addon, run, how);

export const enriched = async (addon: Addon, choice: Choice = {}): Promise<EnrichView> =>
  driven(addon, await started(addon, choice));

/** A column of a sheet by its header in the first row, without it. */
export function columnOf(addon: Addon, header: string, sheet = 'Sheet1'): unknown[] {
  const [headers = [], ...rows] = addon.emulator.spreadsheet.sheet(sheet).values();
  const index = headers.indexOf(header);
  if (index < 0) throw new Error(`no column ${header} in ${headers.join(', ')}`);
  return rows.map((row) => row[index]);
}
