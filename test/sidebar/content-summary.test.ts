import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { cells, columnOf, pulled, sheetIdOf, synced } from './content';
import { refusal, value } from './page';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 300 } });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const QUERY = {
  platform: 'instagram,tiktok',
  username: 'adidas,nike,cristiano,leomessi',
  followerMin: '0',
  uploadedFrom: '2026-09-20',
};
const HOUR_MS = 3_600_000;

interface Row {
  pieces: number;
  reach: number;
  likes: number;
  comments: number;
  engagement: number;
}

/** The same sums, from the content sheet's cells. */
function expected(sheet: string, by: (index: number) => string): Map<string, Row> {
  const column = (header: string): number[] => columnOf(addon, sheet, header).map(Number);
  const [reach, likes, comments, engagement] = ['Reach', 'Likes', 'Comments', 'Engagement rate'].map(column);
  const rows = new Map<string, Row>();
  columnOf(addon, sheet, 'Content id').forEach((_, index) => {
    const before = rows.get(by(index)) ?? { pieces: 0, reach: 0, likes: 0, comments: 0, engagement: 0 };
    rows.set(by(index), {
      pieces: before.pieces + 1,
      reach: before.reach + (reach?.[index] ?? 0),
      likes: before.likes + (likes?.[index] ?? 0),
      comments: before.comments + (comments?.[index] ?? 0),
      engagement: before.engagement + (engagement?.[index] ?? 0),
    });
  });
  return rows;
}

const HEADER_ROW = 25;
/** The rows of a table of the summary, by its first column: pieces, reach, likes, comments, mean engagement, earned. */
function table(sheet: string, column: number, order: readonly string[]): Map<string, Record<string, unknown>> {
  const rows = cells(addon, sheet);
  const headers = (rows[HEADER_ROW - 1] ?? []).slice(column - 1, column + 6);
  for (const header of order) expect(headers).toContain(header);
  return new Map(
    rows.slice(HEADER_ROW).flatMap((row): [string, Record<string, unknown>][] => {
      const [name, ...figures] = row.slice(column - 1, column + 6);
      if (name === '' || name === undefined) return [];
      const key = name instanceof Date ? name.toISOString().slice(0, 10) : String(name);
      return [[key, Object.fromEntries(figures.map((figure, index) => [headers[index + 1], figure]))]];
    }),
  );
}
const FIGURES = ['Posts', 'Reach', 'Likes', 'Comments', 'Mean engagement', 'Earned media'];

function expectTable(shown: Map<string, Record<string, unknown>>, wanted: Map<string, Row>, rate: number): void {
  expect([...shown.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [name, row] of wanted) {
    const figures = shown.get(name) ?? {};
    expect(figures, name).toMatchObject({
      Posts: row.pieces,
      Reach: row.reach,
      Likes: row.likes,
      Comments: row.comments,
    });
    expect(figures['Mean engagement'], name).toBeCloseTo(row.engagement / row.pieces, 6);
    expect(figures['Earned media'], name).toBeCloseTo((row.reach / 1000) * rate, 6);
  }
}

async function summed(rate: number | null = 12.5): Promise<{ content: string; summary: string; id: number }> {
  const { sheet: content } = await pulled(addon, { filters: QUERY });
  const id = sheetIdOf(addon, content);
  const { sheet: summary } = await value(addon, 'summarizeContent', { sheetId: id, rate });
  return { content, summary, id };
}

const creatorIn = (sheet: string) => {
  const [handles, platforms] = ['Handle', 'Platform'].map((header) => columnOf(addon, sheet, header));
  return (index: number): string => `${String(handles?.[index])} · ${String(platforms?.[index])}`;
};
const dayIn = (sheet: string) => {
  const days = columnOf(addon, sheet, 'Uploaded');
  return (index: number): string => (days[index] as Date).toISOString().slice(0, 10);
};

describe('a campaign summary', () => {
  test('by creator in the order of reach, and by day: every figure is a formula that gives what the rows add up to', async () => {
    const { content, summary, id } = await summed();
    // Made twice: what was folded away is so once.
    await value(addon, 'summarizeContent', { sheetId: id, rate: null });
    const { columnProperties, charts } = addon.emulator.spreadsheet.sheet(summary).data;
    expect(columnProperties.map((column) => [column?.groupDepth, column?.folded]).slice(15)).toEqual([
      [undefined, undefined],
      [1, true],
      [1, true],
    ]);
    expect(charts.find(({ options }) => options['title'] === 'Reach by day')?.options).toMatchObject({
      treatLabelsAsText: false,
    });
    expect(String(cells(addon, summary)[1]?.[0])).toMatch(/ Source: influData, sheet “.+”, 20\d\d-\d\d-\d\d\.$/);
    const byCreator = table(summary, 1, FIGURES);
    expectTable(byCreator, expected(content, creatorIn(content)), 12.5);
    const reaches = [...byCreator.values()].map((row) => Number(row['Reach']));
    expect(reaches.length).toBeGreaterThan(3);
    expect(reaches).toEqual([...reaches].sort((left, right) => right - left));
    const byDay = table(summary, 9, FIGURES);
    expectTable(byDay, expected(content, dayIn(content)), 12.5);
    expect([...byDay.keys()]).toEqual([...byDay.keys()].sort());
    const all = [...expected(content, () => '').values()][0];
    const [, , , , totals = []] = cells(addon, summary);
    expect(totals.slice(0, 4)).toEqual([all?.pieces, all?.reach, all?.likes, all?.comments]);
    expect(totals[5]).toBeCloseTo(((all?.reach ?? 0) / 1000) * 12.5, 6);
    expect(totals[6]).toBe(12.5);
    // The rate is the only number that is typed.
    const formulas = addon.emulator.spreadsheet.sheet(summary).formulas('A1:R60');
    const shown = cells(addon, summary);
    const frozen = shown
      .slice(0, 60)
      .flatMap((row, down) =>
        row.flatMap((cell, across) =>
          typeof cell === 'number' && formulas[down]?.[across] === '' && !isSpilled(formulas, down, across)
            ? [[down, across]]
            : [],
        ),
      );
    expect(frozen).toEqual([[4, 6]]);
  });

  test('follows new rows, a rate that is typed, a renamed sheet and a moved column', async () => {
    const { content, summary, id } = await summed(null);
    expect(cells(addon, summary)[4]?.[5]).toBe('');
    addon.emulator.spreadsheet.sheet(summary).set('G5', 3);
    addon.emulator.clock.advance(24 * HOUR_MS);
    const person = addon.standin.creators.find('instagram', 'adidas');
    if (!person) throw new Error('nobody');
    addon.standin.posts.add(person, { uploadedMs: addon.emulator.clock.now() - HOUR_MS, reach: 5_000_000 });
    addon.emulator.spreadsheet.sheet(content).insertColumns(3, 1);
    addon.emulator.spreadsheet.sheet(content).rename("Anna's posts");
    await synced(addon, id);
    expectTable(table(summary, 1, FIGURES), expected("Anna's posts", creatorIn("Anna's posts")), 3);
    expectTable(table(summary, 9, FIGURES), expected("Anna's posts", dayIn("Anna's posts")), 3);
    // Made again it stands in the same place, with the rate that was typed, and works with the new name.
    expect(await value(addon, 'summarizeContent', { sheetId: id, rate: null })).toEqual({ sheet: summary });
    expectTable(table(summary, 1, FIGURES), expected("Anna's posts", creatorIn("Anna's posts")), 3);
    expect(addon.emulator.spreadsheet.sheet(summary).formulas('A5:A5')[0]?.[0]).toContain("'Anna''s posts'!");
    expect(addon.emulator.spreadsheet.sheet(summary).data.charts).toHaveLength(2);
    addon.emulator.spreadsheet.sheet("Anna's posts").activate();
    expect(await value(addon, 'contentSheet', {})).toMatchObject({ summary });
  });

  test('needs its columns and some rows, and says so; it is free', async () => {
    const { sheet } = await pulled(addon, { filters: { ...QUERY, keywords: 'nobodywritesthis' } });
    expect(await refusal(addon, 'summarizeContent', { sheetId: sheetIdOf(addon, sheet), rate: null })).toMatch(
      /no posts to sum up/,
    );
    // Killed while it was made, it is made again, and there is one.
    const killed = await pulled(addon, { filters: QUERY });
    const form = { sheetId: sheetIdOf(addon, killed.sheet), rate: null };
    const { faults, spreadsheet } = addon.emulator;
    const before = spreadsheet.sheetNames().length;
    faults.intercept = ({ phase, method }) =>
      phase === 'after' && method === 'Spreadsheet.insertSheet' ? { kill: true } : undefined;
    await addon.emulator.serve('influSidebar', ['summarizeContent', form]);
    delete faults.intercept;
    const made = await value(addon, 'summarizeContent', form);
    expect(spreadsheet.sheetNames().slice(before)).toEqual([made.sheet]);
    const { content, id } = await summed();
    const paid = addon.charged();
    const headers = cells(addon, content)[0] ?? [];
    addon.emulator.spreadsheet.sheet(content).set(`${String.fromCharCode(65 + headers.indexOf('Likes'))}1`, 'Hearts');
    expect(await refusal(addon, 'summarizeContent', { sheetId: id, rate: null })).toMatch(
      /no longer has a column "Likes"/,
    );
    expect(addon.charged()).toBe(paid);
  });
});

/** A cell below or right of a formula in the first row of a table belongs to what that spilled. */
const isSpilled = (formulas: string[][], down: number, across: number): boolean =>
  [0, 8, 16].some(
    (column) =>
      formulas[HEADER_ROW]?.[column] !== '' && down >= HEADER_ROW && (across === column || across === column + 1),
  );
