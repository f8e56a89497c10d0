import { columnLetters } from '../../src/core/text';
import type { Addon } from '../setup/addon';

/** Texts in quotes in a formula or a number format. */
const quotedIn = (text: string): string[] => [...text.matchAll(/"([^"]*)"/g)].map(([, inner = '']) => inner);

/** What a sheet says by itself: its cells but for results of formulas, formulas' texts, formats, dropdowns, charts. */
export function textsIn(addon: Addon, name: string): string[] {
  const { spreadsheet } = addon.emulator;
  const sheet = spreadsheet.sheet(name);
  const rows = sheet.values();
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const formulas = sheet.formulas(`A1:${columnLetters(width)}${Math.max(1, rows.length)}`);
  const found = new Set([name]);
  rows.forEach((row, down) =>
    row.forEach((cell, across) => {
      const formula = formulas[down]?.[across] ?? '';
      for (const text of formula === '' ? [cell] : quotedIn(formula)) if (typeof text === 'string') found.add(text);
    }),
  );
  for (const row of sheet.data.rows)
    for (const cell of row ?? []) {
      for (const text of quotedIn(cell?.format?.numberFormat ?? '')) found.add(text);
      if (cell?.validation?.criteria === 'VALUE_IN_LIST')
        for (const text of cell.validation.values.flat()) if (typeof text === 'string') found.add(text);
    }
  for (const { options } of sheet.data.charts) found.add(String(options['title']));
  for (const { description } of sheet.data.protections) found.add(description);
  return [...found].map((text) => text.trim()).filter((text) => text !== '');
}
