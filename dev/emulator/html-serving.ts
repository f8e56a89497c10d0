// What HtmlService makes of a page when it serves it.

const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)(<\/script\s*>)/gi;
// Comments as the platform sees them: also inside template literals, where they are text (GitHub enuchi#157).
const TEMPLATE_LITERAL = /`(?:[^`\\]|\\[\s\S])*`/g;
const BLOCK_COMMENT = /\/\*[\s\S]*?\*\//g;
// Five public reports of pages that lost the rest of a line from `//` on, in strings and expressions too, and one of a
// page that did not: always cut here, or nobody would see it before it happens.
const LINE_COMMENT = /\/\/.*/g;

/** The text that reaches the browser. */
export const servedHtml = (html: string): string =>
  html
    .replace(
      SCRIPT,
      (_whole, open: string, script: string, close: string) =>
        open + script.replace(TEMPLATE_LITERAL, (literal) => literal.replace(BLOCK_COMMENT, '')) + close,
    )
    .replace(LINE_COMMENT, '');
