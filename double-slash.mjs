// The last step over Sidebar.html. HtmlService may drop the rest of a line from `//` on, in strings and in regular
// expressions too, so the page holds none. It comes after esbuild, which writes `//` again where a source says `/\/`.
import ts from 'typescript';

const SECOND_SLASH = /(?<=\/)\//g;
const LINE_END = /[\n\r\u2028\u2029]/;

/** Strings, expressions and the texts of templates, in order: between them `//` begins a comment and nothing else. */
function literalsOf(file) {
  const found = [];
  (function visit(node) {
    const isLiteral =
      ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isLiteral) found.push(node);
    else ts.forEachChild(node, visit);
  })(file);
  return found;
}

const withoutComments = (code) =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, (comment) => (LINE_END.test(comment) ? '\n' : ' '));

/** Of two slashes in an expression the first is escaped or both stand in a class; one may stand before its end. */
function expression(text) {
  const end = text.lastIndexOf('/');
  const body = text.slice(0, end).replace(SECOND_SLASH, '\\/').replace(/\\\/$/, '[/]');
  return body + text.slice(end);
}

function literal(node, file) {
  const text = node.getText(file);
  if (ts.isRegularExpressionLiteral(node)) return expression(text);
  // A template's tag would see the escape. Those with `//` stay as they are, and `refuseDoubleSlash` says so.
  return ts.isStringLiteral(node) ? text.replace(SECOND_SLASH, '\\/') : text;
}

/** A script that does the same, without comments. */
export function scriptWithoutDoubleSlash(code) {
  const file = ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const [problem] = file.parseDiagnostics;
  if (problem)
    throw new Error(`The script does not parse: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
  // In pieces: a long text that is looked at and grows in turn is copied each time.
  const pieces = [];
  let endsInSlash = false;
  function add(piece) {
    if (piece === '') return;
    // `/a//b` divides an expression by b: two tokens that must not meet.
    pieces.push(endsInSlash && piece.startsWith('/') ? ` ${piece}` : piece);
    endsInSlash = piece.endsWith('/');
  }
  let at = 0;
  for (const node of literalsOf(file)) {
    add(withoutComments(code.slice(at, node.getStart(file))));
    add(literal(node, file));
    at = node.end;
  }
  add(withoutComments(code.slice(at)));
  return pieces.join('');
}

const CSS_TOKEN = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|url\((?:[^)\\]|\\[\s\S])*\)/gi;

/** In strings and addresses; styles have no other use for it but in comments, which go. */
export const styleWithoutDoubleSlash = (css) =>
  css.replace(CSS_TOKEN, (token) => (token.startsWith('/*') ? ' ' : token.replace(SECOND_SLASH, '\\/')));

/** For attributes and texts, not for what stands in a script or a style. */
export const markupWithoutDoubleSlash = (html) => html.replace(SECOND_SLASH, '&#47;');

/** Throws where the page would be cut. */
export function refuseDoubleSlash(html) {
  const at = html.indexOf('//');
  if (at >= 0) throw new Error(`HtmlService may cut the page at this //: ${html.slice(Math.max(0, at - 40), at + 40)}`);
  return html;
}
