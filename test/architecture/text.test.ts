import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesUnder, readText } from './module-graph';

/** Words of which the page has better ones: the word list's right column, and why each better one is meant. */
const WRONG: Readonly<Record<string, RegExp>> = {
  'creator, handle': /\b(?:users?|influencers?|usernames?)\b/i,
  'request, balance': /\b(?:tokens?|credits?)\b/i,
  cap: /\b(?:budgets?|limits?)\b/i,
  post: /\b(?:pieces?|items?)\b/i,
  'compare creators': /\b(?:side by side|comparisons?|compare profiles|comparing profiles)\b/i,
  saved: /\b(?:known|cached|fresh|at hand)\b/i,
  refresh: /\b(?:ask|buy) (?:\w+ )?again\b/i,
  'pause, end': /\b(?:discard|drop|put away|stop)(?:s|ped|ped)?\b/i,
  select: /\b(?:picks?|picked)\b/i,
};

/**
 * What is meant otherwise: what nobody has told us, no end of a range, Google's own, a run that stops by itself at a cap,
 * words that cells show, money of a media plan, and influData's definition of credibility.
 */
const ALLOWED = new RegExp(
  [
    /\bnot known\b|\bno limit\b|\bGoogle.s (?:daily )?limits?\b|\bstops? (?:after|buying|spending)\b/,
    /\bbudget reached\b|^cached$|^Budget$|^Left of budget$|\bThe budget and the reach of a post\b/,
    /\binfluencers \(more than 2,000 followers of their own\)|^Influencers$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** Attributes and properties of components that people read or hear. */
const SPOKEN = new Set([
  'aria-label',
  'byHand',
  'hint',
  'label',
  'note',
  'placeholder',
  'question',
  'said',
  'suffix',
  'title',
  'what',
  'yes',
]);

type Text = ts.StringLiteralLike | ts.TemplateLiteralToken | ts.JsxText;

const isText = (node: ts.Node): node is Text =>
  ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);

function nodesOf(text: string, name = 'page.tsx'): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true));
  return nodes;
}

/** The texts that an expression may come to, and not those that it compares with or calls with. */
function outcomes(node: ts.Node | undefined): Text[] {
  if (!node) return [];
  if (isText(node)) return [node];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(outcomes);
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return outcomes(node.expression);
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  if (!ts.isBinaryExpression(node)) return [];
  const { PlusToken, BarBarToken, QuestionQuestionToken, AmpersandAmpersandToken } = ts.SyntaxKind;
  const kind = node.operatorToken.kind;
  if (kind === AmpersandAmpersandToken) return outcomes(node.right);
  return [PlusToken, BarBarToken, QuestionQuestionToken].includes(kind as ts.SyntaxKind.PlusToken)
    ? [node.left, node.right].flatMap(outcomes)
    : [];
}

function shown(node: ts.Node): Text[] {
  if (ts.isJsxText(node)) return [node];
  if (ts.isJsxAttribute(node)) return SPOKEN.has(node.name.getText()) ? outcomes(node.initializer) : [];
  return ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) ? outcomes(node) : [];
}

const strays = (text: string): string[] =>
  nodesOf(text)
    .flatMap(shown)
    .map((each) => each.text.trim())
    // A path such as stats.avgLikes is in no language.
    .filter((each) => /\p{L}/u.test(each) && !/^\w+(?:\.\w+)+$/.test(each));

/** Each with the word that is meant. */
const wrongWords = (text: string): string[] =>
  written(text).flatMap((node) =>
    Object.entries(WRONG)
      .filter(([, pattern]) => pattern.test(node.text.replace(ALLOWED, '')))
      .map(([better]) => better + ': ' + node.text),
  );

const inFiles = (paths: readonly string[], look: (text: string) => string[]): string[] =>
  paths.flatMap((path) => look(readText(path)).map((found) => path + ': ' + found));

/** Texts that stand somewhere as they are: those of types and imports do not. */
const written = (text: string): Text[] =>
  nodesOf(text, 'table.ts').filter(
    (node): node is Text => isText(node) && !ts.isImportDeclaration(node.parent) && !ts.isLiteralTypeNode(node.parent),
  );

/** Words, and the end of a sentence: somebody reads that. */
const sentences = (text: string): string[] =>
  written(text)
    .map((each) => each.text.trim())
    .filter((each) => /\p{L}\S*\s+\S*\p{L}/u.test(each) && /[.?!]["'”)]?$/.test(each));

/** Its words are looked at in test/client/german.test.ts. */
const isGerman = (path: string): boolean => path.includes('/text/de/');

describe('the sentences of the page', () => {
  const files = filesUnder('src/client');

  test('have no word of which there is a better one', () => {
    const tables = files.filter((path) => path.startsWith('src/client/text/') && !isGerman(path));
    expect(tables.length).toBeGreaterThan(10);
    expect(inFiles(tables, wrongWords)).toEqual([]);
    expect(wrongWords("const T = { a: 'Discard it', b: (n: number) => n + ' known pieces', c: 'not known' }")).toEqual([
      'pause, end: Discard it',
      'post:  known pieces',
      'saved:  known pieces',
    ]);
  });

  test('stand in the tables and nowhere else', () => {
    const components = files.filter((path) => path.endsWith('.tsx'));
    expect(components.length).toBeGreaterThan(50);
    expect(inFiles(components, strays)).toEqual([]);
    expect(
      strays("const a = <p title={TEXT.a + ' now'} class='two'>Buy {x === 'y' ? 'it' : TEXT.b} {n > 0 && 'again'}</p>"),
    ).toEqual(['now', 'Buy', 'it', 'again']);
    const others = files.filter((path) => path.endsWith('.ts') && !path.startsWith('src/client/text/'));
    expect(inFiles(others, sentences)).toEqual([]);
  });
});

const isTable = (path: string): boolean => path.startsWith('src/schema/text/') || path.endsWith('-text.ts');

describe('the sentences of cells, menu, sheets and replies', () => {
  const files = filesUnder('src').filter((path) => path.endsWith('.ts') && !path.startsWith('src/client/'));

  test('have no word of which there is a better one', () => {
    const tables = files.filter((path) => isTable(path) && !isGerman(path));
    expect(tables.length).toBeGreaterThan(10);
    expect(inFiles(tables, wrongWords)).toEqual([]);
  });

  test('stand in the tables and nowhere else', () => {
    expect(
      inFiles(
        files.filter((path) => !isTable(path)),
        sentences,
      ),
    ).toEqual([]);
    expect(sentences("throw badInput(`No ${name} there. Add one.`); type A = 'to be. Or not.'; f('a.b c')")).toEqual([
      'there. Add one.',
    ]);
  });
});
