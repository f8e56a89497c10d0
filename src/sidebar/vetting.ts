import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { enrichField } from '../jobs/enrich/enrich-answer';
import { enrichPrice } from '../jobs/enrich/enrich-plan';
import { joined } from '../jobs/selection/hidden-rows';
import { creatorsIn, traceOf } from '../jobs/selection/key-column';
import { fieldsOf, FLAG_NAMES, flagsThere, inOrder, type FlagName } from '../jobs/vetting/flag';
import { layFlags } from '../jobs/vetting/lay-flags';
import { rowsWithout, vettingList } from '../jobs/vetting/vetting-list';
import { isPlatform } from '../schema/platform';
import { VETTING_REFUSAL } from '../schema/said-text';
import { aPlatformOrNone, entry, shape, type CallTools, type Entry } from './argument';
import { budgetNow } from './budget-view';
import { areaText } from './selection';
import type { VettingCalls, VettingForm, VettingView } from './vetting-calls';

/** Without the audience report, which costs 20 requests a creator. */
const CHEAP_FLAGS: readonly FlagName[] = ['engagement', 'growth', 'brands', 'stale', 'private'];

function readVetting(tools: CallTools, { flags: chosen, platform: picked }: VettingForm): VettingView {
  const list = vettingList(tools, picked, true);
  const { table, cells, platform } = list;
  const marks = table.marks();
  const there = flagsThere(marks);
  const flags = chosen.length > 0 ? inOrder(chosen) : there.length > 0 ? there : [...CHEAP_FLAGS];
  const rows = rowsWithout(list, inOrder([...there, ...flags]), marks);
  const fields = fieldsOf(inOrder([...there, ...flags]));
  const { known, requests } = enrichPrice(tools, creatorsIn(rows), fields.map(enrichField), false);
  const keys = { ...list.keys, blocks: joined(rows.map(({ row }) => ({ row, rows: 1 }))) };
  return {
    sheetId: table.id(),
    sheet: table.name(),
    area: areaText(list),
    creators: creatorsIn(cells).size,
    there,
    flags,
    fields,
    keys: {
      ...keys,
      platformColumn: keys.platformColumn ?? null,
      headerRow: list.headerRow,
      platform: isPlatform(platform) ? platform : '',
      edges: rows.length > 0 ? traceOf(table, keys) : '',
    },
    rows: rows.length,
    known,
    requests,
    budget: budgetNow(tools.host),
  };
}

function lay(
  tools: CallTools,
  { sheetId, flags, platform }: VettingCalls['layFlags']['gives'],
): VettingCalls['layFlags']['gets'] {
  const list = vettingList(tools, platform, false);
  if (list.table.id() !== sheetId) throw badInput(VETTING_REFUSAL.otherSheet);
  return layFlags(tools, list, flags);
}

const form = () => ({ flags: z.array(z.enum(FLAG_NAMES)), platform: aPlatformOrNone() });

export const vettingSurface = (): { [Name in keyof VettingCalls]: Entry } => ({
  readVetting: entry<'readVetting'>(() => shape(form()), readVetting),
  layFlags: entry<'layFlags'>(() => shape({ ...form(), sheetId: z.number() }), lay),
});
