import { checkBoards } from './boards';
import { checkCaps, checkKept, checkPace, checkSelected, checkTwice } from './money';
import { checkLeaks } from './page';
import { checkOwnRows, checkStrangers } from './sheets';
import type { World } from './world';

/** What holds at every instant; looked at after each event. */
const ALWAYS: readonly ((world: World) => void)[] = [
  checkCaps,
  checkKept,
  checkTwice,
  checkPace,
  checkSelected,
  checkOwnRows,
  checkStrangers,
  checkBoards,
  checkTraces,
];

export function checkWorld(world: World): void {
  for (const check of ALWAYS) check(world);
}

/** No key in cells, notes, logs, caches, dialogues; in properties under its own name alone. */
function checkTraces(world: World): void {
  const { stores, spreadsheet, logs, ui } = world.addon.emulator;
  for (const by of ['owner@example.com', 'editor@example.com']) {
    for (const scope of ['document', 'script', 'user'] as const) {
      const properties = Object.entries(stores.properties(scope, by).all());
      const others = properties.filter(([name]) => name !== 'INFLUDATA_API_KEY').map((each) => each.join(' '));
      checkLeaks(world, `the ${scope} properties`, others.join('\n'));
      const cache = stores.cache(scope, by);
      checkLeaks(
        world,
        `the ${scope} cache`,
        cache
          .keys()
          .map((key) => `${key} ${cache.get(key)}`)
          .join('\n'),
      );
    }
  }
  checkLeaks(world, 'the log', logs.map(({ message }) => message).join('\n'));
  checkLeaks(world, 'a dialogue', JSON.stringify([ui.dialogues, ui.toasts, ui.sidebar?.html ?? '']));
  for (const { rows, name } of spreadsheet.book.sheets)
    for (const row of rows)
      for (const cell of row ?? [])
        if (cell)
          checkLeaks(world, `a cell of ${name}`, `${String(cell.value)} ${cell.formula ?? ''} ${cell.note ?? ''}`);
  checkLeaks(world, 'metadata', JSON.stringify(spreadsheet.metadata()));
}
