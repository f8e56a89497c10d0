import { column, ordinaryHandles } from '../test/setup/creators';
import { benched } from './measure';
import type { Row } from './row';

const CREATORS = 2000;
/** What one calculation can send at an organization's pace. */
const RANGE = 400;

/** What the document properties hold once so many creators were bought by formulas. */
export async function store(): Promise<Row[]> {
  const addon = await benched('organization', 300);
  const handles = ordinaryHandles(addon.standin, CREATORS);
  for (let from = 0, rounds = 0; from < CREATORS; rounds++) {
    if (rounds > 60) throw new Error('some creators are still pending');
    const range = column(handles.slice(from, from + RANGE));
    const shown = await addon.shown('INFLU_PROFILE', 'instagram', range, 'followers');
    if (Array.isArray(shown) && !shown.flat().includes('pending')) from += RANGE;
  }
  // The last settlement is folded in by the next call that is admitted.
  await addon.cell('INFLU_GROWTH', 'tiktok', ordinaryHandles(addon.standin, 1, 'tiktok')[0]);
  const all = Object.entries(addon.emulator.stores.properties('document').all());
  const sizeOf = (matches: (name: string) => boolean): number =>
    all.reduce((sum, [name, value]) => (matches(name) ? sum + name.length + value.length : sum), 0);
  const durable = sizeOf((name) => name.startsWith('a/'));
  await addon.close();
  return [
    {
      what: 'a creator in the document properties',
      unit: 'characters',
      ours: durable / CREATORS,
      limit: '',
      today: 0,
      source: `for weeks, with a year's history; of ${CREATORS} side by side`,
    },
    {
      what: `all document properties with ${CREATORS} creators`,
      unit: 'characters',
      ours: sizeOf(() => true),
      limit: 500_000,
      today: 0,
      source: "Google, 500 KB a store; today's way keeps what it paid for six hours",
    },
  ];
}
