import { trackersIn, type Board } from './boards';
import { askPage } from './page';
import { CANNOT } from './settle';
import { read } from './sheets';
import { fetchRound } from './tools';
import { OWNER, sheetsOf, type World } from './world';

const ENOUGH = 50_000;
const MOST_STEPS = 40;

/** When all is at rest, every campaign can be brought up to date, and a second time changes nothing. */
export async function checkCampaigns(world: World): Promise<void> {
  for (const board of trackersIn(world)) {
    const { sheet } = board;
    world.note('campaign at rest');
    const kept = await fetchRound(world, OWNER, board, {
      cap: ENOUGH,
      runCap: ENOUGH,
      steps: MOST_STEPS,
      refresh: false,
    });
    const isTouched = [...world.spoilt].length > 0;
    if (kept !== '' && !isTouched && !CANNOT.test(kept) && !NOBODY.test(kept))
      world.violate('every run can be brought to its end', `posts of ${sheet.name}: ${kept}`);
    const first = await askPage(world, OWNER, 'updateCampaign', { sheetId: sheet.id });
    if (first.refusal !== undefined) {
      if (!isTouched && !CANNOT.test(first.refusal) && !NOBODY.test(first.refusal))
        world.violate('every sheet of ours is whole', `${sheet.name}: ${first.refusal}`);
      continue;
    }
    const before = shownIn(board);
    const { value } = await askPage(world, OWNER, 'updateCampaign', { sheetId: sheet.id });
    if (value?.['found'] !== 0 || value['changed'] !== 0)
      world.violate('done twice it changes nothing', `${sheet.name}: ${JSON.stringify(value)}`);
    if (shownIn(board) !== before) world.violate('done twice it changes nothing', `${sheet.name}: other cells`);
  }
  // Somebody has renamed them, or there were several trackers.
  const totals = sheetsOf(world).filter(({ name }) => /^(Totals of|Summen) /.test(name));
  if (
    totals.length > trackersIn(world).length &&
    !world.counts.has('edit rename') &&
    !world.counts.has('edit deleteSheet')
  )
    world.violate('no sheet twice', totals.map(({ name }) => name).join(', '));
}

/** Example rows, or none with a handle. */
const NOBODY = /names a creator|No creators found|no date|Posts from/;

const shownIn = ({ sheet }: Board): string => {
  const { rows, formulas } = read(sheet);
  return JSON.stringify([rows.map((row) => row.map(String)), formulas]);
};
