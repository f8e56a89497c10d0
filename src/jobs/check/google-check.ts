import { StoreFull, type Host, type Properties, type Workbook } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { LARGEST_STORE, storedBytes } from '../../gate/property-pieces';
import { fault, ok, warning, type Finding } from './finding';

/** Edit rights are asked for and no cell is touched. */
export function checkSheet(workbook: Workbook): Finding {
  const table = workbook.active();
  if (!table) return fault('sheet');
  const area = { row: 1, column: 1, rows: Math.max(table.lastRow(), 1), columns: Math.max(table.lastColumn(), 1) };
  return table.canEdit(area) ? ok() : fault('protected');
}

export function checkLock({ lock, clock }: Host): Finding {
  const beganMs = clock.now();
  const { held } = lock.hold(5 * SECOND_MS, () => undefined);
  const figures = { milliseconds: clock.now() - beganMs };
  return held ? ok(figures) : fault('noTurn', figures);
}

const NAME = 'check';

export function checkCache({ cache, uniqueId }: Host): Finding {
  const id = uniqueId();
  cache.putMany({ [NAME]: id }, 60);
  return cache.getMany([NAME])[NAME] === id ? ok() : fault('forgets');
}

/** Answers alone may take 430,000. */
const NEARLY_FULL = 475_000;

export function checkProperties(properties: Properties, { uniqueId }: Host): Finding {
  const used = storedBytes(properties.all());
  const figures = { used, room: LARGEST_STORE };
  const id = uniqueId();
  try {
    properties.setMany({ [NAME]: id });
  } catch (error) {
    if (error instanceof StoreFull) return fault('full', figures);
    throw error;
  }
  const found = properties.get(NAME);
  properties.remove(NAME);
  if (found !== id) return fault('forgets', figures);
  return used > NEARLY_FULL ? warning('nearlyFull', figures) : ok(figures);
}
