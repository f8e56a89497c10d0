// A text in stretches, each with its own link and look. Source: gas-fakes' tests, which run on live Apps Script too.
// Used on both sides.

export interface RichRun {
  start: number;
  end: number;
  link: string | null;
  /** What was set of it, by the names of TextStyleBuilder's methods: `Bold`, `ForegroundColor`... */
  style: Readonly<Record<string, unknown>>;
}

export interface RichText {
  text: string;
  /** Neighbours differ; a text without anything of its own is one run. */
  runs: readonly RichRun[];
}

export const plainText = (text: string): RichText => ({
  text,
  runs: [{ start: 0, end: text.length, link: null, style: {} }],
});

const isAlike = (one: RichRun, other: RichRun): boolean =>
  one.link === other.link && JSON.stringify(one.style) === JSON.stringify(other.style);

/** With the link or a part of the look of a stretch changed. */
export function dressed({ text, runs }: RichText, start: number, end: number, change: Partial<RichRun>): RichText {
  const parts = runs.flatMap((run) => {
    const from = Math.min(Math.max(start, run.start), run.end);
    const to = Math.max(Math.min(end, run.end), from);
    const inside = { ...run, ...change, style: { ...run.style, ...change.style }, start: from, end: to };
    return [{ ...run, end: from }, inside, { ...run, start: to }].filter((part) => part.end > part.start);
  });
  const joined: RichRun[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && isAlike(last, part)) last.end = part.end;
    else joined.push({ ...part });
  }
  return { text, runs: joined.length > 0 ? joined : runs };
}

/** What a cell keeps of it. */
export interface KeptRichText {
  /** Link of the whole text, as setRichTextValue leaves it. */
  link?: string;
  /** Stretches of the text, where they have links or looks of their own. */
  runs?: readonly RichRun[];
}

/** Nothing of a plain text, the link of one that is a link as a whole, else its runs. */
export function keepRichText(cell: KeptRichText, { runs }: RichText): void {
  delete cell.link;
  delete cell.runs;
  const [first] = runs;
  if (runs.length > 1 || (first && Object.keys(first.style).length > 0)) cell.runs = runs;
  else if (first?.link) cell.link = first.link;
}

export function richTextOf(text: string, cell: KeptRichText | undefined): RichText {
  if (cell?.runs) return { text, runs: cell.runs };
  return dressed(plainText(text), 0, text.length, { link: cell?.link ?? null });
}
