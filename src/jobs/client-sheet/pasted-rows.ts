/**
 * Rows as Sheets and Excel put them on the clipboard: cells parted by tabs; one with a tab, a line break or a quote in it
 * stands in quotes, which are doubled inside.
 */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/y;
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  while (cell.lastIndex < whole.length || rows[0]?.length === 0) {
    const found = cell.exec(whole);
    if (!found) break;
    const [, quoted, plain = '', end] = found;
    rows[rows.length - 1]?.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '\n') rows.push([]);
    // A blank last cell.
    if (end === '\t' && cell.lastIndex === whole.length) rows[rows.length - 1]?.push('');
    if (end === '') break;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
