// Scriptlets of HTML templates (guides/html/templates): run once, on the server, when the template is evaluated.

const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;
const HTML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => HTML_ESCAPES[char]!);
// Inside a script: what could end the string or the script becomes \xNN.
const escapeScript = (text: string): string =>
  text.replace(/[\\'"<>&\n\r\u2028\u2029/=]/g, (char) =>
    char.charCodeAt(0) > 0xff
      ? `\\u${char.charCodeAt(0).toString(16)}`
      : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );

const isInScript = (before: string): boolean =>
  before.toLowerCase().lastIndexOf('<script') > before.toLowerCase().lastIndexOf('</script');

/** The JavaScript that prints the template: `<? code ?>`, `<?= escaped ?>`, `<?!= raw ?>`. */
export function templateCode(html: string): string {
  const lines: string[] = [];
  let printedTo = 0;
  for (const match of html.matchAll(SCRIPTLET)) {
    const [whole, kind, code] = match;
    if (match.index > printedTo) lines.push(`output._ = ${JSON.stringify(html.slice(printedTo, match.index))};`);
    const door = kind === '=' ? (isInScript(html.slice(0, match.index)) ? '_script' : '_html') : '_';
    lines.push(kind === undefined ? code!.trim() : `output.${door} = ${code!.trim().replace(/;$/, '')};`);
    printedTo = match.index + whole.length;
  }
  if (printedTo < html.length) lines.push(`output._ = ${JSON.stringify(html.slice(printedTo))};`);
  return lines.join('\n');
}

const shown = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Runs it with the template's own properties as variables, over the script's globals. */
export function printTemplate(html: string, variables: object): string {
  let text = '';
  const door = (convert: (value: string) => string): PropertyDescriptor => ({
    set(value: unknown) {
      text += convert(shown(value));
    },
  });
  const output = Object.defineProperties(
    {},
    { _: door((value) => value), _html: door(escapeHtml), _script: door(escapeScript) },
  );
  const run = new Function('output', 'variables', `with (variables) {\n${templateCode(html)}\n}`);
  run(output, variables);
  return text;
}
