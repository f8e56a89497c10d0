import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Text } from '../../src/client/text/text';
import * as sheetTexts from '../../src/schema/sheet-text';
import '../../src/schema/said-text';
import '../../src/schema/filter-problem';
import { tables } from '../../src/core/said';
import { cellStatusesDe, glossaryDe, rowStatusesDe } from '../../src/schema/text/de/help';
import { menuDe, menuLabelsDe } from '../../src/schema/text/de/menu';
import { cellStatuses, GLOSSARY, rowStatuses } from '../../src/schema/text/help';
import { menuTextEn, menuLabelsEn } from '../../src/schema/text/menu';

// That no sentence lacks, the compiler sees. Here: each is German, and says all that its English one does.
let english: Text;
let german: Text;
beforeAll(async () => {
  // Of the German page, so that prices and figures are German too.
  vi.stubGlobal('document', { body: { dataset: { language: 'de' } } });
  vi.resetModules();
  const page = await import('../../src/client/text/text');
  [english, german] = [page.ENGLISH, page.TEXT];
});
/** Files share a worker: the next one's page is English again. */
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** What both languages call so. */
const SAME = new Set(
  [
    'Post Story Video Short influData Reports Content Hashtags Handle Engagement Score Bio Website Code Version Status Test Format CSV Videos',
    'NaN Shorts Reels Posts Stories Follower Pipeline Shortlist Vetting Audience Creator Deutsch English Profile',
    'Likes Reel Budget live Median Fit Timeline BigQuery',
  ].flatMap((words) => words.split(' ')),
);
/** For influData itself, which reads English. */
const ENGLISH_ALL_THE_SAME = ['account.unknownReport', 'help.thisVersion'];
/** Takes a code, or a sentence of the server: what stands for it is not what was given. */
const CODED = ['form.dailyEnded', 'form.endDaily', 'help.cost', 'help.meaning'];

const PLACES = ['einsA', 'zweiB', 'dreiC', 'vierD'];

/** The leaves of two tables, side by side. */
function* pairs(one: unknown, other: unknown, path = ''): Generator<[string, unknown, unknown]> {
  if (typeof one !== 'object' || one === null) return void (yield [path, one, other]);
  for (const [key, value] of Object.entries(one))
    yield* pairs(value, (other as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
}

/** What a sentence says of these arguments; undefined: it wants others. */
function said(sentence: unknown, args: readonly unknown[]): string | undefined {
  if (typeof sentence === 'string') return sentence;
  try {
    return [(sentence as (...args: readonly unknown[]) => unknown)(...args)].flat(3).join('');
  } catch {
    return undefined;
  }
}

const ARGUMENTS: readonly (readonly unknown[])[] = [
  PLACES,
  [3, 4, 5, 6],
  [1, 1, 1, 1],
  ['einsA', 3, 4],
  [3, 'zweiB', 4],
];
/** Words that no German sentence has. */
const ENGLISH_WORD =
  /\b(the|of|and|or|is|are|your|you|this|that|with|from|for|request|requests|balance|cap|key|sheet|row|rows|nothing|saved|free|page|pages|again|then|left|more|choose|select)\b/i;

function leftovers(one: unknown, other: unknown, table = ''): string[] {
  const found: string[] = [];
  for (const [path, inEnglish, inGerman] of pairs(one, other, table)) {
    if ([...ENGLISH_ALL_THE_SAME, ...CODED].includes(path)) continue;
    for (const args of ARGUMENTS) {
      const [before, now] = [said(inEnglish, args), said(inGerman, args)];
      if (before === undefined && now === undefined) continue;
      const words = (now ?? '').replace(
        /„[^“]*“|not run|do not contact|influData status|ready, no audience.*found/g,
        '',
      );
      if (now === undefined) found.push(`${path}: wants other arguments`);
      else if (now === before && /[a-z]{3}/i.test(words) && !words.split(/\W+/).every((word) => isSame(word)))
        found.push(`${path}: ${now} is English`);
      else if (ENGLISH_WORD.test(words)) found.push(`${path}: ${now} has English words`);
      for (const place of PLACES)
        if (args === PLACES && before?.includes(place) && now?.includes(place) === false)
          found.push(`${path}: ${place} is not said`);
      if (typeof inEnglish === 'string') break;
    }
  }
  return found;
}
const isSame = (word: string): boolean => word === '' || /^\d/.test(word) || PLACES.includes(word) || SAME.has(word);

test('each sentence of the page is German and says what the English one does', () => {
  expect(leftovers(english, german)).toEqual([]);
});

test('so are those of the server', () => {
  expect(leftovers(menuTextEn(), menuDe())).toEqual([]);
  expect(leftovers(menuLabelsEn(), menuLabelsDe())).toEqual([]);
  expect(leftovers(GLOSSARY, glossaryDe())).toEqual([]);
  for (const text of Object.values(sheetTexts)) {
    const [before, now] = text.each() as readonly [unknown, unknown];
    expect(leftovers(before, now)).toEqual([]);
  }
});

/** A formula's own arguments: nobody reads these but in its cell. */
const CELLS_ALONE = ['formula'];

test('so is every sentence that is thrown or stored, but for those of cells alone', () => {
  const words = [...tables];
  expect(words.length).toBeGreaterThan(25);
  expect(words.flatMap(([name, { en, de }]) => (en() === de() ? [name] : []))).toEqual(CELLS_ALONE);
  for (const [name, { en, de }] of words)
    if (!CELLS_ALONE.includes(name)) expect(leftovers(en(), de(), name)).toEqual([]);
});

/** Of each status what stands in cells, and whether there is something to do. */
const words = (list: ReturnType<typeof cellStatuses>) =>
  // A blank cell shows no word.
  list.map((status) => [status.words.filter((word) => word !== 'blank' && word !== 'leer'), status.next === '']);

test('Help lists the same words of cells and rows in both, for cells show these words to everybody', () => {
  expect(words(cellStatusesDe())).toEqual(words(cellStatuses()));
  expect(words(rowStatusesDe())).toEqual(words(rowStatuses()));
});
