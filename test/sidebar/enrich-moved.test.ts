import { expect, test } from 'vitest';
import type { InterceptedCall } from '../../dev/emulator/emulator';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, started } from './enrich';

/** Selected, and below them one of an earlier run and one that nobody ever selected. */
const SELECTED = 5;

interface Case {
  addon: Addon;
  handles: string[];
}

async function prepared(): Promise<Case> {
  const addon = await createAddon({ standin: { creators: 500 } });
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  const handles = ordinaryHandles(addon.standin, SELECTED + 2);
  sheet.set('A1', [['username', 'note'], ...handles.map((handle) => [handle, `about ${handle}`])]);
  sheet.select(['A1', `A${SELECTED + 2}`]);
  await enriched(addon, { fields: ['followers'] });
  sheet.select(`A2:A${SELECTED + 1}`);
  return { addon, handles };
}

const sheetOf = ({ emulator }: Addon) => emulator.spreadsheet.sheet('Sheet1');

/** What people do while rows are written. */
const EDITS: Record<string, (addon: Addon) => void> = {
  'a blank row inserted': (addon) => sheetOf(addon).insertRows(4),
  'a row deleted': (addon) => sheetOf(addon).deleteRows(3),
  'a column inserted': (addon) => sheetOf(addon).insertColumns(3),
};

/** The calls to the sheet of an undisturbed run, from its first answers on, that are a write or come just before one. */
async function places(): Promise<number[]> {
  const { addon } = await prepared();
  const run = await started(addon, { fields: ['followers'], mode: 'overwrite' });
  const calls: InterceptedCall[] = [];
  addon.emulator.faults.intercept = (call) => {
    if (call.phase === 'before') calls.push(call);
  };
  await driven(addon, run);
  await addon.close();
  const first = calls.findIndex(({ method }) => method === 'fetchAll');
  return calls.flatMap(({ service, method }, nth) =>
    service === 'SpreadsheetApp' && nth > first && /setValues|flush|getFormulas/.test(method) ? [nth] : [],
  );
}

const between = await places();

test.each(Object.keys(EDITS))(
  '%s between any read and write: each value beside its own handle, what was not selected stays and is not bought',
  async (edit) => {
    expect(between.length).toBeGreaterThan(3);
    for (const nth of between) {
      const { addon, handles } = await prepared();
      const run = await started(addon, { fields: ['followers'], mode: 'overwrite' });
      const earlier = columnOf(addon, 'Followers')[SELECTED];
      let calls = 0;
      addon.emulator.faults.intercept = ({ phase }) => {
        if (phase === 'before' && calls++ === nth) EDITS[edit]?.(addon);
      };
      expect((await driven(addon, run)).state).toBe('done');
      const names = columnOf(addon, 'username').map(String);
      const followers = columnOf(addon, 'Followers');
      const states = columnOf(addon, 'influData status');
      const [old = '', never = ''] = handles.slice(SELECTED);
      names.forEach((name, row) => {
        const own = name === '' ? '' : addon.standin.creators.find('instagram', name)?.followers;
        const isSelected = handles.indexOf(name) < SELECTED && name !== '';
        expect([nth, name, followers[row], states[row]]).toEqual([
          nth,
          name,
          name === never ? '' : own,
          isSelected || name === old ? 'done' : '',
        ]);
        expect(columnOf(addon, 'note')[row]).toBe(name === '' ? '' : `about ${name}`);
      });
      expect(earlier).toBe(addon.standin.creators.find('instagram', old)?.followers);
      expect(addon.charged()).toBeLessThanOrEqual(SELECTED + 1);
      await addon.close();
    }
  },
  60_000,
);
