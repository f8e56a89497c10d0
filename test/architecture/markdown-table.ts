/** The first table under a heading: its rows below the header, as the texts of their cells. Throws if there is none. */
export function tableUnder(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`no heading "${heading}"`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('#'));
  const section = end < 0 ? rest : rest.slice(0, end);
  const from = section.findIndex((line) => line.startsWith('|'));
  if (from < 0) throw new Error(`no table under "${heading}"`);
  const after = section.slice(from);
  const to = after.findIndex((line) => !line.startsWith('|'));
  return (to < 0 ? after : after.slice(0, to)).slice(2).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** Without the backticks around it. */
export const code = (cell: string | undefined): string => (cell ?? '').replace(/^`|`$/g, '');
