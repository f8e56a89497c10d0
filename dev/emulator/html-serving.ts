// What HtmlService makes of a page when it serves it.

const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)(<\/script\s*>)/gi;
// Comments as the platform sees them: also inside template literals, where they are text (GitHub enuchi#157).
const TEMPLATE_LITERAL = /`(?:[^`\\]|\\[\s\S])*`/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n`]*/g;

export interface ServingOptions {
  /** `refuse` (default) fails aloud on any backtick in a script; `eat` does what the platform does, in silence. */
  backticks?: 'refuse' | 'eat';
}

/** The text that reaches the browser. Throws if a script holds a template literal, because the platform breaks it. */
export function servedHtml(html: string, { backticks = 'refuse' }: ServingOptions = {}): string {
  return html.replace(SCRIPT, (_whole, open: string, script: string, close: string) => {
    if (backticks === 'refuse' && script.includes('`')) {
      const at = script.slice(0, script.indexOf('`')).split('\n').length;
      throw new Error(
        `The served page has a backtick in line ${at} of a script: HtmlService eats // and /* */ inside template literals.`,
      );
    }
    const eaten = script.replace(TEMPLATE_LITERAL, (literal) => literal.replace(COMMENT, ''));
    return open + eaten + close;
  });
}
