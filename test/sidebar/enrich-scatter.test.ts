import { expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, started, step } from './enrich';

const ROWS = 300;
const FORMULA_ROW = 100;
/** There stands a plain text, to which a person gave a link; in the other row to a part of it. */
const LINK_ROW = 22;
const PART_ROW = 42;
const MINUTE_MS = 60_000;

test('empty cells between values are filled with few writes, and what stands between them stays: values, texts, links, formulas', async () => {
  const addon = await createAddon({ account: 'workspace' });
  addon.standin.latencyMs = 300;
  const handles = ordinaryHandles(addon.standin, ROWS);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  const mine = handles.map((handle, at) => [
    handle,
    at % 3 === 0 ? at : '',
    at % 5 === 0 ? ['Wonderland', "'=2+2", "'007", '12:30'][at % 4] : '',
    at % 2 === 0 ? 1.5 : '',
  ]);
  sheet.set('A1', [['username', 'Followers', 'Country', 'Engagement %'], ...mine]);
  sheet.set(`B${FORMULA_ROW}`, '=1+1');
  const linked = sheet.data.rows[LINK_ROW - 1]?.[2];
  expect(linked?.value).toBe('Wonderland');
  if (linked) linked.link = 'https://wonderland.example/';
  const partly = sheet.data.rows[PART_ROW - 1]?.[2];
  expect(partly?.value).toBe('Wonderland');
  const runs = [
    { start: 0, end: 6, link: 'https://wonder.example/', style: {} },
    { start: 6, end: 10, link: null, style: {} },
  ];
  if (partly) partly.runs = runs;
  const before = sheet.values().slice(1);
  sheet.select('A:A');
  let run = await started(addon, { fields: ['followers', 'country', 'engagement'], mode: 'fill' });
  addon.emulator.counts.reset();
  const beganMs = addon.emulator.clock.now();
  run = await step(addon, run);
  expect(addon.emulator.clock.now() - beganMs).toBeLessThan(MINUTE_MS);
  // Texts that would be read as something else when they are written again part the blocks: a twentieth of the rows here.
  expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.setValues')).toBeLessThan(ROWS / 4);
  while (run.state === 'running') run = await step(addon, run);
  expect(run).toMatchObject({ state: 'done', doneRows: ROWS });
  const after = sheet.values().slice(1);
  const kept = before.flatMap((row, at) =>
    row.slice(0, 4).flatMap((value, column) => (value === '' ? [] : [[value, after[at]?.[column]]])),
  );
  expect(kept.length).toBeGreaterThan(ROWS * 1.9);
  for (const [value, now] of kept) expect(now).toEqual(value);
  expect(sheet.formulas(`B${FORMULA_ROW}`)[0]?.[0]).toBe('=1+1');
  expect(sheet.data.rows[LINK_ROW - 1]?.[2]?.link).toBe('https://wonderland.example/');
  expect(sheet.data.rows[PART_ROW - 1]?.[2]?.runs).toEqual(runs);
  expect(columnOf(addon, 'Followers').filter((value) => value === '')).toEqual([]);
  await addon.close();
});
