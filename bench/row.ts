/** One line of the table: what we take, beside the limit that somebody sets and beside what people do without us. */
export interface Row {
  what: string;
  unit: string;
  ours: string | number;
  /** The most, or the least, that is possible; blank: nobody sets one. */
  limit: string | number;
  /** The same in the scripts of `todays-way.ts`; blank: it has no such thing. */
  today: string | number;
  /** Who sets the limit, and what else there is to know. */
  source: string;
}

const HEADERS = ['Kind', 'What', 'Unit', 'Ours', 'Limit', "Today's way", 'Source of the limit, remarks'];

const figure = (value: string | number): string => {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '';
  return Math.abs(value) < 10 && !Number.isInteger(value)
    ? String(Number(value.toPrecision(2)))
    : Math.round(value).toLocaleString('en-US');
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const linesOf = (kind: string, rows: readonly Row[]): string[] =>
  rows.map(({ what, unit, ours, limit, today, source }) =>
    line([kind, what, unit, figure(ours), figure(limit), figure(today), source]),
  );

export const header = (): string[] => [line(HEADERS), line(HEADERS.map(() => '---'))];

export const kindOf = (text: string): string | undefined => /^\| (\S+) +\|/.exec(text)?.[1];
