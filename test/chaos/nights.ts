import { askPage } from './page';
import { read } from './sheets';
import { hasSheet, HANDLE_HEADER, OWN_SHEET, OWNER, sheetsOf, type World } from './world';

/** Then every row is old, and no month's cap is used up. */
const LATER_MS = 33 * 24 * 3_600_000;
const DEAREST_ROW = 20;
const RULE = 'a schedule goes on, whatever happened in the nights before';

/** A night when all is at rest: each schedule that is on finds what there is to buy. */
export async function checkNights(world: World): Promise<void> {
  const { triggers, clock } = world.addon.emulator;
  if (triggers.list().every(({ dueAtMs }) => dueAtMs === null)) return;
  clock.advance(LATER_MS);
  const syncs = await postedTo(world);
  const rows = await hasRows(world);
  const before = world.journal.sent.length;
  const due = triggers.list().flatMap(({ id, dueAtMs }) => (dueAtMs === null ? [] : [{ id, dueAtMs }]));
  for (const { id, dueAtMs } of due) {
    clock.advance(Math.max(0, dueAtMs - clock.now()));
    await triggers.fire(id);
  }
  const bought = world.journal.sent
    .slice(before)
    .filter(({ execution, charged }) => execution.source === 'trigger' && charged > 0);
  for (const { name, author } of syncs) {
    world.note('sync in a night at rest');
    // Older posts come first, and may take all that a night may spend.
    if (!bought.some(({ query }) => query['username'] === author))
      world.violate(RULE, `${name} got nothing of ${author}; ${said(world)}`);
  }
  if (!rows) return;
  world.note('refresh in a night at rest');
  if (!bought.some(({ endpoint }) => endpoint === 'getUserData'))
    world.violate(RULE, `no row was bought; ${said(world)}`);
}

/** Sheets that are synced by night; each one's author has posted once more. */
async function postedTo(world: World): Promise<{ name: string; author: string }[]> {
  const { standin, emulator } = world.addon;
  const posted: { name: string; author: string }[] = [];
  for (const sheet of sheetsOf(world)) {
    if (!read(sheet).headers.includes('Content id') || world.spoilt.has(sheet.id)) continue;
    sheet.activate();
    const { value } = await askPage(world, OWNER, 'contentSheet');
    const { id, schedule, watermark, filters } = (value ?? {}) as {
      id?: number;
      schedule?: object | null;
      watermark?: string;
      filters?: Record<string, string>;
    };
    const author = standin.creators.find('instagram', filters?.['username'] ?? '');
    if (id !== sheet.id || !schedule || watermark === undefined || !author) continue;
    standin.posts.add(author, { uploadedMs: emulator.clock.now() - 60_000 });
    posted.push({ name: sheet.name, author: filters?.['username'] ?? '' });
  }
  return posted;
}

/** Whether rows of the person's own sheet are refreshed by night, and some were filled. */
async function hasRows(world: World): Promise<boolean> {
  if (!hasSheet(world, OWN_SHEET) || world.spoilt.has(OWN_SHEET)) return false;
  const sheet = world.addon.emulator.spreadsheet.sheet(OWN_SHEET);
  const { headers, rows } = read(sheet);
  const [handles, filled] = [headers.indexOf(HANDLE_HEADER), headers.indexOf('influData status')];
  if (handles < 0 || filled < 0) return false;
  sheet.select('A1');
  const form = { platform: 'instagram', fields: [], which: 'all', olderThanDays: 0, again: false };
  const { value } = await askPage(world, OWNER, 'readSelection', form);
  const { sheetId, cap = 0 } = (value?.['schedule'] ?? {}) as { sheetId?: number; cap?: number };
  // A report with its audience costs more than some nights may spend.
  return (
    sheetId === OWN_SHEET && cap >= DEAREST_ROW && rows.some((row) => row[handles] !== '' && row[filled] === 'done')
  );
}

const said = ({ addon }: World): string =>
  sheetsOf({ addon } as World)
    .filter(({ name }) => name.startsWith('influData log'))
    .flatMap((sheet) =>
      read(sheet)
        .rows.slice(-2)
        .map((row) => row.join(' ')),
    )
    .join('; ');
