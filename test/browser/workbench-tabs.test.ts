import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type WorkbenchPage } from './workbench-page';

// Each tab as a person has it beside the sheet, in a window of 1366 by 657, over the real bundle.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TABS = ['Find', 'Enrich', 'Reports', 'Content', 'Manage', 'Account'] as const;

let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ viewport: { width: 1366, height: 657 }, whole: true });
});
afterAll(() => bench.close());

interface Report {
  violations: { id: string; nodes: { html: string }[] }[];
}

test('every tab beside the sheet is accessible, and its first action is in sight', async () => {
  const wrong: string[] = [];
  await bench.clickMenu('influData', 'Find creators…');
  for (const name of TABS) {
    await bench.sidebar.getByRole('tab', { name }).click();
    await bench.sidebar
      .getByRole('tabpanel')
      .locator('.skeleton, [aria-busy=true]')
      .first()
      .waitFor({ state: 'detached' });
    await bench.shot(`workbench-tab-${name.toLowerCase()}`);
    const frame = bench.page.frames().find((each) => each.name() === 'sidebar') ?? bench.page.frames().at(-1);
    if (!frame) throw new Error('The sidebar has no frame.');
    await frame.evaluate(AXE);
    const { violations } = (await frame.evaluate('axe.run({ preload: false, resultTypes: ["violations"] })')) as Report;
    wrong.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 160)}`));
    const actions = bench.sidebar.locator('.button.action:visible');
    for (const action of await actions.all()) {
      const box = await action.boundingBox();
      if (!box || box.y + box.height > 657) wrong.push(`${name}: ${await action.innerText()} is out of sight`);
    }
  }
  expect(wrong).toEqual([]);
});
