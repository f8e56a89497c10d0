// What Apps Script does when code is pushed: it parses everything, and one bad file rejects all of it.
import { transformSync } from 'esbuild';
import vm from 'node:vm';

/** clasp shows it; nothing of the push has taken effect. */
class PushError extends Error {
  constructor(detail: string, line: number) {
    super(`Syntax error: SyntaxError: ${detail} line: ${line} file: Code.gs`);
    this.name = 'PushError';
  }
}

// What is newer than ES2020 and yet parses there. Instance fields are assumed: guides/v8-runtime names only private
// and static ones as parsing errors.
const PARSES = { 'class-field': true };

interface Construct {
  pattern: RegExp;
  detail: string;
}

/** For the message: the first line that looks like the culprit (esbuild tells that there is one, not where). */
const CULPRITS: Construct[] = [
  { pattern: /(?:^|[^\w$"'`])#[A-Za-z_$]/, detail: 'Invalid or unexpected token' },
  { pattern: /\bstatic\s*\{/, detail: "Unexpected token '{'" },
  { pattern: /\bstatic\s+[\w$[\]."']+\s*(?:=|;|$)/, detail: "Unexpected token '='" },
  { pattern: /\?\?=|\|\|=|&&=/, detail: "Unexpected token '='" },
];

function culprit(code: string): { detail: string; line: number } {
  const lines = code.split('\n');
  for (const { pattern, detail } of CULPRITS) {
    const at = lines.findIndex((line) => pattern.test(line));
    if (at >= 0) return { detail, line: at + 1 };
  }
  return { detail: 'Unexpected token', line: 1 };
}

function printed(code: string, target: string, supported: Record<string, boolean>): string {
  const options = { loader: 'js', target, supported, logLevel: 'silent', legalComments: 'none' } as const;
  return transformSync(code, options).code;
}

const accepted = new Set<string>();

/**
 * Throws a PushError for what Apps Script's parser does not take: errors of syntax, `#private`, static fields and
 * blocks, modules, and what is newer than ES2020. Code that esbuild prints otherwise for ES2020 than for today uses such.
 */
export function checkSyntax(code: string): void {
  if (accepted.has(code)) return;
  try {
    void new vm.Script(code, { filename: 'Code.gs' });
  } catch (error) {
    const { message, stack } = error as Error;
    throw new PushError(message, Number(/^Code\.gs:(\d+)/.exec(stack ?? '')?.[1] ?? 1));
  }
  let oldest: string | undefined;
  try {
    oldest = printed(code, 'es2020', PARSES);
  } catch {
    // Not even to be rewritten for ES2020.
  }
  if (oldest !== printed(code, 'esnext', {})) {
    const { detail, line } = culprit(code);
    throw new PushError(detail, line);
  }
  accepted.add(code);
}
